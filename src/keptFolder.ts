import type { CacheFiles } from "./cacheFiles.ts";
import { binary } from "./keptFile.ts";

/** What earlier runs made, by name, each in a file of its own that is read when it is asked for. */
export type KeptFolder<T> = {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  save(): Promise<void>;
};

type Stored<T> = { readonly version: string; readonly value: T };

/**
 * Opens what earlier runs have kept in a folder; it counts as long as what makes the values is the same.
 *
 * @param version names the code and packages that make them
 */
export function openKeptFolder<T>(files: CacheFiles, folder: string, version: string): KeptFolder<T> {
  const fileOf = (name: string): string => `${folder}/${name}.bin`;
  const added = new Map<string, T>();
  return {
    get: (name) => added.get(name) ?? storedIn<T>(files.readNow(fileOf(name)), version),
    set: (name, value) => added.set(name, value),
    save: async () => {
      for (const [name, value] of added) {
        const stored: Stored<T> = { version, value };
        await files.write(fileOf(name), binary.write(stored));
      }
      added.clear();
    },
  };
}

/** A file that is cut short, or that other code has written, holds nothing. */
function storedIn<T>(bytes: Uint8Array | null, version: string): T | undefined {
  if (bytes === null) return undefined;
  try {
    const stored = binary.read(bytes) as Partial<Stored<T>> | null;
    return stored?.version === version ? stored.value : undefined;
  } catch {
    return undefined;
  }
}
