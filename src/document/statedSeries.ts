import type { ChartOverride } from "../analysis/chartChoice.ts";
import type { ImprovementDirection } from "../analysis/pointType.ts";
import type { RuleProfile } from "../analysis/ruleProfile.ts";
import type { SegmentOptions } from "../analysis/segments.ts";
import type { SteppedKind } from "../analysis/series.ts";
import type { ChartName } from "../analysis/seriesChart.ts";
import type { Unit } from "../model/measure.ts";
import type { Status } from "../model/observation.ts";

/** One value of a series from outside any report. `null` means not given; zero means zero. */
export type StatedSlot = {
  /** A period of the series' kind; for a series without months its place, `0001` onwards, so that it sorts. */
  readonly period: string;
  /** For p, p', u and u' the count; else the value itself. */
  readonly value: number | null;
  readonly denominator: number | null;
  readonly status: Status;
};

/** A series as somebody gave it, with what is wanted of it. */
export type StatedSeries = {
  readonly title: string;
  readonly unit: Unit;
  readonly decimals: number;
  /** What follows what: periods without a gap, or events one after the other. */
  readonly steps: SteppedKind | "order";
  readonly slots: readonly StatedSlot[];
  /** What was given as the month of each event; null where nothing was. Empty unless `steps` is "order". */
  readonly labels: readonly (string | null)[];
  /** Whether values are held against bases, and whether these are populations rather than numbers asked. */
  readonly bases: "none" | "asked" | "population";
  /** Null: to be chosen by the table of charts. */
  readonly chart: ChartName | null;
  /** A measure's own choice against that table, with its reason; null for the others. */
  readonly override: ChartOverride | null;
  readonly options: SegmentOptions & {
    readonly improvementDirection: ImprovementDirection;
    /** In the unit of the values: for p and p' a share from 0 to 1. */
    readonly target: number | null;
    readonly ruleProfile?: RuleProfile | undefined;
  };
  readonly seasonal: boolean;
  /** Months ahead and months looked back on; `asked` where somebody asked for it. */
  readonly projection: { readonly horizon: number; readonly window: number; readonly asked: boolean };
  /** What had to be done to read it, in whole sentences. */
  readonly remarks: readonly string[];
};

/** Six months ahead from the last sixty. */
export const usualProjection = { horizon: 6, window: 60, asked: false } as const;
