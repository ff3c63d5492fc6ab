import { dayLabel } from "../document/periods.ts";
import { documentAddress, measureAddress, meetingAddress, packAddress } from "../document/site/addresses.ts";
import { isFlowView } from "../document/worded.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";
import type { Release } from "../model/released.ts";
import { type Revision, revisionsOf } from "./data/revisions.ts";
import type { WordedInput } from "./site.ts";

/** Something that was published or corrected. */
export type News = {
  /** Tells it from all others, for good. */
  readonly key: string;
  /** ISO date. */
  readonly on: string;
  readonly kind: "published" | "corrected" | "revised";
  readonly title: string;
  /** Address from the site's root. */
  readonly address: string;
  /** What happened, a sentence each. */
  readonly sentences: readonly string[];
};

/** What was published and corrected, the latest first; nothing of it lies after the day of publication. */
export function newsOf({ facts, documents, today, cutOff }: WordedInput): News[] {
  const news = [
    ...[...facts.quarters.values()].flatMap(({ id, released }) =>
      releasesOf(id, released?.releases ?? [], (document) => titleOf(id, document, documents, facts)),
    ),
    ...[...facts.meetings.values()].flatMap((meeting) => meetingNews(meeting, facts)),
    ...revisionNews(revisionsOf(facts, cutOff)),
  ];
  return news
    .filter(({ on }) => on <= today)
    .sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? 1 : -1));
}

type Named = { readonly title: string; readonly address: string };

function titleOf(
  path: string,
  document: string,
  documents: WordedInput["documents"],
  { meetings }: Facts,
): Named {
  const found = documents.find((one) => one.path === path && one.document === document);
  const address = documentAddress({ path, document }, new Set(meetings.keys()));
  if (found === undefined) return { title: document, address };
  const { view } = found;
  return { title: isFlowView(view) ? view.fullTitle : view.paper.fullTitle, address };
}

/** The releases of a folder: the first of each document publishes it, the others correct it. */
function releasesOf(path: string, releases: readonly Release[], named: (document: string) => Named): News[] {
  return releases.map((release, i) => {
    const earlier = releases.slice(0, i).filter(({ document }) => document === release.document).length;
    const { title, address } = named(release.document);
    const pages = `${release.pages} ${release.pages === 1 ? "page" : "pages"}`;
    const said = earlier === 0 ? "Published" : "Published again, corrected";
    return {
      key: `release ${path}/${release.document} ${earlier}`,
      on: release.on,
      kind: earlier === 0 ? "published" : "corrected",
      title: earlier === 0 ? title : `Correction: ${title}`,
      address,
      sentences: [
        `${said} on ${dayLabel(release.on)}, released by ${release.by}: ${pages}.`,
        ...(release.reason === undefined ? [] : [`Reason: ${release.reason}`]),
      ],
    };
  });
}

/** "Warwickshire Police and Crime Panel, 16 March 2020" */
export function meetingTitle(
  { meeting }: MeetingFacts,
  { organisation }: Pick<Facts, "organisation">,
): string {
  const body = organisation.bodies.find(({ id }) => id === meeting.body)?.name ?? meeting.body;
  return `${meeting.title ?? body}, ${dayLabel(meeting.date)}`;
}

function meetingNews(facts: MeetingFacts, all: Facts): News[] {
  const { id, meeting, released } = facts;
  const title = meetingTitle(facts, all);
  const packs = releasesOf(id, released?.releases ?? [], (name) => ({
    title: `${title}: ${packTitle(name)}`,
    address: packAddress(id, name),
  }));
  const agenda = packs.some(({ key }) => key === `release ${id}/agenda-pack 0`);
  if (meeting.published === undefined || agenda) return packs;
  return [
    {
      key: `agenda ${id}`,
      on: meeting.published,
      kind: "published",
      title: `${title}: agenda`,
      address: meetingAddress(id),
      sentences: [`The agenda was published on ${dayLabel(meeting.published)}.`],
    },
    ...packs,
  ];
}

const packTitle = (name: string): string => (name === "agenda-pack" ? "agenda pack" : name.replace("-", " "));

/** The revisions of one measure that became known on one day. */
function revisionNews(revisions: readonly Revision[]): News[] {
  const groups = new Map<string, Revision[]>();
  for (const revision of revisions) {
    const key = `revision ${revision.measure} ${revision.on}`;
    groups.set(key, [...(groups.get(key) ?? []), revision]);
  }
  return [...groups].flatMap(([key, [first, ...more]]): News[] => {
    if (first === undefined) return [];
    const count = more.length + 1;
    return [
      {
        key,
        on: first.on,
        kind: "revised",
        title: `${first.title}: ${count} ${count === 1 ? "value" : "values"} revised`,
        address: measureAddress(first.measure),
        sentences: [first, ...more].map(revisionSentence),
      },
    ];
  });
}

/** "North Warwickshire, December 2019: 341, was 338. Late records." */
export const revisionSentence = ({ area, category, period, was, now, reason }: Revision): string =>
  `${area}${category === null ? "" : `, ${category}`}, ${period}: ${now}, was ${was}.${reason === null ? "" : ` ${reason}`}`;
