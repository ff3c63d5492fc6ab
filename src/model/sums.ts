import type { Diagnostic } from "../diagnostic.ts";
import type { MeasureFacts } from "./facts.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";
import type { Organisation } from "./organisation.ts";

type Of = Measure["differences"][number]["of"];
/** One sum that should hold: the total, its summands, and what they are. */
type Sum = { readonly of: Of; readonly whole: Observation; readonly summands: readonly Observation[] };

/**
 * Counts whose parts do not add up to their whole and for which the measure's file gives no difference; and differences
 * that are explained although the sum holds. Only sums whose summands are all there are tested.
 */
export function sumProblems(
  facts: ReadonlyMap<string, MeasureFacts>,
  organisation: Organisation,
): Diagnostic[] {
  return [...facts.values()]
    .filter(({ measure }) => measure.unit === "count")
    .flatMap((one) => problemsOf(one, facts, organisation));
}

function problemsOf(
  one: MeasureFacts,
  facts: ReadonlyMap<string, MeasureFacts>,
  organisation: Organisation,
): Diagnostic[] {
  const sums = [...areaSums(one, organisation), ...categorySums(one), ...partSums(one, facts)];
  const broken = sums.filter((sum) => total(sum) !== sum.whole.value);
  const missing = broken.filter((sum) => !explains(one.measure, sum));
  const needless = one.measure.differences.flatMap((difference, i) =>
    broken.some((sum) => explains({ ...one.measure, differences: [difference] }, sum))
      ? []
      : [
          {
            place: one.placeOf(["differences", i]),
            message: `differences.${i}: nothing differs here: the ${difference.of} of ${difference.area} in ${difference.period} add up, or are not all given`,
            hint: "Take the entry out.",
          },
        ],
  );
  return [...missing.map((sum) => unexplained(one.measure, sum)), ...needless];
}

const total = (sum: Sum): number => sum.summands.reduce((all, o) => all + (o.value ?? 0), 0);

const explains = (measure: Measure, { of, whole }: Sum): boolean =>
  measure.differences.some((d) => d.of === of && d.period === whole.period && d.area === whole.area);

function unexplained(measure: Measure, sum: Sum): Diagnostic {
  const listed = sum.summands.map((o) => String(o.value)).join(" + ");
  return {
    place: sum.whole.place,
    message: `${measure.id}, ${sum.whole.area}, ${sum.whole.period}: the ${sum.of} add up to ${total(sum)} (${listed}), not ${sum.whole.value}`,
    hint: `Correct a figure, or explain it in the measure's file under \`differences\`: { period: ${sum.whole.period}, area: ${sum.whole.area}, of: ${sum.of}, reason: … }`,
  };
}

function areaSums({ observations }: MeasureFacts, organisation: Organisation): Sum[] {
  const index = byKey(observations);
  return observations.flatMap((whole) => {
    const children = organisation.areas.filter((a) => a.parent === whole.area);
    const of = children[0]?.kind === "district" ? "districts" : "areas";
    return complete(
      of,
      whole,
      children.map((a) => index.get(key(whole.period, a.id, whole.category))),
    );
  });
}

function categorySums({ measure, observations }: MeasureFacts): Sum[] {
  if (!measure.categoriesAddUp) return [];
  const index = byKey(observations);
  return observations
    .filter((o) => o.category === null)
    .flatMap((whole) =>
      complete(
        "categories",
        whole,
        measure.categories.map((c) => index.get(key(whole.period, whole.area, c.id))),
      ),
    );
}

function partSums({ measure, observations }: MeasureFacts, facts: ReadonlyMap<string, MeasureFacts>): Sum[] {
  const indexes = measure.parts.map((part) => byKey(facts.get(part)?.observations ?? []));
  return observations
    .filter((o) => o.category === null)
    .flatMap((whole) =>
      complete(
        "parts",
        whole,
        indexes.map((index) => index.get(key(whole.period, whole.area, null))),
      ),
    );
}

/** The sum when there are summands and the whole and all of them have values. */
function complete(of: Of, whole: Observation, found: readonly (Observation | undefined)[]): Sum[] {
  const summands = found.filter((o) => o !== undefined && o.value !== null) as Observation[];
  return found.length > 0 && summands.length === found.length && whole.value !== null
    ? [{ of, whole, summands }]
    : [];
}

const key = (period: string, area: string, category: string | null): string =>
  `${period}|${area}|${category ?? ""}`;
const byKey = (observations: readonly Observation[]): Map<string, Observation> =>
  new Map(observations.map((o) => [key(o.period, o.area, o.category), o]));
