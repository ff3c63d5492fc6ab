import type { Word } from "./normalise.ts";

/** What can leak. */
export type LeakKind = "words" | "name" | "reference" | "address" | "sum of money" | "number" | "file name";

/** How a feature is searched for. */
export type Search =
  /**
   * In the compact text. `whole`: only where words begin and end there; `unbroken`: nor may a space stand within, unless each letter
   * stands apart; `near`: nor a line's end, nor a mark.
   */
  | {
      readonly by: "letters";
      readonly key: string;
      readonly whole: boolean;
      readonly unbroken: boolean;
      readonly near?: boolean;
    }
  /** Among the numbers and sums of a text; see `valuesIn`. */
  | { readonly by: "value"; readonly key: string };

/** Something in a source that would be recognised in an output. */
export type Feature = {
  readonly kind: LeakKind;
  readonly search: Search;
  readonly start: number;
  readonly end: number;
  /** Of a run of words and of a name of two: each of them. */
  readonly words?: readonly string[];
};

/** A key of this length is never there by chance, so it is found in the midst of words too. */
const unmistakable = 16;

/** A feature that is searched for by its letters and digits. */
export const byLetters = (
  kind: LeakKind,
  key: string,
  { start, end }: Pick<Word, "start" | "end">,
  unbroken = false,
): Feature => ({
  kind,
  search: { by: "letters", key, whole: key.length < unmistakable, unbroken },
  start,
  end,
});
