import type { Quantity } from "../claims/claim.ts";
import { passages } from "../claims/passages.ts";
import { readingOf } from "../claims/reading.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "The highest since April (65)" holds only when April's was at least as high. */
export const rule: Rule = {
  id: "highest-since",
  family: "direction",
  severity: "warning",
  title: "The highest since a month was topped in that month",
  why: "“Highest since April” tells the reader that April was higher. If it was lower, the figure is the highest for longer, or another month was meant.",
  fires: ["72 victims (10%) had six or more. This is the highest volume seen since April 19 (65)."],
  silent: [
    "72 victims (10%) had six or more. This is the highest volume seen since April 19 (81).",
    "52 offences were recorded, the lowest since March 2018 (49).",
    "Since September 17, this is the highest volume seen.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words, before }) =>
          [...words.text.matchAll(since)].flatMap((match) => {
            const all = readingOf(words).quantities;
            const end = match.index + match[0].length;
            const bracket = all.filter((q) => q.at > match.index && q.end <= end);
            const own = all.filter((q) => q.end <= match.index);
            const candidates = own.length > 0 ? own : before === null ? [] : readingOf(before).own;
            return bracket.flatMap((bound) => {
              const now = candidates.findLast((q) => q.kind === bound.kind);
              if (now === undefined || now.loose || !isBroken(match[1] ?? "", now, bound)) return [];
              const text = (own.length > 0 ? words : (before ?? words)).text.slice(now.at, now.end);
              return [
                tell(
                  rule,
                  stretch(paper, words, match.index, end),
                  `${text} is the ${match[1]} for longer than that: the ${words.text.slice(bound.at, bound.end)} named is ${now.value > bound.value ? "lower" : "higher"}.`,
                  null,
                  "Name the month that had a value beyond it, or correct the number that is wrong.",
                ),
              ];
            });
          }),
        ),
      ),
    ),
};

const since = /\b(highest|lowest)\b[^.;]{0,80}\bsince\b[^.;()]{0,40}\([^()]*\)/g;

const isBroken = (which: string, now: Quantity, bound: Quantity): boolean =>
  which === "highest" ? bound.value < now.value : bound.value > now.value;
