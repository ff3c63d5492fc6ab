import type { Quantity } from "./claim.ts";
import type { Cue } from "./cues.ts";

/** The size that is said of a change: "12% increase", "increased by 5%", "a reduction of 2 percentage points", "3% below". */
export const sizeAt = (
  text: string,
  { at, end }: Pick<Cue, "at" | "end">,
  quantities: readonly Quantity[],
): Quantity | null =>
  quantities.find((q) => {
    const before = q.end <= at ? text.slice(q.end, at) : null;
    const behind = q.at >= end ? text.slice(end, q.at) : null;
    const word = text.slice(at, end);
    if (before !== null && isBefore.test(before))
      return q.kind === "percent" || q.kind === "points" || isPosition.test(word);
    if (behind === null) return false;
    if (isBehind.test(behind)) return q.kind !== "duration";
    return behind === " " && isVerb.test(word) && (q.kind === "percent" || q.kind === "points");
  }) ?? null;

const isPosition = /^(?:above|below|more|less|fewer|higher|lower)$/i;
const isVerb =
  /^(?:increased|rose|risen|grew|grown|up|decreased|reduced|fell|fallen|dropped|declined|down)$/i;

const isBefore =
  /^ (?:(?:YTD|year[- ]to[- ]date|overall|further|annual|net|relative|real|slight|notable|significant) )*$/i;
const isBehind =
  /^(?: (?:slightly|significantly|notably|further|only|just))?(?: (?:of|by))(?: (?:only|just|a further|about|around|approximately|circa|some|nearly|almost|over|more than))? $/i;
