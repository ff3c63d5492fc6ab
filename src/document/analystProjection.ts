import { compare } from "../analysis/numbers.ts";
import type { Projection } from "../analysis/projection.ts";
import type { Analysis } from "./analysed.ts";
import { levelText, projectedText } from "./analystNumbers.ts";
import { periodLabel } from "./periods.ts";
import { listed, numberWord } from "./words.ts";

/** The projection in a sentence or two, or why there is none. */
export function projectionSentences(analysis: Analysis): string[] {
  const { projection } = analysis;
  if (projection === null) return [`There is no projection. ${analysis.projectionReason ?? ""}`.trim()];
  const last = projection.months.length - 1;
  const [low = 0, high = 0] = [projection.lo80[last], projection.hi80[last]];
  const distinct = projectedText(analysis, low) !== projectedText(analysis, high);
  const written = distinct ? projectedText : levelText;
  const text = (values: readonly number[], i: number): string => written(analysis, values[i] ?? 0);
  const month = (i: number): string => periodLabel("month", projection.months[i] ?? "");
  const range = (low: readonly number[], high: readonly number[]): string =>
    `${text(low, last)} and ${text(high, last)}`;
  const texts = projection.months.map((_, i) => text(projection.point, i));
  const ahead = `${numberWord(last + 1)} months ahead`;
  const way =
    last === 0
      ? `about ${text(projection.point, 0)} in ${month(0)}`
      : texts.every((each) => each === texts[0])
        ? `about ${texts[0]} in every month from ${month(0)} to ${month(last)}, ${ahead}`
        : `from about ${texts[0]} in ${month(0)} to about ${texts[last]} in ${month(last)}, ${ahead}`;
  return [
    `Projection${projection.indicative ? " (indicative, as it rests on less than two years)" : ""}: ${way}.`,
    isCertain(projection)
      ? "As no value has differed from the others so far, how far it may be out cannot be said."
      : `If the series goes on as it has, there is a chance of 80% that ${month(last)} lies between ${range(projection.lo80, projection.hi80)}, and one of 95% that it lies between ${range(projection.lo95, projection.hi95)}.`,
    ...interpolatedSentence(projection),
  ];
}

/** Whether the series has no spread from which an interval could be taken. */
const isCertain = ({ lo95, hi95 }: Projection): boolean =>
  lo95.every((low, i) => compare(low, hi95[i] ?? low) === 0);

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
