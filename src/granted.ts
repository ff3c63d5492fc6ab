import type { Granted } from "./audit/acceptance.ts";
import type { Place } from "./diagnostic.ts";
import type { Acceptance } from "./model/accepted.ts";
import { agendaLines } from "./model/agenda.ts";
import type { Facts, MeetingFacts, PaperSource, SummarySource } from "./model/facts.ts";

type PlaceOf = (path: readonly (string | number)[]) => Place;

/** Every acceptance of the sources: in the front matter of our papers, in meeting.yaml for PDFs from outside. */
export const grantedIn = ({ papers, quarters, meetings }: Facts): Granted[] => [
  ...[...papers.values()].flatMap(ofPaper),
  ...[...quarters.values()].flatMap(({ summary }) => (summary === null ? [] : ofSummary(summary))),
  ...[...meetings.values()].flatMap(ofMeeting),
];

const granted = (
  accepted: readonly Acceptance[],
  placeOf: PlaceOf,
  path: readonly (string | number)[],
  covers: Granted["covers"],
): Granted[] =>
  accepted.map((acceptance, i) => ({ acceptance, place: placeOf([...path, "accepted", i]), covers }));

const ofPaper = ({ head, markdown }: PaperSource): Granted[] =>
  granted(head.accepted, markdown.frontMatter.placeOf, [], (file) => file === markdown.source.file);

/** A section accepts for itself, `paper.yaml` for the whole of it. */
const ofSummary = (summary: SummarySource): Granted[] => [
  ...granted(summary.metadata.accepted, summary.placeOf, [], (file) => file.startsWith(`${summary.folder}/`)),
  ...[...summary.sections, summary.panelPage, summary.method].flatMap(({ head, markdown }) =>
    granted(head.accepted, markdown.frontMatter.placeOf, [], (file) => file === markdown.source.file),
  ),
];

const ofMeeting = (held: MeetingFacts): Granted[] =>
  agendaLines(held)
    .flatMap(({ refs }) => refs)
    .flatMap((ref) =>
      ref.kind === "outside"
        ? granted(
            ref.accepted,
            held.placeOf,
            ref.path,
            (file) => file === `data/meetings/${held.id}/${ref.file}`,
          )
        : [],
    );
