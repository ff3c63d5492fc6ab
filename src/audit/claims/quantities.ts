import type { Quantity, QuantityKind } from "./claim.ts";
import { masked } from "./masks.ts";

const number =
  /(£)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)( ?(?:million|m|billion|bn|thousand|k)\b)?( ?(?:%|per ?cent\b)|[- ](?:percentage[- ])?points?\b| ?pp\b)?/g;
const minutes = /(\d+) ?min(?:ute)?s?,? (?:and )?(\d+) ?sec(?:ond)?s?\b/gi;
const loose =
  /\b(?:about|around|approximately|approx\.?|circa|c\.|some|nearly|almost|over|more than|less than|fewer than|up to|under|at least|roughly)(?: the| an?)? ?$/i;
const scales: Readonly<Record<string, number>> = {
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  thousand: 1e3,
  k: 1e3,
};

/** The quantities of a sentence, in their order. */
export function quantitiesIn(text: string): Quantity[] {
  const clean = masked(text);
  const timed = [...clean.matchAll(minutes)].map(
    ({ 0: whole, 1: min, 2: sec, index }): Quantity => ({
      at: index,
      end: index + whole.length,
      kind: "duration",
      value: 60 * Number(min) + Number(sec),
      decimals: 0,
      sign: null,
      loose: false,
    }),
  );
  const rest = clean.replace(minutes, (whole) => "¤".repeat(whole.length));
  const plain = [...rest.matchAll(number)].flatMap((match) => quantityOf(rest, match));
  return [...timed, ...plain].sort((a, b) => a.at - b.at);
}

function quantityOf(text: string, match: RegExpMatchArray): Quantity[] {
  const { 0: whole, 1: pound, 2: digits = "", 3: scale, 4: unit = "", index = 0 } = match;
  const before = text.slice(0, index);
  if (/[¤\w.]$/.test(before) || /^\w/.test(text.slice(index + whole.length))) return [];
  const sign = signOf(before);
  const at = sign === null ? index : before.trimEnd().length - 1;
  const times = scales[scale?.trim() ?? ""] ?? 1;
  return [
    {
      at,
      end: index + whole.length,
      kind: kindOf(pound, unit),
      value: (sign === "-" ? -1 : 1) * Number(digits.replaceAll(",", "")) * times,
      decimals: digits.split(".")[1]?.length ?? 0,
      sign,
      loose: loose.test(text.slice(0, at)),
    },
  ];
}

function kindOf(pound: string | undefined, unit: string): QuantityKind {
  if (pound !== undefined) return "money";
  if (/point|pp/.test(unit)) return "points";
  return unit === "" ? "count" : "percent";
}

/** A dash behind a noun ("in December -55%") is one of punctuation; a minus stands behind an article, a bracket or such a word. */
function signOf(before: string): Quantity["sign"] {
  if (/(?:^|[ (])\+$/.test(before)) return "+";
  return /(?:^|[(,:] ?|\b(?:an?|the|of|by|at|is|was|to|from|and|shows?|be|or) )[-−–]$/i.test(before)
    ? "-"
    : null;
}
