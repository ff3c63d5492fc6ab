import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CacheFiles } from "./cacheFiles.ts";
import { openKeptFile } from "./keptFile.ts";

/** Whether a word is spelt as British English has it. */
export type Spelling = (word: string) => boolean;

const require = createRequire(import.meta.url);

/**
 * The British word list, with endings in -ise and with the words that a list of moderate size holds. Reading it takes 0.3 s, so that is put
 * off until a word is asked for that is not among the known ones.
 *
 * @param known what is said of words already; answers are added
 */
export function spelling(known: Known = new Map<string, boolean>()): Spelling {
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

type Known = { get(word: string): boolean | undefined; set(word: string, answer: boolean): void };
type WordList = { correct(word: string): boolean };

function readWords(): WordList {
  const nspell = require("nspell") as typeof import("nspell").default;
  const folder = dirname(require.resolve("dictionary-en-gb"));
  return nspell(readFileSync(join(folder, "index.aff")), readFileSync(join(folder, "index.dic")));
}

/** The word list with what earlier runs asked of it; the answers hold as long as the packages are the same. */
export async function openSpelling(
  files: CacheFiles,
  packages: string,
): Promise<{ readonly isWord: Spelling; save(): Promise<void> }> {
  const kept = await openKeptFile<boolean>(files, "spelling.json", packages);
  return { isWord: spelling(kept), save: kept.save };
}
