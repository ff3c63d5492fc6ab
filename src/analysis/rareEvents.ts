import { isRealDate } from "../model/period.ts";
import type { SeriesPoint } from "./series.ts";

const msPerDay = 86_400_000;

/**
 * Days from each event to the next, for a g or t chart of rare events: the first event has no slot, each later one its own.
 *
 * @param dates ISO dates in any order; an event may share its day with another
 * @returns slots named after the event that ends the wait; the second on a day is `2019-03-04 #02`, so that names differ
 * @throws RangeError when a date does not exist
 */
export function daysBetweenEvents(dates: readonly string[]): SeriesPoint[] {
  const wrong = dates.find((date) => !isRealDate(date));
  if (wrong !== undefined) throw new RangeError(`not a date in the calendar: ${wrong}`);
  const sorted = [...dates].sort();
  return sorted.slice(1).map((date, i) => ({
    period: nameOf(date, i + 1 - sorted.indexOf(date)),
    value: (Date.parse(date) - Date.parse(sorted[i] ?? date)) / msPerDay,
  }));
}

/** Padded, because slots are in order when their names sort: `#02` before `#10`. */
const nameOf = (date: string, earlierThatDay: number): string =>
  earlierThatDay === 0 ? date : `${date} #${String(earlierThatDay + 1).padStart(2, "0")}`;
