import { sentencesOf } from "../sources/paperText/outline.ts";
import type { Text } from "../sources/paperText/paper.ts";
import { numbersIn } from "./numbersIn.ts";
import type { AuditedPaper, AuditInput } from "./rule.ts";

/** A paper and the same one of a period before. */
export type Successive = { readonly paper: AuditedPaper; readonly earlier: AuditedPaper };

/** Every paper that has an earlier one: of ours the quarter before, of others one of the same title with an earlier period or date. */
export const successive = ({ papers }: AuditInput): Successive[] =>
  papers.flatMap((paper) => {
    const earlier = paper.own?.earlier ?? latestBefore(paper, papers);
    return earlier === null ? [] : [{ paper, earlier }];
  });

function latestBefore(paper: AuditedPaper, papers: readonly AuditedPaper[]): AuditedPaper | null {
  const [title, time] = [plainTitle(paper), timeOf(paper)];
  if (title === "" || time === null || paper.own !== null) return null;
  const before = papers.filter((other) => {
    const at = timeOf(other);
    return at !== null && at < time && plainTitle(other) === title;
  });
  return before.sort((a, b) => ((timeOf(a) ?? "") < (timeOf(b) ?? "") ? 1 : -1))[0] ?? null;
}

const timeOf = ({ read }: AuditedPaper): string | null => read.period?.to ?? read.date;

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const times = new RegExp(`\\b(?:${months})\\b|\\bQ[1-4]\\b|\\bquarter [1-4]\\b|\\d[\\d/–-]*`, "gi");

/** What a title says but for its period: two issues of one paper have it in common. */
const plainTitle = ({ read }: AuditedPaper): string =>
  (read.title ?? "")
    .toLowerCase()
    .replace(times, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();

/** The sentences of all parts of a paper. */
export const sentencesIn = ({ parts }: AuditedPaper): Text[] =>
  parts.flatMap(({ part }) => sentencesOf(part));

/** Whether an author typed some figure of a sentence: those that were computed are no slip of anybody's. */
export const isTyped = ({ own }: AuditedPaper, words: Text): boolean =>
  own === null || numbersIn(words).some((number) => !own.isComputed(number));

/** One blank between words, so that equal words are equal. */
export const plainWords = (words: string): string => words.replace(/\s+/g, " ").trim();

/** The sentence without the months that it names, and these; a year counts as part of its month. */
export function withoutMonths(sentence: string): {
  readonly rest: string;
  readonly named: readonly string[];
} {
  const named: string[] = [];
  const rest = plainWords(sentence).replace(
    new RegExp(`\\b(?:${months})(?: \\d{4})?\\b`, "g"),
    (month) => `#${named.push(month)}`,
  );
  return { rest, named };
}
