import { dayLabel } from "../periods.ts";
import { addresses, measureAddress, meetingAddress, quarterAddress } from "./addresses.ts";
import type { LinkView, SiteWords } from "./context.ts";
import { meetingTitle, quarterTitle } from "./folderTitle.ts";
import { homeCrumb } from "./page.ts";
import { entry, type PlainPageView } from "./plainPage.ts";

/** Every measure, paper, quarter and meeting by the first letter of its name: what search finds, without a script. */
export function aToZPage(site: SiteWords): PlainPageView {
  const links = everyLink(site).sort(byName);
  const letters = [...new Set(links.map(({ text }) => letterOf(text)))];
  return {
    address: addresses.aToZ,
    title: "A to Z",
    description: "Every measure, paper and meeting by name.",
    part: null,
    crumbs: [homeCrumb],
    lead: "Every measure, paper and meeting by name.",
    opening: [],
    sections: letters.map((letter) => ({
      id: `letter-${letter.toLowerCase()}`,
      title: letter === "0" ? "0–9" : letter,
      blocks: [
        {
          kind: "entries",
          entries: links.filter(({ text }) => letterOf(text) === letter).map((link) => entry(link)),
        },
      ],
    })),
    contents: true,
  };
}

function everyLink({ facts, documents }: SiteWords): LinkView[] {
  return [
    ...[...facts.measures.values()].map(({ measure }) => ({
      text: measure.title,
      address: measureAddress(measure.id),
      detail: "measure",
    })),
    ...documents.map(({ title, page, date }) => ({ text: title, address: page, detail: dayLabel(date) })),
    ...[...facts.meetings.values()].map((held) => ({
      text: meetingTitle(facts, held),
      address: meetingAddress(held.id),
      detail: `meeting of ${dayLabel(held.meeting.date)}`,
    })),
    ...[...facts.quarters.keys()].map((id) => ({
      text: quarterTitle(id),
      address: quarterAddress(id),
      detail: "reports",
    })),
  ];
}

const key = ({ text, address }: LinkView): string => `${text.toLowerCase()} ${address}`;
const byName = (a: LinkView, b: LinkView): number => (key(a) < key(b) ? -1 : 1);

/** The letter under which a name stands; digits stand under 0. */
const letterOf = (text: string): string => {
  const first = text.slice(0, 1).toUpperCase();
  return /[A-Z]/.test(first) ? first : "0";
};
