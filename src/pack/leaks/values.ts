import { byLetters, type Feature } from "./feature.ts";

/** A number or a sum of money in a text, by a key that is the same for all ways of writing it. */
export type Value = {
  readonly key: string;
  readonly money: boolean;
  readonly start: number;
  readonly end: number;
};

const digits = "(?:\\d{1,3}(?:[, ]\\d{3})+(?![\\d])|\\d+)(?:\\.\\d+)?";
const multiple = "(?:\\s?(?:m|mn|million|bn|billion|k|thousand)\\b)?";
const unit = "(?:m2?|km2?|kg|g|ha|ft|sqft|p|pm|am|st|nd|rd|th|hrs?)\\b";
/** Not within a word, behind a decimal point, or in a colour. */
const free = "(?<![\\p{L}\\d]|\\d\\.)(?!(?<=#)\\d{6}\\b)";
const valuePattern = new RegExp(
  `[£$€]\\s?${digits}${multiple}|\\bGBP\\s?${digits}${multiple}|${free}${digits}(?:${multiple}\\s(?:pounds|GBP)\\b|(?![\\p{L}\\d])|(?=${unit}))`,
  "giu",
);
const factors: readonly (readonly [RegExp, number])[] = [
  [/(?:bn|billion)\b/i, 1e9],
  [/(?:m|mn|million)\b/i, 1e6],
  [/(?:k|thousand)\b/i, 1e3],
];

/**
 * The sums of money and the numbers of four and more digits of a normalised text. `1,234`, `1 234` and `1234` have one key, as have
 * `£12.5m` and `£12,500,000`; a sum of 1,000 and more has the key of the number, since a table's head may hold its unit. A plain
 * `2020` is a year and left out, `2,020` and `£2020` are not.
 */
export function valuesIn(text: string): Value[] {
  const values: Value[] = [];
  for (const { 0: written, index: start } of text.matchAll(valuePattern)) {
    const end = start + written.length;
    const money = /[£$€]|pounds|GBP/i.test(written);
    const key = money ? sumKey(written) : numberKey(written);
    if (key !== null) values.push({ key, money, start, end });
  }
  return values;
}

function numberKey(written: string): string | null {
  const whole = written.replace(/\.\d+$/, "");
  const key = whole.replaceAll(/\D/g, "");
  return key.length < 4 || (year.test(written) && whole === key) ? null : key;
}

const year = /^(?:19|20)\d\d$/;

/** Pounds and pence, e.g. `12500000`, `£450` or `£0.85`. */
function sumKey(written: string): string {
  const factor = factors.find(([unit]) => unit.test(written.replace(/pounds|GBP/gi, "").trim()))?.[1] ?? 1;
  const amount = Math.round(Number(written.replaceAll(/[^\d.]/g, "")) * factor * 100) / 100;
  return amount >= 1000 ? String(Math.floor(amount)) : `£${amount}`;
}

/** Digits that are too many to stand side by side in a table by chance. */
const manyDigits = 7;

/** The sums and numbers of a normalised text as features; long numbers also as digits that spaces may part. */
export function valueFeatures(text: string, isAside: (start: number, end: number) => boolean): Feature[] {
  return valuesIn(text).flatMap(({ key, money, start, end }): Feature[] => {
    if (!money && isAside(start, end)) return [];
    const feature: Feature = {
      kind: money ? "sum of money" : "number",
      search: { by: "value", key },
      start,
      end,
    };
    const isLong = !money && key.length >= manyDigits;
    return isLong ? [feature, byLetters("number", key, { start, end })] : [feature];
  });
}
