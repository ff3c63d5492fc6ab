import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname } from "node:path";
import { findPackedBrowser, type PackedBrowser } from "./bundledBrowser.ts";
import { findCacheFolder } from "./cacheFolder.ts";

/** Further environment variables for a program. */
export type Variables = Readonly<Record<string, string>>;

/** What a program answers when it is asked its version, or in plain words why it could not answer. */
export type Probe =
  | { readonly starts: true; readonly version: string }
  | { readonly starts: false; readonly why: string };

/** The part of this machine that the search for a browser needs; tests pass an invented one. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isFile(path: string): Promise<boolean>;
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  probe(path: string, variables: Variables): Promise<Probe>;
  packedBrowser(): Promise<PackedBrowser | null>;
  cacheFolder(version: string): Promise<string>;
};

/** The machine this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  variables: process.env,
  home: homedir(),
  // At once: what waits for another thread waits for the sources to be read, too.
  isFile: async (path) => orElse(false, () => statSync(path).isFile()),
  list: async (folder) => orElse([], () => readdirSync(folder)),
  probe: process.platform === "win32" ? probeByFolder : probeByStart,
  packedBrowser: findPackedBrowser,
  cacheFolder: findCacheFolder,
};

function orElse<T>(otherwise: T, look: () => T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/** Asks the program itself; a browser that lacks a library or is only a stub fails here, in some 10 ms. */
function probeByStart(path: string, variables: Variables): Promise<Probe> {
  const options = { timeout: 10_000, env: { ...process.env, ...variables } };
  return new Promise((resolve) => {
    execFile(path, ["--version"], options, (error, stdout, stderr) => {
      const version = /\d+(\.\d+)+/.exec(stdout)?.[0];
      if (!error && version) resolve({ starts: true, version });
      else
        resolve({
          starts: false,
          why: (stderr.trim() || error?.message || "no version given").split("\n")[0] ?? "",
        });
    });
  });
}

/** On Windows `--version` opens a window instead; the version is the name of a folder beside the program. */
async function probeByFolder(path: string): Promise<Probe> {
  const names = await readdir(dirname(path));
  return { starts: true, version: names.find((name) => /^\d+(\.\d+){3}$/.test(name)) ?? "unknown" };
}
