import { startOf } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Greek and Cyrillic letters that look like Latin ones, and the Latin ones. */
const twins: Readonly<Record<string, string>> = {
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
  ο: "o",
  ν: "v",
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
};
const one = new RegExp(`[${Object.keys(twins).join("")}]`, "g");
/** A word of several of those letters and no Latin one is Greek or Russian. */
const foreign = /[\p{Script=Greek}\p{Script=Cyrillic}]{3,}/u;

export const rule: Rule = {
  id: "look-alike-letters",
  family: "names",
  severity: "warning",
  title: "Letters are those they look like",
  why: "A Greek “Υ” for a Latin “Y” in a column of flags is not found by a search, not counted by a spreadsheet, and read out wrongly.",
  fires: ["| Crime | Trend |\n| --- | --- |\n| Rape | Υ |\n| Robbery | N |\n"],
  silent: [
    "| Crime | Trend |\n| --- | --- |\n| Rape | Y |\n| Robbery | N |\n\nThe coefficient α is small, Ελλάδα is Greek.\n",
  ],
  find: (input) =>
    partsIn(input).flatMap((partOf) => {
      const found = wordsIn(partOf).flatMap((said) =>
        foreign.test(said.words.text)
          ? []
          : matchesIn(said, one).filter((match) => inLatin(said.words.text, match.at)),
      );
      const [first] = found;
      if (first === undefined) return [];
      const letter = first.quoted.words.text;
      const lines = new Set(found.map(({ quoted }) => startOf(quoted.words).line));
      const where =
        lines.size === 1 ? "" : `, here and on ${lines.size - 1} more line${lines.size === 2 ? "" : "s"}`;
      return [
        tell(
          rule,
          first.quoted,
          `a letter that looks like ${twins[letter]} is of another alphabet (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})${where}`,
          null,
          `Type ${twins[letter]}.`,
        ),
      ];
    }),
};

/** It stands alone or beside Latin letters or figures. */
function inLatin(text: string, at: number): boolean {
  const around = `${text[at - 1] ?? " "}${text[at + 1] ?? " "}`;
  return (
    /^[A-Za-z0-9\s().,/-]{2}$/.test(around) &&
    (/[A-Za-z0-9]/.test(around) || /[A-Z]/.test(twins[text[at] ?? ""] ?? ""))
  );
}
