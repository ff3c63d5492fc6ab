import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PaperTable, Text } from "../../sources/paperText/paper.ts";
import { datesIn } from "../mentions/dates.ts";
import { shareOf, stemsOf } from "../mentions/likeness.ts";
import { dayName } from "../mentions/months.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

type Due = { readonly date: string; readonly item: Text; readonly about: string };

export const rule: Rule = {
  id: "programme-agenda-papers",
  family: "structure",
  severity: "warning",
  title: "What the work programme has for a meeting is on its agenda, and nothing that has passed",
  why: "“Substance misuse review”, due on the day of the meeting and on no agenda, is lost without a word.",
  fires: [
    "# Police and Crime Panel\n\nDate: Monday, 16 March 2020\n\n## Items on the agenda\n\n1. Minutes\n\n2. Rural crime team update\n\n3. Victim satisfaction report\n\n## Work programme\n\n| Date of next report | Item | Detail |\n| --- | --- | --- |\n| 16 March 2020 | Rural Crime | An update |\n| 16 March 2020 | Victim Satisfaction | A report |\n| 16 March 2020 | Substance Misuse review | |\n| 18 June 2020 | Annual report | |\n",
  ],
  silent: [
    "# Police and Crime Panel\n\nDate: Monday, 16 March 2020\n\n## Items on the agenda\n\n1. Minutes\n\n2. Rural crime team update\n\n3. Victim satisfaction report\n\n## Work programme\n\n| Date of next report | Item | Detail |\n| --- | --- | --- |\n| 16 March 2020 | Rural Crime | An update |\n| 16 March 2020 | Victim Satisfaction | A report |\n| 18 June 2020 | Annual report | |\n",
  ],
  find: ({ papers }) => papers.flatMap(unplaced),
};

function unplaced(paper: AuditedPaper) {
  const meeting = paper.read.date;
  if (meeting === null) return [];
  const programmes = paper.parts.flatMap(({ part }) =>
    tablesOf(part).map((table) => ({ part, due: dueIn(table) })),
  );
  return programmes.flatMap(({ part, due }) => {
    const ofThisDay = due.filter(({ date }) => date === meeting);
    if (due.length < 3 || ofThisDay.length === 0) return [];
    const headings = paper.parts
      .flatMap((other) => other.part.blocks)
      .flatMap((block) =>
        block.kind === "table" && part.blocks.includes(block)
          ? tableWords(block, due)
          : block.kind === "table"
            ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))
            : passagesOf(block).map(({ text }) => text),
      )
      .filter((text) => text.length < 140);
    return [
      ...ofThisDay
        .filter(({ about }) => !headings.some((text) => isAbout(about, text)))
        .map(({ item }) =>
          tell(
            rule,
            { paper, words: item },
            `“${item.text}” is due on the day of this meeting, ${dayName(meeting)}, and no item is about it`,
            null,
            "Put it on the agenda, or give it another date.",
          ),
        ),
      ...due
        .filter(({ date }) => date < meeting)
        .slice(0, 1)
        .map(({ item, date }) =>
          tell(
            { id: rule.id, severity: "review" },
            { paper, words: item },
            `“${item.text}” was due on ${dayName(date)}, before this meeting, and is still on the programme${due.filter((one) => one.date < meeting).length > 1 ? ", as others are" : ""}`,
            null,
            "Take out what is done, or give it a new date.",
          ),
        ),
    ];
  });
}

/** Rows of a programme: a date, then an item. */
const dueIn = ({ rows }: PaperTable): Due[] =>
  rows.flatMap(({ cells: [day, item, detail] }) => {
    const date = datesIn(day?.text ?? "")[0]?.date;
    return date === undefined || date === null || item === undefined || item.text.trim() === ""
      ? []
      : [{ date, item, about: `${item.text} ${(detail?.text ?? "").slice(0, 0)}` }];
  });

/** The rows of the programme itself say nothing of the agenda. */
const tableWords = ({ rows }: PaperTable, due: readonly Due[]): string[] =>
  rows
    .filter(({ cells }) => !due.some(({ item }) => cells.includes(item as never)))
    .map(({ cells }) => cells.map(({ text }) => text).join(" "));

/** The programme's words are nearly all in a heading or an item. */
const isAbout = (item: string, text: string): boolean =>
  shareOf(stemsOf(item.replace(/\b(?:review|update|report|month)\b/gi, "")), stemsOf(text)) >= 0.6;
