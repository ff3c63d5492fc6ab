import type { CacheFiles } from "./cacheFiles.ts";
import type { DocumentView } from "./document/worded.ts";
import type { Said } from "./figures/register.ts";
import { binary } from "./keptFile.ts";
import type { Question } from "./traced.ts";

/** A worded document as plain data: its views, and what its register lists. */
export type PlainWords = {
  readonly view: DocumentView;
  readonly told: DocumentView;
  readonly said: Said;
};

/** What was looked at while a document was worded, with a name for what the facts said of it, and the words. */
export type KeptWording = {
  readonly asked: readonly { readonly question: Question; readonly key: string }[];
  readonly words: PlainWords;
};

/** Worded documents of earlier runs, by their names: what of the facts they looked at must still be the same. */
export type KeptWords = {
  get(name: string): KeptWording | undefined;
  set(name: string, wording: KeptWording): void;
};

/** For who keeps no words. */
export const noWords: KeptWords = { get: () => undefined, set: () => undefined };

type Stored = KeptWording & { readonly version: string };

/**
 * Words in a file for each document, read when they are asked for; they count as long as what words is the same.
 *
 * @param version names the code that words
 */
export function openKeptWords(files: CacheFiles, version: string): KeptWords & { save(): Promise<void> } {
  const fileOf = (name: string): string => `words/${name}.bin`;
  const added = new Map<string, KeptWording>();
  return {
    get: (name) => {
      const stored = storedIn(files.readNow(fileOf(name)));
      return stored?.version === version ? stored : undefined;
    },
    set: (name, wording) => added.set(name, wording),
    save: async () => {
      for (const [name, wording] of added) {
        const stored: Stored = { version, ...wording };
        await files.write(fileOf(name), binary.write(stored));
      }
      added.clear();
    },
  };
}

/** A file that is cut short or is none of ours holds nothing. */
function storedIn(bytes: Uint8Array | null): Stored | null {
  if (bytes === null) return null;
  try {
    return binary.read(bytes) as Stored;
  } catch {
    return null;
  }
}
