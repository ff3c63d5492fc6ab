import type { Diagnostic, Place } from "../diagnostic.ts";
import type { AcceptableKind, Acceptance } from "../model/publishing.ts";
import type { SiteRest } from "./site.ts";
import { smallNumbers } from "./smallNumbers.ts";

/** Something that keeps the website from going out until a named person accepts it. */
export type Obstacle = {
  readonly kind: AcceptableKind;
  /** What it is about, as an acceptance names it. */
  readonly subject: string;
  readonly message: string;
  /** Where it stands, or null where it is of no source. */
  readonly place: Place | null;
};

/** An obstacle and who accepted it. */
export type Accepted = { readonly obstacle: Obstacle; readonly acceptance: Acceptance };

/** What stands in the way, what was accepted and is shown on the website, and acceptances of what is no longer there. */
export type Gate = {
  readonly obstacles: readonly Obstacle[];
  readonly accepted: readonly Accepted[];
  readonly needless: readonly Acceptance[];
};

/**
 * Judges what is to be published: contradictions in the papers, PDFs that those who listen cannot use, small numbers that nobody has
 * decided on. What is exempt and shows in public is searched for elsewhere, and cannot be accepted.
 */
export function publishingGate(input: SiteRest): Gate {
  const { acceptances } = input.facts.publishing;
  const acceptanceOf = (kind: AcceptableKind, subject: string): Acceptance | undefined =>
    acceptances.find((one) => one.kind === kind && one.subject === subject);
  const decidedUpTo = (measure: string): string | null =>
    acceptanceOf("small-numbers", measure)?.upTo ?? null;
  const accepted = obstaclesOf(input, () => null).flatMap((obstacle): Accepted[] => {
    const acceptance = acceptanceOf(obstacle.kind, obstacle.subject);
    return acceptance === undefined ? [] : [{ obstacle, acceptance }];
  });
  return {
    obstacles: obstaclesOf(input, decidedUpTo).filter(
      ({ kind, subject }) => kind === "small-numbers" || acceptanceOf(kind, subject) === undefined,
    ),
    accepted,
    needless: acceptances.filter((one) => !accepted.some(({ acceptance }) => acceptance === one)),
  };
}

/** Everything that stops the website where nobody accepts it; of small numbers, those later than what was decided on. */
function obstaclesOf(
  { facts, cutOff, findings, packs, outside }: SiteRest,
  decidedUpTo: (measure: string) => string | null,
): Obstacle[] {
  return [
    ...findings
      .filter(({ severity }) => severity === "error")
      .map(
        ({ rule, place, message }): Obstacle => ({
          kind: "audit",
          subject: `${place.file} ${rule}`,
          message,
          place,
        }),
      ),
    ...packs.flatMap(({ meeting, name, inaccessible }): Obstacle[] =>
      inaccessible.length === 0
        ? []
        : [
            {
              kind: "inaccessible",
              subject: `${meeting}/${name}`,
              message: `it cannot be listened to: ${inaccessible.join("; ")}`,
              place: null,
            },
          ],
    ),
    ...outside.flatMap(({ meeting, file, inaccessible }): Obstacle[] =>
      inaccessible === null
        ? []
        : [
            {
              kind: "inaccessible",
              subject: `${meeting}/${file}`,
              message: `it cannot be listened to: ${inaccessible}`,
              place: { file: `data/meetings/${meeting}/${file}`, line: 1, column: 1 },
            },
          ],
    ),
    ...smallNumbers(facts, cutOff, decidedUpTo).map(
      ({ kind, measure, message, observations }): Obstacle => ({
        kind,
        subject: measure,
        message,
        place: observations.at(-1)?.place ?? null,
      }),
    ),
  ];
}

/** What stands in the way as problems of the sources, each with what to write into `data/publishing.yaml`. */
export const gateProblems = ({ obstacles, needless }: Gate): Diagnostic[] => [
  ...obstacles.map(({ kind, subject, message, place }) => ({
    place: place ?? publishingFile,
    message: `${subject}: ${message}`,
    hint: `Mend it, or let a named person accept it in data/publishing.yaml: { kind: ${kind}, subject: "${subject}", ${kind === "small-numbers" ? "upTo: LAST DAY, " : ""}by: NAME, on: DAY, reason: WHY }`,
  })),
  ...needless.map(({ kind, subject }) => ({
    place: publishingFile,
    message: `acceptances: there is no finding \`${kind}\` of ${subject} any more`,
    hint: "Take the acceptance out.",
  })),
];

const publishingFile: Place = { file: "data/publishing.yaml", line: 1, column: 1 };
