import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PaperTable, Text } from "../../sources/paperText/paper.ts";
import { datesIn } from "../mentions/dates.ts";
import { shareOf, stemsOf } from "../mentions/likeness.ts";
import { dayName } from "../mentions/months.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

type Due = { readonly date: string; readonly item: Text };
const fewest = 3;
/** An item of an agenda is no longer. */
const longest = 140;

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
  const tables = paper.parts.flatMap(({ part }) => tablesOf(part));
  return tables.flatMap((table) => {
    const due = dueIn(table);
    const today = due.filter(({ date }) => date === meeting);
    if (due.length < fewest || today.length === 0) return [];
    const others = linesOf(paper, table);
    return [
      ...today
        .filter(({ item }) => !others.some((line) => isAbout(item.text, line)))
        .map(({ item }) =>
          tell(
            rule,
            { paper, words: item },
            `“${item.text}” is due on the day of this meeting, ${dayName(meeting)}, and no item is about it`,
            null,
            "Put it on the agenda, or give it another date.",
          ),
        ),
      ...passed(
        paper,
        due.filter(({ date }) => date < meeting),
      ),
    ];
  });
}

/** What should be off the programme is told once, at its first row. */
function passed(paper: AuditedPaper, [first, ...more]: readonly Due[]) {
  if (first === undefined) return [];
  const { item, date } = first;
  return [
    tell(
      { id: rule.id, severity: "review" },
      { paper, words: item },
      `“${item.text}” was due on ${dayName(date)}, before this meeting, and is still on the programme${more.length === 0 ? "" : ", as others are"}`,
      null,
      "Take out what is done, or give it a new date.",
    ),
  ];
}

/** Rows of a programme: a date, then an item. */
const dueIn = ({ rows }: PaperTable): Due[] =>
  rows.flatMap(({ cells: [day, item] }) => {
    const date = datesIn(day?.text ?? "")[0]?.date ?? null;
    return date === null || item === undefined || item.text.trim() === "" ? [] : [{ date, item }];
  });

/** Items, headings and rows of the whole file but the programme's: one of them is the agenda's. */
const linesOf = (paper: AuditedPaper, programme: PaperTable): string[] =>
  paper.parts
    .flatMap(({ part }) => part.blocks)
    .filter((block) => block !== programme)
    .flatMap((block) =>
      block.kind === "table"
        ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))
        : passagesOf(block).map(({ text }) => text),
    )
    .filter((line) => line.length < longest);

/** Most of the words of the programme are in the line. */
const isAbout = (item: string, line: string): boolean =>
  shareOf(stemsOf(item.replace(/\b(?:review|update|report|month)\b/gi, "")), stemsOf(line)) >= 0.6;
