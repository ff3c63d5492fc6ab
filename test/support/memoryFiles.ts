import type { CacheFiles } from "../../src/cacheFiles.ts";

/** A cache in memory; what is asked of it is listed. */
export function memoryFiles() {
  const kept = new Map<string, Uint8Array>();
  const written: string[] = [];
  const files: CacheFiles = {
    read: async (path) => kept.get(path) ?? null,
    readNow: (path) => kept.get(path) ?? null,
    write: async (path, bytes) => {
      written.push(path);
      kept.set(path, Buffer.from(bytes));
    },
  };
  return { files, kept, written };
}
