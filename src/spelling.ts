import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CacheFiles } from "./cacheFiles.ts";

/** Whether a word is spelt as British English has it. */
export type Spelling = (word: string) => boolean;

const require = createRequire(import.meta.url);

/**
 * The British word list, with endings in -ise and with the words that a list of moderate size holds. Reading it takes 0.3 s, so that is put
 * off until a word is asked for that is not among the known ones.
 *
 * @param known what is said of words already; answers are added
 */
export function spelling(known = new Map<string, boolean>()): Spelling {
  let list: WordList | undefined;
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    list ??= readWords();
    const answer = list.correct(word);
    known.set(word, answer);
    return answer;
  };
}

type WordList = { correct(word: string): boolean };

function readWords(): WordList {
  const nspell = require("nspell") as typeof import("nspell").default;
  const folder = dirname(require.resolve("dictionary-en-gb"));
  return nspell(readFileSync(join(folder, "index.aff")), readFileSync(join(folder, "index.dic")));
}

const file = "words.json";

/** The word list with what earlier runs asked of it; the answers hold as long as the packages are the same. */
export async function openSpelling(
  files: CacheFiles,
  packages: string,
): Promise<{ readonly isWord: Spelling; save(): Promise<void> }> {
  const known = answersIn(await files.read(file), packages);
  const before = known.size;
  return {
    isWord: spelling(known),
    save: async () => {
      if (known.size > before)
        await files.write(file, JSON.stringify({ packages, words: Object.fromEntries(known) }));
    },
  };
}

function answersIn(bytes: Uint8Array | null, packages: string): Map<string, boolean> {
  if (bytes === null) return new Map();
  try {
    const kept = JSON.parse(Buffer.from(bytes).toString("utf8")) as {
      readonly packages?: string;
      readonly words?: Record<string, boolean>;
    } | null;
    return new Map(kept?.packages === packages ? Object.entries(kept.words ?? {}) : []);
  } catch {
    return new Map();
  }
}
