import type { AgendaLine } from "../../model/agenda.ts";
import type { Facts, MeetingFacts } from "../../model/facts.ts";
import { sentence } from "../words.ts";
import { packFurniture } from "./frontSheet.ts";
import { byVirtue, explained } from "./schedule12A.ts";
import type { RestrictedSheetView } from "./views.ts";

/**
 * The sheet that stands in the public pack for an exempt item's papers.
 *
 * @throws RangeError when the item is open
 */
export function restrictedSheetView(
  facts: Facts,
  held: MeetingFacts,
  { key, item, exempt }: AgendaLine,
  draft: boolean,
): RestrictedSheetView {
  if (exempt === null) throw new RangeError(`${key} is open: nothing stands in for its papers`);
  const furniture = packFurniture(facts, held, { edition: "public", draft });
  return {
    ...furniture,
    key,
    item: item.label === undefined ? "Agenda item" : `Agenda item ${item.label}`,
    title: item.title,
    fullTitle: `Restricted: ${item.title}`,
    head: exempt.confidential ? "Confidential by law" : "Exempt by law",
    citation: `${byVirtue(exempt)}.`,
    explained: explained(exempt.paragraphs),
    reason: sentence(exempt.reason),
    publicInterest: exempt.publicInterest === undefined ? null : sentence(exempt.publicInterest),
    instead: held.meeting.restrictedSheets === "range" ? insteadOf(exempt.pages ?? 1) : null,
  };
}

/** Why page numbers jump after the sheet, where it stands in the place of more pages than one. */
const insteadOf = (pages: number): string | null =>
  pages === 1
    ? null
    : `It takes the place of ${pages} pages, so that page numbers are those of the members’ edition.`;
