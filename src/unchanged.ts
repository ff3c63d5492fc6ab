import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "./disk.ts";

const project = join(import.meta.dirname, "..");

/** What a build is made of besides the sources: the project's own files, and the browser that was asked for. */
const ownFiles = ["src", "templates", "package-lock.json"];

/** What decides a build. */
export type BuildQuestion = {
  /** The folder that holds `data`. */
  readonly root: string;
  readonly out: string;
  /** Targets and options, in words. */
  readonly asked: readonly string[];
  readonly cacheFolder: string;
};

/** What a build made, as far as the next one must know it to say that nothing has changed. */
type Remembered = {
  readonly key: string;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
  /** What was said of each document and pack. */
  readonly lines: readonly string[];
};

/** A build that was asked about: what it said, when nothing has changed since; and how it is remembered once it is made. */
export type Question = {
  readonly lines: readonly string[] | null;
  remember(outputs: readonly OutputFile[], lines: readonly string[]): Promise<void>;
};

/**
 * Whether everything that decides a build is as it was when it was last made, and all that it wrote still stands: every file of the
 * sources, of the project and of the outputs is read again, no date is trusted.
 */
export async function askUnchanged(question: BuildQuestion): Promise<Question> {
  const key = await keyOf(question);
  const file = join(
    question.cacheFolder,
    "builds",
    `${hashOf(question.root, question.out, ...question.asked)}.json`,
  );
  const before = await remembered(file);
  const stands = before?.key === key && (await allStand(question.out, before));
  return {
    lines: stands ? before.lines : null,
    remember: async (outputs, lines) => {
      const made: Remembered = {
        key,
        outputs: outputs.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
        lines,
      };
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.${process.pid}.tmp`, JSON.stringify(made));
      await rename(`${file}.${process.pid}.tmp`, file);
    },
  };
}

const sha256 = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");
const hashOf = (...parts: readonly string[]): string => sha256(parts.join("\0"));

async function keyOf({ root, asked }: BuildQuestion): Promise<string> {
  const folders = [join(root, "data"), ...ownFiles.map((name) => join(project, name))];
  const files = (await Promise.all(folders.map(filesBelow))).flat();
  const hashes = await Promise.all(files.map(async (file) => `${file} ${sha256(await readFile(file))}`));
  const { version, platform, arch, env } = process;
  return hashOf(...asked, version, platform, arch, env["PANELPACK_BROWSER"] ?? "", ...hashes);
}

/** The files below a folder, or the file itself, in a fixed order. */
async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function remembered(file: string): Promise<Remembered | null> {
  try {
    const made = JSON.parse(await readFile(file, "utf8")) as Partial<Remembered> | null;
    return made?.key && made.outputs && made.lines ? (made as Remembered) : null;
  } catch {
    return null;
  }
}

async function allStand(out: string, { outputs }: Remembered): Promise<boolean> {
  const stand = await Promise.all(
    outputs.map(async ({ path, sha256: wanted }) => {
      const bytes = await readFile(join(out, path)).catch(() => null);
      return bytes !== null && sha256(bytes) === wanted;
    }),
  );
  return stand.every((one) => one);
}
