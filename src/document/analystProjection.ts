import type { Projection } from "../analysis/projection.ts";
import type { Analysis } from "./analysed.ts";
import { levelText } from "./analystNumbers.ts";
import { periodLabel } from "./periods.ts";
import { listed, numberWord } from "./words.ts";

/** The projection in a sentence or two, or why there is none. */
export function projectionSentences(analysis: Analysis): string[] {
  const { projection } = analysis;
  if (projection === null) return [`There is no projection. ${analysis.projectionReason ?? ""}`.trim()];
  const last = projection.months.length - 1;
  const text = (values: readonly number[], i: number): string => levelText(analysis, values[i] ?? 0);
  const month = (i: number): string => periodLabel("month", projection.months[i] ?? "");
  const range = (low: readonly number[], high: readonly number[]): string =>
    `${text(low, last)} and ${text(high, last)}`;
  const way =
    last === 0
      ? `about ${text(projection.point, 0)} in ${month(0)}`
      : `from about ${text(projection.point, 0)} in ${month(0)} to about ${text(projection.point, last)} in ${month(last)}, ${numberWord(last + 1)} months ahead`;
  return [
    `Projection${projection.indicative ? " (indicative, as it rests on less than two years)" : ""}: ${way}.`,
    `There is a chance of 80% that ${month(last)} lies between ${range(projection.lo80, projection.hi80)}, and one of 95% that it lies between ${range(projection.lo95, projection.hi95)}.`,
    ...interpolatedSentence(projection),
  ];
}

const mostNamed = 6;

function interpolatedSentence({ interpolated }: Projection): string[] {
  if (interpolated.length === 0) return [];
  const names =
    interpolated.length > mostNamed
      ? `${interpolated.length} missing months`
      : listed(interpolated.map((month) => periodLabel("month", month)));
  return [
    `For the projection ${names} ${interpolated.length === 1 ? "was" : "were"} put between the months around.`,
  ];
}
