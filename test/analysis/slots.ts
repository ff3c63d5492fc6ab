import { addMonths } from "../../src/analysis/calendar.ts";
import type { SeriesPoint } from "../../src/analysis/series.ts";

/** Monthly slots from January 2017 on. */
export const slotsOf = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, i) => ({ period: addMonths("2017-01", i), value }));
