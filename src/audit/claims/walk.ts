import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf, spotAt } from "../../sources/paperText/text.ts";
import type { AuditedPaper, AuditedPart, AuditInput } from "../rule.ts";
import type { Quoted } from "../tell.ts";
import type { Claim, Printed } from "./claim.ts";

/** A claim, and the paper and part that make it. */
export type Claimed<Kind extends Claim["kind"]> = {
  readonly paper: AuditedPaper;
  readonly part: AuditedPart;
  readonly claim: Extract<Claim, { kind: Kind }>;
};

/** All claims of one kind, paper by paper. */
export const claimed = <Kind extends Claim["kind"]>({ papers }: AuditInput, kind: Kind): Claimed<Kind>[] =>
  papers.flatMap((paper) =>
    paper.parts.flatMap((part) =>
      part.claims.flatMap((claim) => (isKind(claim, kind) ? [{ paper, part, claim }] : [])),
    ),
  );

const isKind = <Kind extends Claim["kind"]>(
  claim: Claim,
  kind: Kind,
): claim is Extract<Claim, { kind: Kind }> => claim.kind === kind;

/** A stretch of a sentence, to be quoted. */
export const stretch = (paper: AuditedPaper, words: Text, at: number, end: number): Quoted => ({
  paper,
  words: pieceOf(words, at, end),
});

/** From the first to the last of some offsets of a sentence, to be quoted, with the bracket that one of them opens. */
export function stretchOver(
  paper: AuditedPaper,
  words: Text,
  spans: readonly { readonly at: number; readonly end: number }[],
): Quoted {
  const at = Math.min(...spans.map((span) => span.at));
  const end = Math.max(...spans.map((span) => span.end));
  const isOpen = /\([^)]*$/.test(words.text.slice(at, end));
  return stretch(paper, words, at, isOpen && words.text[end] === ")" ? end + 1 : end);
}

/** The words of a printed number. */
export const said = ({ words, quantity }: Printed): string => words.text.slice(quantity.at, quantity.end);

/** Tells coverage that a printed number was held against something. */
export const checked = (
  input: AuditInput,
  paper: AuditedPaper,
  printed: readonly (Printed | null)[],
): void => {
  for (const one of printed) if (one !== null) input.checked(paper, spotAt(one.words, one.quantity.at));
};
