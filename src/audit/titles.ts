import { type AgendaLine, agendaLines } from "../model/agenda.ts";
import type { Facts, MeetingFacts, PaperSource } from "../model/facts.ts";
import type { HeadOf } from "../model/papers.ts";
import type { Finding } from "./finding.ts";
import { meaningful } from "./programme.ts";

/**
 * A paper has one title and an appendix one letter, on the agenda, in the list of the report that it belongs to and on the paper itself:
 * who looks for Appendix E must find it.
 */
export const titleFindings = (facts: Facts): Finding[] => [
  ...[...facts.meetings.values()].flatMap((held) =>
    agendaLines(held).flatMap((line) => agendaTitles(line, held, facts)),
  ),
  ...[...facts.papers.values()].flatMap((paper) => appendixFindings(paper, facts)),
];

/** An item that brings one paper of ours, whose own title is about something else. */
function agendaTitles({ item, refs, path }: AgendaLine, held: MeetingFacts, facts: Facts): Finding[] {
  const [ref, ...others] = refs;
  if (ref?.kind !== "paper" || others.length > 0) return [];
  const paper = facts.papers.get(ref.target);
  // Slides show what is said to an item, under a title of their own.
  if (paper === undefined || paper.head.kind === "slides") return [];
  const { title, subtitle = "" } = paper.head;
  const named = [title, subtitle, paper.head.kind].join(" ");
  if (areAlike(item.title, named)) return [];
  return [
    {
      rule: "titles-agree",
      severity: "warning",
      place: held.placeOf([...path, "title"]),
      message: `the agenda calls this paper “${item.title}”, and the paper itself is called “${title}”`,
      quote: item.title,
      other: { place: titlePlace(paper), quote: title },
      settle: "Give both the same title, or name another paper.",
    },
  ];
}

function appendixFindings(paper: PaperSource, facts: Facts): Finding[] {
  const { head } = paper;
  if (head.kind !== "appendix") return [];
  const report = [...facts.papers.values()].find(
    (other) =>
      other.path === paper.path && other.head.kind === "report" && other.head.title === head.appendix.to,
  );
  if (report?.head.kind !== "report" || report.head.appendices.length === 0) return [];
  return listedFindings(paper, head, report, report.head);
}

function listedFindings(
  paper: PaperSource,
  { title, appendix }: HeadOf<"appendix">,
  report: PaperSource,
  { appendices }: HeadOf<"report">,
): Finding[] {
  const at = appendices.findIndex(({ letter }) => letter === appendix.letter);
  const listed = appendices[at];
  const own = listed === undefined ? 0 : likeness(listed.title, title);
  const elsewhere = appendices.find((one) => likeness(one.title, title) > own);
  if (own > 0 && elsewhere === undefined) return [];
  return [
    {
      rule: "titles-agree",
      severity: "error",
      place: paper.markdown.frontMatter.placeOf(["appendix", "letter"]),
      message:
        listed === undefined
          ? `this is Appendix ${appendix.letter} of the ${appendix.to}, which lists no such appendix`
          : `this is Appendix ${appendix.letter}, “${title}”; in the list of the ${appendix.to} Appendix ${appendix.letter} is “${listed.title}”`,
      quote: title,
      other: {
        place: report.markdown.frontMatter.placeOf(at < 0 ? ["appendices"] : ["appendices", at]),
        quote: listed?.title ?? "",
      },
      settle:
        elsewhere === undefined
          ? "Correct the list or the paper."
          : `The list has this title as Appendix ${elsewhere.letter}.`,
    },
  ];
}

const titlePlace = ({ markdown }: PaperSource) => markdown.frontMatter.placeOf(["title"]);

const areAlike = (a: string, b: string): boolean => likeness(a, b) > 0;

/** How many words that mean something two titles share; more than any such number where one holds the other. */
function likeness(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first.includes(second) || second.includes(first)) return Number.POSITIVE_INFINITY;
  const words = meaningful(a);
  return [...meaningful(b)].filter((word) => words.has(word)).length;
}
