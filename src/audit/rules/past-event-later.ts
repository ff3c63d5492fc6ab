import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import { dayName } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { partsIn, type Said, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A verb that tells of something done, right before its date. */
const done =
  /\b(held|met|took place|launched|launched on|approved|agreed|presented|came into (?:effect|force)|took effect|commenced|occurred|happened|began|started|opened|closed|visited|attended|inspected|published|confirmed|adopted|received|arrested|convicted|sentenced|announced|introduced|implemented|reported|notified)(?:\s\w+){0,3}?(?:\son)?(?:\sthe)?\s$/i;
/** What makes it something to come: "to be held", "will be launched", "is being held". */
const toCome =
  /\b(?:be|being|will|shall|would|to|is|are|when|once|if|until|before|scheduled to|due to)\s+(?:\w+\s+){0,2}$/i;

export const rule: Rule = {
  id: "past-event-later",
  family: "time",
  severity: "error",
  title: "What has happened lies before the date of the paper",
  why: "“The last meeting, held on 21 November 2020”, in a paper of March 2020, sends the reader to minutes that do not exist.",
  fires: [
    "# Report of the Commissioner\n\nDate: 16 March 2020\n\nMuch was done since the last scheduled meeting held on the 21st November 2020.\n",
  ],
  silent: [
    "# Report of the Commissioner\n\nDate: 16 March 2020\n\nMuch was done since the meeting held on the 21st November 2019. The next will be held on 18 June 2020.\n",
    "# Report\n\nDate: 16 March 2020\n\nThe new model is to be launched on 1 April 2020, and elections held on 7 May 2020 will follow.\n",
  ],
  find: (input) =>
    partsIn(input).flatMap((partOf) => {
      const { paper, part } = partOf;
      const { date: dated, dated: said } = part;
      if (dated === null) return [];
      return sentencesIn(partOf).flatMap((words) =>
        pastAfter(words, dated).map(({ at, end, date }) =>
          tell(
            rule,
            { paper, words: pieceOf(words.words, at, end) },
            `what is told as past would be of ${dayName(date)}, after the paper's own date (${dayName(dated)})`,
            said === null ? null : { paper, words: said },
            `Correct the year, or the date of the paper.`,
          ),
        ),
      );
    }),
};

function pastAfter({ words: { text } }: Said, dated: string) {
  return datesIn(text).flatMap(({ date, at, end }) => {
    if (date === null || date <= dated) return [];
    const verb = done.exec(text.slice(0, at));
    if (verb === null || toCome.test(text.slice(0, verb.index))) return [];
    if (/\b(?:will|shall|due|next|forthcoming|planned|expected)\b/i.test(text)) return [];
    return [{ at: verb.index, end, date }];
  });
}
