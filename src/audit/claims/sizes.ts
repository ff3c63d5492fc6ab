import type { Quantity } from "./claim.ts";
import type { Cue } from "./cues.ts";

/** The size that is said of a change: "12% increase", "increased by 5%", "a reduction of 2 percentage points", "3% below". */
export const sizeAt = (
  text: string,
  { at, end }: Pick<Cue, "at" | "end">,
  quantities: readonly Quantity[],
): Quantity | null =>
  quantities.find(
    (q) =>
      (q.kind === "percent" || q.kind === "points" || q.kind === "count") &&
      ((q.end <= at && isBefore.test(text.slice(q.end, at)) && q.kind !== "count") ||
        (q.at >= end && isBehind.test(text.slice(end, q.at)))),
  ) ?? null;

const isBefore =
  /^ (?:(?:YTD|year[- ]to[- ]date|overall|further|annual|net|relative|real|slight|notable|significant) )*$/i;
const isBehind =
  /^(?: (?:slightly|significantly|notably|further|only|just))?(?: (?:of|by))(?: (?:only|just|a further|about|around|approximately|circa|some|nearly|almost|over|more than))? $/i;
