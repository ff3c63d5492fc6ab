import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "./disk.ts";
import { ownFile, ownFilesIn } from "./ownFiles.ts";
import { sha256, sha256Of } from "./sha256.ts";

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
  const key = keyOf(question);
  const file = join(
    question.cacheFolder,
    "builds",
    `${hashOf(question.root, question.out, ...question.asked)}.json`,
  );
  const before = remembered(file);
  const stands = before?.key === key && allStand(question.out, before);
  return {
    lines: stands ? before.lines : null,
    remember: async (outputs, lines) => {
      const made: Remembered = {
        key,
        outputs: outputs.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes) })),
        lines,
      };
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.${process.pid}.tmp`, JSON.stringify(made));
      await rename(`${file}.${process.pid}.tmp`, file);
    },
  };
}

const hashOf = (...parts: readonly string[]): string => sha256(parts.join("\0"));

// The sources, the project's own files, and the browser that was asked for. As sources are read: files are many and small, and to hand each to
// another thread takes longer than to read it here.
function keyOf({ root, asked }: BuildQuestion): string {
  const sources = filesBelow(join(root, "data")).map((file) => `${file} ${sha256(readFileSync(file))}`);
  const own = [...ownFilesIn("src"), ...ownFilesIn("templates"), "package-lock.json"].map(
    (file) => `${file} ${sha256(ownFile(file))}`,
  );
  const { version, platform, arch, env } = process;
  return hashOf(...asked, version, platform, arch, env["PANELPACK_BROWSER"] ?? "", ...sources, ...own);
}

/** The files below a folder, or the file itself, in a fixed order. */
function filesBelow(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}

function remembered(file: string): Remembered | null {
  try {
    const made = JSON.parse(readFileSync(file, "utf8")) as Partial<Remembered> | null;
    return made?.key && made.outputs && made.lines ? (made as Remembered) : null;
  } catch {
    return null;
  }
}

const allStand = (out: string, { outputs }: Remembered): boolean =>
  outputs.every(({ path, sha256: wanted }) => {
    try {
      return sha256(readFileSync(join(out, path))) === wanted;
    } catch {
      return false;
    }
  });
