const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
] as const;

/** Source of a pattern for a whole number, in figures or as a word up to twenty; it makes no group. */
export const wholePattern = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|${words.slice(1).join("|")})`;

/** The number that such words say; NaN for others. */
export function wholeNumber(written: string): number {
  const index = words.indexOf(written.toLowerCase() as (typeof words)[number]);
  return index >= 0 ? index : Number(written.replaceAll(",", ""));
}
