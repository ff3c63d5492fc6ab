import { dayLabel } from "../document/periods.ts";
import {
  addresses,
  documentAddress,
  measureAddress,
  meetingAddress,
  packAddress,
} from "../document/site/addresses.ts";
import { differenceSentence, differences } from "../document/site/differences.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";
import type { Release } from "../model/released.ts";
import { byPaper, type Correction, releasedOn } from "./corrections.ts";
import { type Revision, revisionsOf } from "./data/revisions.ts";
import type { DigestedInput } from "./digest.ts";

/** Something that was published or corrected. */
export type News = {
  /** Tells it from all others, for good. */
  readonly key: string;
  /** ISO date; of what went on happening, the last. */
  readonly on: string;
  /** The first day, where it is another. */
  readonly first?: string;
  readonly kind: "published" | "corrected" | "differs" | "revised";
  readonly title: string;
  /** Address from the site's root. */
  readonly address: string;
  /** What happened, a sentence each. */
  readonly sentences: readonly string[];
};

/** What was published and corrected, the latest first; nothing of it lies after the day of publication. */
export function newsOf({ facts, documents, today, cutOff }: DigestedInput): News[] {
  const news = [
    ...[...facts.quarters.values()].flatMap(({ id, released }) =>
      releasesOf(id, released?.releases ?? [], (document) => titleOf(id, document, documents, facts)),
    ),
    ...[...facts.meetings.values()].flatMap((meeting) => meetingNews(meeting, facts)),
    ...differenceNews(
      documents.flatMap((one) => one.corrections),
      facts,
    ),
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
  documents: DigestedInput["documents"],
  { meetings }: Facts,
): Named {
  const found = documents.find(({ entry }) => entry.path === path && entry.document === document);
  const address = documentAddress({ path, document }, new Set(meetings.keys()));
  return { title: found?.title ?? document, address };
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

/** So many differences are told one by one; all of them stand on the page of corrections. */
const told = 20;

/**
 * The figures of a paper that differ from what was released: one piece of news, until the paper goes out again, so that it is known by
 * that release.
 */
function differenceNews(corrections: readonly Correction[], facts: Facts): News[] {
  return [...byPaper(corrections)].map(([paper, all]) => {
    const days = all.map(({ since }) => since).sort();
    const on = days.at(-1) ?? all[0].since;
    const release = releasedOn(facts, all[0]);
    const left = all.length - told;
    return {
      key: `differs ${paper} ${release}`,
      on,
      first: days[0] ?? on,
      kind: "differs",
      title: `Correction: ${all[0].title}: ${differences(all.length)}`,
      address: `${addresses.corrections}#figures`,
      sentences: [
        `${differences(all.length)} from the paper as it went out${release === null ? "" : ` on ${dayLabel(release)}`}.`,
        ...all.slice(0, told).map(differenceSentence),
        ...(left > 0 ? [`And ${left} more, on the page of corrections.`] : []),
      ],
    };
  });
}

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
