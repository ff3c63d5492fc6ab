import { SourceError } from "./diagnostic.ts";
import type { PageRange } from "./html/ranges.ts";
import { agendaLines } from "./model/agenda.ts";
import type { AgendaItem } from "./model/agendaItem.ts";
import type { MeetingFacts } from "./model/facts.ts";
import type { Supplement } from "./model/meeting.ts";

/** How a release names an item: what stays when items are added before it. */
export const itemName = ({ label, title }: Pick<AgendaItem, "label" | "title">): string =>
  label === undefined ? title : `${label} ${title}`;

/** What went out before a pack: the last page number, and where each item's papers stand. */
export type Published = { readonly last: number; readonly ranges: ReadonlyMap<string, PageRange> };

/**
 * What of a meeting went out before a supplement: the pack, and the supplements before it. Nothing is before the pack itself.
 *
 * @throws SourceError when one of them has not been released: its page numbers could still move
 */
export function publishedBefore(meeting: MeetingFacts, supplement: Supplement | null): Published {
  if (supplement === null) return { last: 0, ranges: new Map() };
  const before = [
    "agenda-pack",
    ...Array.from({ length: supplement.number - 1 }, (_, i) => `supplement-${i + 1}`),
  ];
  const releases = before.map((name) => meeting.released?.releases.findLast((r) => r.document === name));
  const missing = before.filter((_, i) => releases[i] === undefined);
  if (missing.length > 0)
    throw new SourceError([
      {
        place: meeting.placeOf(["supplements", supplement.number - 1]),
        message: `supplement ${supplement.number} goes on from the pages of ${missing.join(" and ")}, which has not been released`,
        hint: `Run \`panelpack release ${meeting.id}/${missing[0]} --by NAME\` first.`,
      },
    ]);
  const named = new Map(releases.flatMap((r) => r?.ranges ?? []).map(({ item, ...range }) => [item, range]));
  const ranges = agendaLines(meeting).flatMap(({ key, item }): [string, PageRange][] => {
    const range = named.get(itemName(item));
    return range === undefined ? [] : [[key, range]];
  });
  return { last: Math.max(0, ...releases.map((r) => r?.last ?? 0)), ranges: new Map(ranges) };
}
