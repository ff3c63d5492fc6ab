import type { Organisation } from "../model/organisation.ts";
import type { MeasureChart } from "./chart.ts";
import type { Reference } from "./reference.ts";
import type { VisibleSeries } from "./series.ts";

/** A reference whose period is settled, with what is needed to answer it. */
export type Asked = {
  readonly reference: Reference;
  readonly period: string;
  readonly series: VisibleSeries;
  readonly organisation: Organisation;
  chart(area: string): MeasureChart | null;
};
