import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import type { AuditedPaper } from "../rule.ts";
import type { Match, Said } from "../said.ts";
import { matchesIn } from "../said.ts";
import { contentOf, isSmall } from "./plainNames.ts";

/** An acronym where a paper says what it stands for. */
export type Expansion = {
  /** Without a plural's s: `OPCC`. */
  readonly acronym: string;
  /** As written: `Office of the Police and Crime Commissioner`. */
  readonly words: string;
  /** Whether the first letters of the words make the acronym. */
  readonly fits: boolean;
  readonly match: Match;
};

const link = "(?:of|and|the|for|in|to|on|with|a|&|/)";
const word = "[A-Za-z][\\w’'/&-]*[,]?";
/** Words and then their acronym in brackets: "Office of the Police and Crime Commissioner (OPCC)". */
const wordsFirst = new RegExp(`((?:${word} |& |/ )+)\\(([A-Z][A-Za-z&]{1,9})(?:[’']s)?\\)`, "g");
/** The acronym and then its words: "IAG's (Independent Advisory Boards)", "MARAC (Multi Agency …)". */
const acronymFirst = new RegExp(
  `\\b([A-Z][A-Z&]{1,8}s?)(?:[’']s)? \\((${word}(?: (?:${word}|${link}))+)\\)`,
  "g",
);

const used = /(?<![\w&/.-])([A-Z][A-Z&]{1,9})s?(?![\w/&-]|[’'][A-Z])/g;

/** The acronyms of a text, each as its match's first group; words in capitals make none. */
export const acronymsIn = (said: Said): Match[] =>
  !/[a-z]/.test(said.words.text) && /[A-Z]{3,}\s[A-Z]{3,}/.test(said.words.text) ? [] : matchesIn(said, used);

const found = new WeakMap<Text, { readonly paper: AuditedPaper; readonly expansions: Expansion[] }>();

/** What a sentence says that acronyms stand for; several rules ask. */
export function expansionsIn(said: Said): readonly Expansion[] {
  if (!said.words.text.includes("(")) return [];
  const before = found.get(said.words);
  if (before?.paper === said.paper) return before.expansions;
  const expansions = readExpansions(said);
  found.set(said.words, { paper: said.paper, expansions });
  return expansions;
}

function readExpansions(said: Said): Expansion[] {
  return [
    ...matchesIn(said, wordsFirst).flatMap((match) => {
      const acronym = bare(match.groups[2] ?? "");
      const found = acronym === null ? null : lastWords(match.groups[1] ?? "", acronym);
      return acronym === null || found === null
        ? []
        : [{ acronym, ...found, match: narrowed(said, match, found.words) }];
    }),
    ...matchesIn(said, acronymFirst).flatMap((match) => {
      const acronym = bare(match.groups[1] ?? "");
      const words = match.groups[2] ?? "";
      if (acronym === null || !/^[A-Z]/.test(words)) return [];
      const fits = makes(contentOf(words), acronym);
      // Words in brackets behind an acronym may be anything: they begin as its letters do, and are as many.
      const near =
        firstLetter(words) === acronym[0] && Math.abs(contentOf(words).length - acronym.length) <= 1;
      return fits || near ? [{ acronym, words, fits, match }] : [];
    }),
  ];
}

/** An acronym without a plural's s, in capitals; null for a word or a numeral. */
function bare(written: string): string | null {
  const letters = written.replace(/(?<=[A-Z]{2})[sS]$/, (end, at) => (end === "s" || at > 3 ? "" : end));
  return /^[A-Z&]{2,}$|^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(letters) && !/^[IVX]+$/.test(letters)
    ? letters.replace(/&/g, "")
    : null;
}

const firstLetter = (text: string): string => (contentOf(text)[0]?.[0] ?? "").toUpperCase();

/** The words that end a phrase and make the acronym, or as many capitalised ones as it has letters. */
function lastWords(phrase: string, acronym: string): { words: string; fits: boolean } | null {
  const words = phrase.trim().split(/\s+/);
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const some = words.slice(from).join(" ");
    if (isSmall(words[from] ?? "")) continue;
    if (makes(contentOf(some), acronym) && !isLowered(contentOf(some), acronym))
      return { words: some, fits: true };
    if (contentOf(some).length > acronym.length + 3) break;
  }
  return asMany(words, acronym);
}

/** Words, as many as the acronym has letters, that begin with its first one: near enough to be its expansion. */
function asMany(words: readonly string[], acronym: string): { words: string; fits: boolean } | null {
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const some = words.slice(from);
    const content = contentOf(some.join(" "));
    if (content.length === acronym.length && isNear(content, acronym))
      return { words: some.join(" ").replace(/[’']$/, ""), fits: false };
    if (content.length > acronym.length) return null;
  }
  return null;
}

/** Capitalised words that begin with the first letter; small ones make all letters but one of four or more. */
function isNear(content: readonly string[], acronym: string): boolean {
  const initials = content.map((one) => (one[0] ?? "").toUpperCase());
  if (initials[0] !== acronym[0]) return false;
  return (
    content.every((one) => /^[A-Z]/.test(one)) ||
    (acronym.length >= 4 && initials.filter((letter, i) => letter !== acronym[i]).length === 1)
  );
}

/** Whether words make an acronym: each of its letters opens a word, in order, and each word gives its first letter. */
function makes(words: readonly string[], acronym: string): boolean {
  const initials = words.map((one) => (one[0] ?? "").toUpperCase()).join("");
  return initials === acronym.toUpperCase() && words.length > 1;
}

/** A single word in small letters is no name: "issues (IS)". */
const isLowered = (words: readonly string[], acronym: string): boolean =>
  acronym.length < 3 && words.every((one) => /^[a-z]/.test(one));

const narrowed = (said: Said, match: Match, words: string): Match => {
  const at = said.words.text.lastIndexOf(words, match.end);
  return {
    ...match,
    at,
    quoted: {
      paper: said.paper,
      words: pieceOf(said.words, at, match.end),
    },
  };
};
