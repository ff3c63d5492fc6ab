/** A quarter that a text names. */
export type QuarterMention = {
  readonly quarter: number;
  /** The year in which its financial year begins; null where it is not named as `2019/20`. */
  readonly year: number | null;
  readonly at: number;
  readonly end: number;
  readonly written: string;
};

const pattern =
  /\b(?:Q([1-4])\b|Quarter\s+([1-4])\b)(?:,?\s*(?:of\s+)?(?:the\s+)?(20\d\d)\s?[/-]\s?(?:20)?(\d\d)(?!\d))?/gi;

/** The quarters that a text names, in its order: "Q4 2019/20", "quarter 1". */
export const quartersIn = (text: string): QuarterMention[] =>
  [...text.matchAll(pattern)].map((match) => ({
    quarter: Number(match[1] ?? match[2]),
    year: match[3] === undefined ? null : Number(match[3]),
    at: match.index,
    end: match.index + match[0].length,
    written: match[0],
  }));
