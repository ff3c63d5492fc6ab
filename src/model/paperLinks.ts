import type { Diagnostic, Place } from "../diagnostic.ts";
import { didYouMean } from "../sources/suggest.ts";
import { type AgendaRef, agendaLines } from "./agenda.ts";
import type { Facts, MeetingFacts, PaperSource } from "./facts.ts";

/** Names in papers and meetings that nothing answers to: bodies, members, papers of an agenda. */
export const paperLinkProblems = (facts: Facts): Diagnostic[] => [
  ...[...facts.papers.values()].flatMap((paper) => paperBody(paper, facts)),
  ...[...facts.meetings.values()].flatMap((meeting) => meetingLinks(meeting, facts)),
];

const bodyIds = ({ organisation }: Facts): string[] => organisation.bodies.map(({ id }) => id);

/** @param placeOf asked only where there is a problem: to find a place a file is read again */
function unknownBody(id: string, placeOf: () => Place, facts: Facts): Diagnostic[] {
  const known = bodyIds(facts);
  if (known.includes(id)) return [];
  return [
    {
      place: placeOf(),
      message: `there is no body \`${id}\` in organisation.yaml`,
      hint: didYouMean(id, known),
    },
  ];
}

function paperBody({ head, markdown }: PaperSource, facts: Facts): Diagnostic[] {
  const placeOf = markdown.frontMatter.placeOf;
  const groups = head.kind === "minutes" || head.kind === "notes" ? head.attendance.groups : [];
  return [
    ...unknownBody(head.body, () => placeOf(["body"]), facts),
    ...groups.flatMap(({ body }, i) =>
      unknownBody(body, () => placeOf(["attendance", "groups", i, "body"]), facts),
    ),
  ];
}

function meetingLinks(facts: MeetingFacts, all: Facts): Diagnostic[] {
  const { meeting, placeOf } = facts;
  return [
    ...unknownBody(meeting.body, () => placeOf(["body"]), all),
    ...memberLinks(facts, all),
    ...agendaLines(facts).flatMap(({ refs }) => refs.flatMap((ref) => refProblem(ref, facts, all))),
  ];
}

function memberLinks({ meeting, placeOf }: MeetingFacts, { organisation }: Facts): Diagnostic[] {
  const people = organisation.people.map(({ name }) => name);
  return meeting.membership.flatMap(({ name }, i) =>
    people.includes(name)
      ? []
      : [
          {
            place: placeOf(["membership", i, "name"]),
            message: `\`${name}\` is not among the people of organisation.yaml`,
            hint: didYouMean(name, people),
          },
        ],
  );
}

/** A paper that is not there. Of what lies in `exempt/` nothing is known here: the members' edition finds out. */
function refProblem(ref: AgendaRef, { placeOf, outside, id }: MeetingFacts, all: Facts): Diagnostic[] {
  if (ref.kind === "outside")
    return outside.includes(ref.file.replace("papers/", ""))
      ? []
      : [
          {
            place: placeOf(ref.path),
            message: `there is no file \`${ref.file}\` in the folder of the meeting`,
            hint: didYouMean(
              ref.file,
              outside.map((name) => `papers/${name}`),
            ),
          },
        ];
  const papers = paperNames(all);
  if (ref.kind !== "paper" || papers.includes(ref.target)) return [];
  const own = papers.map((name) => (name.startsWith(`${id}/`) ? name.slice(id.length + 1) : name));
  return [
    {
      place: placeOf(ref.path),
      message: `there is no paper \`${ref.name}\``,
      hint: didYouMean(ref.name, own),
    },
  ];
}

const paperNames = ({ papers, quarters }: Facts): string[] => [
  ...papers.keys(),
  ...[...quarters.values()].flatMap((q) => (q.summary === null ? [] : [`${q.id}/performance-summary`])),
];
