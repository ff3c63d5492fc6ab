import type { Exempt } from "../../model/agendaItem.ts";
import { listed } from "../words.ts";

const act = "the Local Government Act 1972";

/**
 * What each paragraph of Part 1 of Schedule 12A covers, in short.
 *
 * Source: Local Government Act 1972, Schedule 12A, as substituted by SI 2006/88.
 */
const covered: Readonly<Record<number, string>> = {
  1: "information about any individual",
  2: "information that is likely to reveal the identity of an individual",
  3: "information about the financial or business affairs of a person or body, the authority included",
  4: "consultations or negotiations about labour relations between the authority, or a minister, and employees",
  5: "information to which a claim to legal professional privilege could be maintained in legal proceedings",
  6: "what would reveal that the authority means to serve a notice, or make an order or direction, under an enactment",
  7: "action in connection with the prevention, investigation or prosecution of crime",
};

/** "paragraph 3", "paragraphs 1 and 3" */
export function paragraphsNamed(paragraphs: readonly number[]): string {
  const sorted = [...paragraphs].sort((a, b) => a - b).map(String);
  return `${sorted.length === 1 ? "paragraph" : "paragraphs"} ${listed(sorted)}`;
}

/** "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972" */
export const citation = (paragraphs: readonly number[]): string =>
  `${paragraphsNamed(paragraphs)} of Part 1 of Schedule 12A to ${act}`;

/** "By virtue of …": what stands over a restricted paper. */
export const byVirtue = ({ paragraphs, confidential }: Exempt): string =>
  confidential
    ? `By virtue of section 100A(2) and (3) of ${act}: confidential information`
    : `By virtue of ${citation(paragraphs)}`;

/** "Paragraph 3 covers information about …": a sentence for each paragraph. */
export const explained = (paragraphs: readonly number[]): string[] =>
  [...new Set(paragraphs)].sort((a, b) => a - b).map((n) => `Paragraph ${n} covers ${covered[n] ?? ""}.`);

/** Why no resolution is needed for confidential items. */
export const confidentialRule = (items: string): string =>
  `The law itself excludes the public while confidential information would be disclosed (section 100A(2) and (3) of ${act}): the public leaves for ${items}, and no resolution is needed.`;
