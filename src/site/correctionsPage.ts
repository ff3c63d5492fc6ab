import { dayLabel } from "../document/periods.ts";
import { addresses, documentAddress, measureAddress } from "../document/site/addresses.ts";
import { homeCrumb } from "../document/site/page.ts";
import { type PlainBlock, type PlainPageView, type PlainSection, words } from "../document/site/plainPage.ts";
import { revisionsOf } from "./data/revisions.ts";
import type { DigestedInput } from "./digest.ts";
import { type Accepted, publishingGate } from "./gate.ts";
import { newsOf } from "./news.ts";
import type { SiteRest } from "./site.ts";

/** The page of what was put right, and of what went out although something stood in its way. */
export function correctionsPage(input: DigestedInput): PlainPageView {
  return {
    address: addresses.corrections,
    title: "Corrections and revisions",
    description: "Figures that differ from what was published before, and what was accepted as it is.",
    part: null,
    crumbs: [homeCrumb],
    lead: "What differs from what was published before, with the old and the new figure.",
    opening: [],
    sections: [differing(input), again(input), revised(input), accepted(input)],
    contents: true,
  };
}

const none = (text: string): PlainBlock => ({ kind: "prose", prose: { markdown: text } });

function differing({ facts, documents }: DigestedInput): PlainSection {
  const meetings = new Set(facts.meetings.keys());
  const corrections = documents.flatMap((one) => one.corrections);
  const rows = corrections.map((one) => [
    words(one.title, { address: documentAddress(one, meetings) }),
    words(one.what),
    words(one.was, { number: true }),
    words(one.now, { number: true }),
    words(dayLabel(one.since)),
  ]);
  const table: PlainBlock = {
    kind: "table",
    caption: "Figures of papers that are printed otherwise than when they went out",
    head: ["Paper", "Figure", "Was", "Is", "Shown since"],
    rows,
  };
  return {
    id: "figures",
    title: "Figures that differ from what was released",
    blocks: rows.length === 0 ? [none("No figure of a paper differs from what was released.")] : [table],
  };
}

function again(input: DigestedInput): PlainSection {
  const corrected = newsOf(input).filter(({ kind }) => kind === "corrected");
  const entries = corrected.map(({ title, address, sentences }) => ({
    link: { text: title, address, detail: "" },
    more: [],
    note: sentences.join(" "),
  }));
  return {
    id: "papers",
    title: "Papers that were released again",
    blocks:
      entries.length === 0 ? [none("No paper has been released again.")] : [{ kind: "entries", entries }],
  };
}

function revised({ facts, cutOff }: SiteRest): PlainSection {
  const rows = revisionsOf(facts, cutOff).map((one) => [
    words(dayLabel(one.on)),
    words(one.title, { address: measureAddress(one.measure) }),
    words([one.area, one.category, one.period].filter((part) => part !== null).join(", ")),
    words(one.was, { number: true }),
    words(one.now, { number: true }),
    words(one.reason ?? "–"),
  ]);
  const table: PlainBlock = {
    kind: "table",
    caption: "Values of series that were revised, the latest first; a duration is in seconds",
    head: ["Known since", "Measure", "Of", "Was", "Is", "Reason"],
    rows,
  };
  return {
    id: "revisions",
    title: "Revisions of series",
    blocks: rows.length === 0 ? [none("No value has been revised.")] : [table],
  };
}

const kinds: Readonly<Record<Accepted["obstacle"]["kind"], string>> = {
  audit: "A contradiction in a paper",
  inaccessible: "A PDF that cannot be listened to",
  "small-numbers": "Small numbers",
  revealed: "A withheld value that can be worked out",
};

/** A list, since reasons are sentences: in a narrow column of a table nobody reads them. */
function accepted(input: SiteRest): PlainSection {
  const entries = publishingGate(input).accepted.map(({ obstacle, acceptance }) => ({
    link: {
      text: obstacle.message,
      address:
        obstacle.kind === "small-numbers" || obstacle.kind === "revealed"
          ? measureAddress(obstacle.subject)
          : "",
      detail: kinds[obstacle.kind],
    },
    more: [],
    note: `${sentence(acceptance.reason)} Accepted by ${acceptance.by} on ${dayLabel(acceptance.on)}.`,
  }));
  return {
    id: "accepted",
    title: "Published as it is",
    blocks:
      entries.length === 0
        ? [none("Nothing was found that had to be accepted.")]
        : [
            none("What was found and published all the same, why, and who decided so."),
            { kind: "entries", entries },
          ],
  };
}

/** Words that end as a sentence does. */
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
