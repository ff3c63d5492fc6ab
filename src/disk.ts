import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { MachineError } from "./diagnostic.ts";
import { pause } from "./inSteps.ts";
import { missingFile, type SourceFiles } from "./reading.ts";

/**
 * The sources on disk as far as the public may see what is made of them; paths in messages are relative to `root`, with forward slashes.
 * Nothing in a folder `exempt` is listed or read, by whatever path: who asks for it gets a plain Error, for it is our bug.
 */
export const sourceFiles = (root: string): SourceFiles => filesOf(root, refuseExempt);

/** The sources on disk with those of the folders `exempt`: for members' editions, and for a file that a person names. */
export const sourceFilesWithExempt = (root: string): SourceFiles => filesOf(root, () => undefined);

// Sources are many and small: to hand each to another thread takes three times as long as to read it here.
function filesOf(root: string, admit: (path: string) => void): SourceFiles {
  /** The path on disk, judged before and after links are followed. */
  const open = (path: string): string => {
    admit(path);
    const real = realpathSync.native(join(root, path));
    admit(relative(realpathSync.native(root === "" ? "." : root), real)); // "" stands for the working folder
    return real;
  };
  return {
    list: async (folder) => {
      try {
        return readdirSync(open(folder))
          .filter((name) => !name.startsWith("."))
          .sort();
      } catch (error) {
        if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
        throw error;
      }
    },
    read: async (file) => {
      await pause();
      try {
        return readFileSync(open(file));
      } catch (error) {
        const code = codeOf(error);
        if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") throw missingFile(file);
        if (code === "EACCES" || code === "EPERM")
          throw new MachineError(`${file} may not be read: ask whoever owns it for permission.`);
        throw error;
      }
    },
  };
}

function refuseExempt(path: string): void {
  if (path.split(/[\\/]/).some((part) => part.toLowerCase() === "exempt"))
    throw new Error(`a public build asked for ${path}, which is exempt`);
}

/** One file of a build: its path below the output folder and its bytes. */
export type OutputFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Writes all files beside their places, then renames them, so that a kill leaves each old file or each new one, never half of one. A file
 * that has these bytes already stays as it is.
 *
 * @throws MachineError in one line when the disk is full, a folder may not be written, or a file is held open
 */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      const to = join(folder, path);
      if (holds(to, bytes)) continue;
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
      await mkdir(dirname(to), { recursive: true });
      staged.push({ from, to });
      await writeFile(from, bytes);
    }
    for (const { from, to } of staged) await rename(from, to);
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
    throw machineError(error);
  }
}

/** Whether a file has these bytes. */
export function holds(file: string, bytes: Uint8Array): boolean {
  try {
    return statSync(file).size === bytes.length && Buffer.compare(readFileSync(file), bytes) === 0;
  } catch {
    return false;
  }
}

/** Removes drawings of earlier builds that no document shows any more: SVG files of the folder whose names are not kept. */
export async function keepOnly(folder: string, names: ReadonlySet<string>): Promise<void> {
  const present = await readdir(folder).catch(() => []);
  const stale = present.filter((name) => name.endsWith(".svg") && !names.has(name));
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Makes the output folder before anything is drawn, and removes what builds that were killed left in it: temporary files of
 * ours whose process is gone.
 *
 * @throws MachineError in one line when it cannot be made
 */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw machineError(error);
  });
  for (const name of await readdir(folder, { recursive: true })) {
    const owner = /^\..+\.(\d+)\.tmp$/.exec(basename(name))?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** A property of a system error. */
const partOf = (error: unknown, name: "code" | "path"): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
const codeOf = (error: unknown): unknown => partOf(error, "code");

const wayOut: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space",
  EACCES: "this folder may not be written: choose another with --out",
  EPERM: "the file is held open or protected: close it in other programs, then build again",
  EBUSY: "the file is held open: close it in other programs, then build again",
  EROFS: "this disk is read-only: choose another folder with --out",
  ENOTDIR: "a file stands where a folder should be: choose another folder with --out",
  EEXIST: "a file stands where a folder should be: choose another folder with --out",
  EISDIR: "a folder stands where the file should be: move it away",
};

function machineError(error: unknown): unknown {
  const code = codeOf(error);
  if (typeof code !== "string" || !Object.hasOwn(wayOut, code)) return error;
  return new MachineError(`${String(partOf(error, "path") ?? "the output folder")}: ${wayOut[code]}.`);
}
