import type { Diagnostic } from "../diagnostic.ts";
import { didYouMean } from "../sources/suggest.ts";
import { chartProblems } from "./chartChecks.ts";
import type { MeasureFacts } from "./facts.ts";
import type { Organisation } from "./organisation.ts";
import { isPeriod, periodExample } from "./period.ts";

/** Names in the measures that nothing answers to: areas, priorities, peers, parts; and periods of the wrong kind. */
export function linkProblems(
  facts: ReadonlyMap<string, MeasureFacts>,
  organisation: Organisation,
): Diagnostic[] {
  return [...facts.values()].flatMap((one) => [
    ...unknown(
      one,
      "areas",
      one.measure.areas,
      organisation.areas.map((a) => a.id),
      "an area of organisation.yaml",
    ),
    ...unknown(
      one,
      "peers",
      one.measure.peers,
      organisation.comparators.map((c) => c.id),
      "a comparator of organisation.yaml",
    ),
    ...unknown(one, "parts", one.measure.parts, [...facts.keys()], "a measure"),
    ...unknown(
      one,
      "priority",
      [one.measure.priority],
      organisation.priorities.map((p) => p.id),
      "a priority of organisation.yaml",
    ),
    ...periodProblems(one),
    ...comparableProblem(one),
    ...chartProblems(one),
    ...surveyProblem(one),
    ...weekProblems(one),
    ...duplicateRows(one),
  ]);
}

/** Areas of the organisation whose parent is unknown, and bases that name no area. */
export function organisationProblems(
  organisation: Organisation,
  placeOf: MeasureFacts["placeOf"],
): Diagnostic[] {
  const ids = organisation.areas.map((a) => a.id);
  const force = organisation.areas.some((a) => a.id === "force" && a.kind === "force")
    ? []
    : [
        {
          place: placeOf(["areas"]),
          message:
            "areas: one area must be { id: force, kind: force }, the whole that the others are parts of",
        },
      ];
  const parents = organisation.areas.flatMap((area, i) =>
    area.parent === undefined || ids.includes(area.parent)
      ? []
      : [
          {
            place: placeOf(["areas", i, "parent"]),
            message: `areas.${i}.parent: \`${area.parent}\` is not an area`,
            hint: didYouMean(area.parent, ids),
          },
        ],
  );
  const bases = (["population", "households"] as const).flatMap((base) =>
    Object.keys(organisation.bases[base].areas)
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        place: placeOf(["bases", base, "areas", id]),
        message: `bases.${base}.areas: \`${id}\` is not an area`,
        hint: didYouMean(id, ids),
      })),
  );
  return [...force, ...parents, ...bases];
}

function unknown(
  one: MeasureFacts,
  key: string,
  used: readonly string[],
  known: readonly string[],
  what: string,
): Diagnostic[] {
  return used.flatMap((id, i) =>
    known.includes(id)
      ? []
      : [
          {
            place: one.placeOf(key === "priority" ? [key] : [key, i]),
            message: `${key}: \`${id}\` is not ${what}`,
            hint: didYouMean(id, known),
          },
        ],
  );
}

function periodProblems({ measure, placeOf }: MeasureFacts): Diagnostic[] {
  const lists = {
    baselines: measure.baselines.map((b) => b.start),
    events: measure.events.map((e) => e.period),
    differences: measure.differences.map((d) => d.period),
  };
  const key = { baselines: "start", events: "period", differences: "period" } as const;
  return (["baselines", "events", "differences"] as const).flatMap((list) =>
    lists[list].flatMap((period, i) =>
      isPeriod(measure.periods, period)
        ? []
        : [
            {
              place: placeOf([list, i, key[list]]),
              message: `${list}.${i}.${key[list]}: write a ${measure.periods}, e.g. ${periodExample[measure.periods]}, not \`${period}\``,
            },
          ],
    ),
  );
}

function comparableProblem({ measure, placeOf }: MeasureFacts): Diagnostic[] {
  const period = measure.comparableFrom?.period;
  if (period === undefined || isPeriod(measure.periods, period)) return [];
  const place = placeOf(["comparableFrom", "period"]);
  const example = periodExample[measure.periods];
  return [
    {
      place,
      message: `comparableFrom.period: write a ${measure.periods}, e.g. ${example}, not \`${period}\``,
    },
  ];
}

/** Only shares and places come from surveys, and only the value of a month can cover more than its period says. */
function surveyProblem({ measure, placeOf }: MeasureFacts): Diagnostic[] {
  const { survey, unit, periods } = measure;
  if (survey === undefined) return [];
  if (unit !== "percent" && unit !== "rank")
    return [{ place: placeOf(["survey"]), message: `survey: a ${unit} does not come from a survey` }];
  if (survey.months === 1 || periods === "month") return [];
  return [
    {
      place: placeOf(["survey", "months"]),
      message: `survey.months: a ${periods} says by itself what it covers`,
      hint: "Take `months` out.",
    },
  ];
}

/** Weeks are compared and charted in steps of seven days, so those of a series must all end on one weekday. */
function weekProblems({ measure, observations }: MeasureFacts): Diagnostic[] {
  const first = observations[0];
  if (measure.periods !== "week" || first === undefined) return [];
  const day = (period: string): number => new Date(period).getUTCDay();
  return observations
    .filter((o) => day(o.period) !== day(first.period))
    .map((o) => ({
      place: o.place,
      message: `period: the week to ${o.period} ends on another weekday than that to ${first.period}`,
      hint: "Give every week by the same day of the week.",
    }));
}

/** Rows of one period, area and category; of each, all but the first. */
export function duplicateRows({ observations }: Pick<MeasureFacts, "observations">): Diagnostic[] {
  const seen = new Map<string, number>();
  return observations.flatMap((o) => {
    const key = `${o.period}|${o.area}|${o.category ?? ""}`;
    const first = seen.get(key);
    seen.set(key, first ?? o.place.line);
    return first === undefined
      ? []
      : [
          {
            place: o.place,
            message: `${o.period}, ${o.area}${o.category ? `, ${o.category}` : ""} is given twice: first in line ${first}`,
            hint: "Keep one of the two.",
          },
        ];
  });
}
