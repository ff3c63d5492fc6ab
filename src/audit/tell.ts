import type { Place } from "../diagnostic.ts";
import type { Spot, Text } from "../sources/paperText/paper.ts";
import { startOf } from "../sources/paperText/text.ts";
import type { Finding } from "./finding.ts";
import type { AuditedPaper, Rule } from "./rule.ts";

/** Where something stands in a paper, as findings name it. */
export const placeOf = ({ file }: Pick<AuditedPaper, "file">, { line, column, page }: Spot): Place => ({
  file,
  line,
  column,
  ...(page === null ? {} : { page }),
});

/** Words of a paper: where a finding points, and what it quotes. */
export type Quoted = { readonly paper: AuditedPaper; readonly words: Text };

/**
 * What a rule says of words.
 *
 * @param other the words that they disagree with, wherever these stand
 * @param settle what would settle it: "Print 57%, or give the base of the 60%."
 */
export const tell = (
  { id, severity }: Pick<Rule, "id" | "severity">,
  { paper, words }: Quoted,
  message: string,
  other: Quoted | null,
  settle: string,
): Finding => ({
  rule: id,
  severity,
  place: placeOf(paper, startOf(words)),
  message,
  quote: words.text.trim(),
  other:
    other === null
      ? null
      : { place: placeOf(other.paper, startOf(other.words)), quote: other.words.text.trim() },
  settle,
});
