import { deserialize, serialize } from "node:v8";
import type { CacheFiles } from "./cacheFiles.ts";

/** Values by what they were made of, from this run and earlier ones, in one file of the cache. */
export type KeptFile<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Keeps what was used and added since it was opened or saved last; of what was not used, no more than twice as much. */
  save(): Promise<void>;
};

type Stored<T> = { readonly version: string; readonly values: Readonly<Record<string, T>> };

/** How values are written down: JSON, or where they are not JSON's, as the same version of Node reads them again. */
export type Form = { write(stored: unknown): Uint8Array | string; read(bytes: Uint8Array): unknown };

export const json: Form = {
  write: JSON.stringify,
  read: (bytes) => JSON.parse(Buffer.from(bytes).toString("utf8")),
};

/** Plain data of any kind, Maps and undefined among it, with what is the same object in it. */
export const binary: { write(stored: unknown): Uint8Array; read(bytes: Uint8Array): unknown } = {
  write: serialize,
  read: deserialize,
};

const mostUnused = 2;

/**
 * Opens what earlier runs have kept; it counts as long as what makes the values is the same.
 *
 * @param version names the code and packages that make them
 */
export async function openKeptFile<T>(
  files: CacheFiles,
  path: string,
  version: string,
  form: Form = json,
): Promise<KeptFile<T>> {
  let before = storedIn<T>(await files.read(path), version, form);
  const used = new Map<string, T>();
  let added = false;
  return {
    get: (key) => {
      const value = used.get(key) ?? before.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    set: (key, value) => {
      const known = used.get(key) ?? before.get(key);
      used.set(key, value);
      if (known !== value) added = true;
    },
    save: async () => {
      if (added) {
        const unused = [...before].filter(([key]) => !used.has(key)).slice(-mostUnused * used.size);
        before = new Map([...unused, ...used]);
        const stored: Stored<T> = { version, values: Object.fromEntries(before) };
        await files.write(path, form.write(stored));
      }
      used.clear();
      added = false;
    },
  };
}

/** A file that cannot be read, or that other code has written, holds nothing. */
function storedIn<T>(bytes: Uint8Array | null, version: string, form: Form): ReadonlyMap<string, T> {
  if (bytes === null) return new Map();
  try {
    const stored = form.read(bytes) as Partial<Stored<T>> | null;
    return new Map(stored?.version === version ? Object.entries(stored.values ?? {}) : []);
  } catch {
    return new Map();
  }
}
