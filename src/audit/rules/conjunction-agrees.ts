import { textsOf } from "../../sources/paperText/outline.ts";
import type { Text } from "../../sources/paperText/paper.ts";
import { type Cue, cuesIn } from "../claims/cues.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** Looks at each "increase … and|but above the average", in sentences and in the cells of a grid. */
export const rule: Rule = {
  id: "conjunction-agrees",
  family: "direction",
  severity: "warning",
  title: "“And” joins what points one way, “but” what does not",
  why: "“An increase but above the average” makes the reader look for a contrast that is not there; often one of the two directions is left from another month.",
  fires: [
    "An increase on the previous month but above the monthly average was recorded.",
    "This is an increase on the previous month and below the monthly average.",
  ],
  silent: [
    "An increase on the previous month and above the monthly average was recorded.",
    "This is an increase on the previous month but below the monthly average.",
    "It is in line with the previous month but above the monthly average.",
    "This is a decrease on the previous month but volumes remain above the monthly average.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        textsOf(part).flatMap((words) =>
          pairsIn(words).map(({ first, second, said }) => {
            const wanted = first.direction === second.direction ? "and" : "but";
            return tell(
              rule,
              stretch(paper, words, first.at, second.end),
              `“${words.text.slice(first.at, first.end)} … ${said} ${words.text.slice(second.at, second.end)}”: the two point ${wanted === "and" ? "the same way" : "different ways"}.`,
              null,
              `Write “${wanted}”, or correct the direction that is wrong.`,
            );
          }),
        ),
      ),
    ),
};

type Pair = { readonly first: Cue; readonly second: Cue; readonly said: string };

/** Pairs of a change and a position about an average whose conjunction does not fit. */
function pairsIn({ text }: Text): Pair[] {
  if (!/\b(?:and|but)\b/.test(text)) return [];
  const cues = cuesIn(text);
  return cues.flatMap((first, i): Pair[] => {
    const second = cues[i + 1];
    if (second === undefined || first.direction === "same" || second.direction === "same") return [];
    const said = joins.exec(text.slice(first.end, second.at))?.[1];
    const isPair =
      isChange.test(text.slice(first.at, first.end)) &&
      isPosition.test(text.slice(second.at, second.end)) &&
      anAverage.test(text.slice(second.end));
    if (said === undefined || !isPair) return [];
    return (said === "and") === (first.direction === second.direction) ? [] : [{ first, second, said }];
  });
}

const joins = /^ (?:on|in|from|compared|since|over|against)\b[^.;]{0,90}\b(and|but)(?: (?:[a-z]+ ){0,4}| )$/;
const isChange = /^(?:increas|decreas|reduc|rise|rose|fall|fell|drop|declin|grew|growth)/i;
const isPosition = /^(?:above|below|higher|lower)$/i;
const anAverage = /^(?: than)?(?: the| a| its)?(?: [\w-]+){0,2}? (?:average|mean)\b|^(?: the)? monthly\s*$/;
