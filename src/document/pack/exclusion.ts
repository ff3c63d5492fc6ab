import { type AgendaLine, agendaLines } from "../../model/agenda.ts";
import type { Exempt } from "../../model/agendaItem.ts";
import type { MeetingFacts } from "../../model/facts.ts";
import { capitalised, listed, sentence } from "../words.ts";
import { citation, confidentialRule, explained, paragraphsNamed } from "./schedule12A.ts";
import type { Edition, ExclusionView } from "./views.ts";

/** An item that gives an exemption; those within it share it. */
type ExemptLine = AgendaLine & { readonly exempt: Exempt };

/**
 * The exclusion of the public: the resolution, with the citation made from the paragraphs of the exempt items; what each paragraph
 * covers; each item with its reason and its statement of public interest. Confidential items stand apart, for they need no resolution.
 *
 * @param who the body as its papers call it: "the Panel"
 * @returns null where every item is open
 */
export function exclusionView(meeting: MeetingFacts, who: string, edition: Edition): ExclusionView | null {
  const lines = agendaLines(meeting);
  const closed = lines.filter(givesExemption);
  if (closed.length === 0) return null;
  const confidential = closed.filter(({ exempt }) => exempt.confidential);
  const exempt = closed.filter((line) => !line.exempt.confidential);
  const covering = lines.find(({ item }) => item.covers === "exclusion");
  return {
    item: covering === undefined ? null : itemsNamed([covering]),
    resolution: exempt.length === 0 ? null : resolution(exempt, who),
    explained: [
      ...explained(exempt.flatMap((line) => line.exempt.paragraphs)),
      ...(confidential.length === 0 ? [] : [confidentialRule(itemsNamed(confidential))]),
    ],
    items: closed.map((line) => ({
      head: itemHead(line),
      reason: sentence(line.exempt.reason),
      publicInterest: line.exempt.publicInterest === undefined ? null : sentence(line.exempt.publicInterest),
    })),
    papers: whereThePapersAre(lines, edition),
  };
}

const givesExemption = (line: AgendaLine): line is ExemptLine => line.item.exempt !== undefined;

/** "item 10", "items 10 and 11"; an item without a label by its title. */
export function itemsNamed(lines: readonly Pick<AgendaLine, "item">[]): string {
  const names = lines.map(({ item }) => item.label ?? `“${item.title}”`);
  return `${names.length === 1 ? "item" : "items"} ${listed(names)}`;
}

function itemHead({ item, exempt }: ExemptLine): string {
  const why = exempt.confidential ? "confidential" : paragraphsNamed(exempt.paragraphs);
  const name = item.label === undefined ? item.title : `Item ${item.label}, ${item.title}`;
  return `${name} (${why})`;
}

function resolution(lines: readonly ExemptLine[], who: string): ExclusionView["resolution"] {
  const head = `${capitalised(who)} will be asked to agree:`;
  const because = "because their presence would lead to the disclosure of exempt information as defined in";
  const sets = [...new Set(lines.map(({ exempt }) => paragraphsNamed(exempt.paragraphs)))];
  const excluded = `That the public be excluded from the meeting for ${itemsNamed(lines)}, ${because}`;
  const paragraphs = lines.flatMap(({ exempt }) => exempt.paragraphs);
  const whole = `${excluded} ${citation([...new Set(paragraphs)])}`;
  if (sets.length === 1) return { head, text: `${whole}.`, items: [] };
  return {
    head,
    text: `${whole}:`,
    items: sets.map((named) => {
      const some = lines.filter(({ exempt }) => paragraphsNamed(exempt.paragraphs) === named);
      return `for ${itemsNamed(some)}: ${named}`;
    }),
  };
}

function whereThePapersAre(lines: readonly AgendaLine[], edition: Edition): string | null {
  const kept = lines.filter(({ exempt, refs }) => exempt !== null && refs.length > 0);
  if (kept.length === 0) return null;
  const papers = `The papers for ${itemsNamed(kept)} are`;
  return edition === "public"
    ? `${papers} therefore not in this edition.`
    : `${papers} in this edition, for members alone: they are not to be shown, copied or passed on.`;
}
