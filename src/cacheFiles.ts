import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What may be thrown away, kept between builds; paths are relative, with forward slashes. */
export type CacheFiles = {
  /** The bytes of a file; null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** The same, at once. */
  readNow(path: string): Uint8Array | null;
  write(path: string, bytes: Uint8Array | string): Promise<void>;
};

/** Everything made of exempt papers lies below it, where a public build cannot open it. */
export const exemptCache = "exempt";

/** The cache as far as public builds may open it: nothing in a folder `exempt`. Who asks for that gets a plain Error: it is our bug. */
export const publicCache = (folder: string): CacheFiles => cacheIn(folder, refuseExempt);

/** The cache with what was made of exempt papers: for members' editions alone. */
export const membersCache = (folder: string): CacheFiles => cacheIn(folder, () => undefined);

function cacheIn(folder: string, admit: (path: string) => void): CacheFiles {
  const readNow = (path: string): Uint8Array | null => {
    admit(path);
    try {
      return readFileSync(join(folder, path));
    } catch {
      return null;
    }
  };
  return {
    readNow,
    // Here, as the sources are: what waits for another thread waits for the audit, too.
    read: async (path) => readNow(path),
    write: async (path, bytes) => {
      admit(path);
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.${process.pid}.tmp`, bytes);
      await rename(`${file}.${process.pid}.tmp`, file);
    },
  };
}

function refuseExempt(path: string): void {
  if (path.split("/").includes(exemptCache))
    throw new Error(`a public build asked for ${path}, which was made of exempt papers`);
}
