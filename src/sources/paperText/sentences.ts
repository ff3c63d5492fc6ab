import type { Text } from "./paper.ts";
import { pieceOf, trimmed } from "./text.ts";

/** Words before a full stop that end no sentence. */
const abbreviations = new Set(
  (
    "rt ph no nos mr mrs ms dr prof sir st rev hon cllr sgt insp supt ch c det sup asst cc cdr e.g i.e eg ie etc cf vs v viz " +
    "approx para paras p pp fig figs sec sect s ss art arts sch vol ed eds incl excl inc ltd co rd ave est max min tel ext ref " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun hrs a.m p.m q qtr yr yrs rac religi aggr"
  ).split(" "),
);
/** Abbreviations that often stand at a sentence's end, too: the capital behind them decides. */
const eitherWay = new Set("etc ltd inc co a.m p.m hrs yrs yr am pm".split(" "));

/** Behind the mark a quotation may close, and the mark of a note may stand. */
const ending = /[.!?]+["'’”)\]*_]*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\^[^\]\s]+\])*(?=\s+)/g;

/** The sentences of a text, trimmed, in order; together they are all of it but blanks. */
export function sentencesIn(whole: Text): Text[] {
  const { text } = whole;
  const sentences: Text[] = [];
  let from = 0;
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, from, match.index, match[0], end)) continue;
    sentences.push(trimmed(pieceOf(whole, from, end)));
    from = end;
  }
  const rest = trimmed(pieceOf(whole, from));
  return rest.text === "" ? sentences : [...sentences, rest];
}

function endsSentence(text: string, from: number, at: number, mark: string, end: number): boolean {
  const next = text.slice(end).trimStart();
  if (!mark.startsWith(".")) return /^["'‘“(*_•·-]*[A-Z0-9£]/.test(next);
  if (!/^["'‘“([*_•·<-]*[A-Z0-9£]/.test(next)) return false;
  const word = /\S*$/.exec(text.slice(from, at))?.[0] ?? "";
  const bare = word.replace(/^["'‘“(*_]+/, "");
  const lower = bare.toLowerCase();
  if (eitherWay.has(lower)) return /^["'‘“(]*[A-Z]/.test(next);
  // Ranks are written together: "D.Supt. Green", "T/Ch.Supt. Green".
  if (abbreviations.has(lower) || abbreviations.has(lower.split(/[./]/).at(-1) ?? "")) return false;
  if (/^(?:[A-Z]\.)*[A-Z]$/.test(bare)) return false;
  // A number, letter or numeral that opens the text, or a question's mark, numbers what follows: "1. General", "Q3. Why".
  const opens = text.slice(from, at).trim() === word;
  return !(opens && /^\(?(?:Q?\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,5})$/i.test(bare));
}
