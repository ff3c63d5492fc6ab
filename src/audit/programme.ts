import { agendaLines } from "../model/agenda.ts";
import type { Facts, PaperSource } from "../model/facts.ts";
import type { Finding } from "./finding.ts";

/**
 * The work programme against the agenda of its meeting: what was due that day is on the agenda, and what has passed is not left on the
 * programme as if it were to come.
 */
export function programmeFindings(facts: Facts): Finding[] {
  return [...facts.papers.values()].flatMap((paper) =>
    paper.head.kind === "work-programme" ? rowFindings(paper, facts) : [],
  );
}

function rowFindings({ path, head, markdown }: PaperSource, facts: Facts): Finding[] {
  if (head.kind !== "work-programme") return [];
  const held = facts.meetings.get(path);
  if (held === undefined) return [];
  const { meeting } = held;
  const titles = agendaLines(held).map(({ item }) => item.title);
  return head.programme.dated.flatMap((row, i): Finding[] => {
    const place = markdown.frontMatter.placeOf(["programme", "dated", i]);
    const tell = (message: string): Finding => ({
      rule: "programme-agenda",
      severity: "warning",
      place,
      message,
      quote: row.item,
      other: null,
    });
    if (row.date < meeting.date)
      return [
        tell(
          `“${row.item}” was due on ${row.date}, before the meeting of ${meeting.date}: it has passed, or its date is wrong`,
        ),
      ];
    if (row.date === meeting.date && !titles.some((title) => isAbout(title, row.item)))
      return [tell(`“${row.item}” is due on the day of the meeting, and no item of its agenda is about it`)];
    return [];
  });
}

/** Whether an agenda item is about what the programme names: they share two words that mean something, or the only one. */
function isAbout(title: string, item: string): boolean {
  const [a, b] = [meaningful(title), meaningful(item)];
  const shared = [...b].filter((word) => a.has(word)).length;
  return shared >= Math.min(2, b.size);
}

/** The words of a title that mean something, without their endings. */
export const meaningful = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
      .map((word) => word.replace(/(isation|ation|ing|ies|s)$/, ""))
      .filter(
        (word) =>
          !["with", "from", "report", "update", "month", "warwickshire", "police", "review"].includes(word),
      ),
  );
