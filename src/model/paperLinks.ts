import type { Diagnostic, Place } from "../diagnostic.ts";
import { didYouMean } from "../sources/suggest.ts";
import type { Facts, MeetingFacts, PaperSource } from "./facts.ts";

/** Names in papers and meetings that nothing answers to: bodies, members, papers of an agenda. */
export const paperLinkProblems = (facts: Facts): Diagnostic[] => [
  ...[...facts.papers.values()].flatMap((paper) => paperBody(paper, facts)),
  ...[...facts.meetings.values()].flatMap((meeting) => meetingLinks(meeting, facts)),
];

const bodyIds = ({ organisation }: Facts): string[] => organisation.bodies.map(({ id }) => id);

function unknownBody(id: string, place: Place, facts: Facts): Diagnostic[] {
  const known = bodyIds(facts);
  if (known.includes(id)) return [];
  return [{ place, message: `there is no body \`${id}\` in organisation.yaml`, hint: didYouMean(id, known) }];
}

function paperBody({ head, markdown }: PaperSource, facts: Facts): Diagnostic[] {
  const placeOf = markdown.frontMatter.placeOf;
  const groups = head.kind === "minutes" || head.kind === "notes" ? head.attendance.groups : [];
  return [
    ...unknownBody(head.body, placeOf(["body"]), facts),
    ...groups.flatMap(({ body }, i) =>
      unknownBody(body, placeOf(["attendance", "groups", i, "body"]), facts),
    ),
  ];
}

function meetingLinks({ id, meeting, placeOf }: MeetingFacts, facts: Facts): Diagnostic[] {
  const people = facts.organisation.people.map(({ name }) => name);
  const papers = [
    ...facts.papers.keys(),
    ...[...facts.quarters.values()].flatMap((q) =>
      q.summary === null ? [] : [`${q.id}/performance-summary`],
    ),
  ];
  const isPaper = (name: string): boolean => papers.includes(name) || papers.includes(`${id}/${name}`);
  return [
    ...unknownBody(meeting.body, placeOf(["body"]), facts),
    ...meeting.members.flatMap((name, i) =>
      people.includes(name)
        ? []
        : [
            {
              place: placeOf(["members", i]),
              message: `\`${name}\` is not among the people of organisation.yaml`,
              hint: didYouMean(name, people),
            },
          ],
    ),
    ...meeting.items.flatMap(({ paper, papers: several }, i) =>
      [
        ...(paper === undefined ? [] : [{ name: paper, place: placeOf(["items", i, "paper"]) }]),
        ...several.map((name, j) => ({ name, place: placeOf(["items", i, "papers", j]) })),
      ].flatMap(({ name, place }) =>
        isPaper(name)
          ? []
          : [{ place, message: `there is no paper \`${name}\``, hint: didYouMean(name, papers) }],
      ),
    ),
  ];
}
