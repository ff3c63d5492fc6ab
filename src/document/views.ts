/**
 * What a page says, ready to be set: every word and number is already text, every chart is plain data. Templates choose
 * where these go; they never compute.
 */

/** Whether a month says something: by the direction that is better for the measure. */
export type Signal = "none" | "concern" | "improvement" | "neutral";
export type Side = "high" | "low";

/** An icon with the words that always stand beside it. `hollow`: exceptional in one policing area only. */
export type FlagView = {
  readonly signal: Signal;
  readonly side: Side;
  readonly hollow: boolean;
  readonly text: string;
};
/** Whether a target is met: round tick, square cross, round wave. */
export type TargetView = { readonly verdict: "met" | "missed" | "varies"; readonly text: string };

// ---- charts -------------------------------------------------------------------------------------------------------

/** One drawn value; `x` is the period's place on the axis, counted from 0. `null` leaves a gap. */
export type ChartPoint = {
  readonly x: number;
  readonly value: number | null;
  /** Drawn hollow: a reader must not take it for a published figure. */
  readonly estimated: boolean;
  /** Badged with a small p and left out of limits. */
  readonly provisional: boolean;
  readonly signal: Signal;
  readonly side: Side | null;
};

/** A tick of the value axis, or of the period axis with the year under the first month of each. */
export type ValueTick = { readonly value: number; readonly text: string };
export type PeriodTick = { readonly x: number; readonly text: string; readonly year: string | null };

export type ValueScale = { readonly min: number; readonly max: number; readonly ticks: readonly ValueTick[] };
export type PeriodScale = { readonly count: number; readonly ticks: readonly PeriodTick[] };

/** Average and limits from period `from` to `to`; limits are null while there are too few values for them. */
export type SegmentView = {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** "Average 3,490", "Upper limit 3,965", "Lower limit 3,015"; for an earlier segment the text is one line for all three. */
  readonly meanText: string;
  readonly lowerText: string;
  readonly upperText: string;
};

/** A dated event or break in method: an upright line with words. */
export type MarkView = {
  readonly x: number;
  readonly text: string;
  readonly detail: string;
  readonly kind: "event" | "method" | "baseline";
};
/** Words at one point: an exceptional month, the same month last year. */
export type CalloutView = {
  readonly x: number;
  readonly value: number;
  readonly text: string;
  readonly detail: string;
  readonly signal: Signal;
  readonly side: Side;
};

/** All charts: size in points as printed, a text alternative, and the name of the SVG file. */
type ChartBase = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

/** Control chart: mean, limits, exceptional points marked by shape and colour. */
export type ControlChartView = ChartBase & {
  readonly kind: "control";
  readonly scale: ValueScale;
  readonly periods: PeriodScale;
  readonly points: readonly ChartPoint[];
  readonly segments: readonly SegmentView[];
  /** At the right end: "3,738" and "December 2019". */
  readonly latest: { readonly value: number; readonly text: string; readonly detail: string };
  readonly marks: readonly MarkView[];
  readonly callouts: readonly CalloutView[];
  /** How many of the last points are drawn with the heavier line. */
  readonly emphasised: number;
  /** "Hollow: estimated month", or null where every month was published. */
  readonly hollowText: string | null;
  /** A line across the chart with its words. */
  readonly target: { readonly value: number; readonly text: string } | null;
};

/** One to four lines over the same periods: rolling twelve months, national and peer comparison. The first is the force's own. */
export type LineChartView = ChartBase & {
  readonly kind: "lines";
  readonly scale: ValueScale;
  readonly periods: PeriodScale;
  readonly lines: readonly {
    readonly name: string;
    readonly text: string;
    readonly points: readonly ChartPoint[];
  }[];
  readonly marks: readonly MarkView[];
  readonly hollowText: string | null;
  readonly target: { readonly value: number; readonly text: string } | null;
};

/** Volumes as stacked bars above, the share as a line below, on one period axis (never two axes in one panel). */
export type VolumeShareChartView = ChartBase & {
  readonly kind: "volume-share";
  readonly periods: PeriodScale;
  readonly volume: {
    readonly title: string;
    readonly scale: ValueScale;
    /** Bottom of the stack first, at most four; each with its label and latest value. */
    readonly layers: readonly {
      readonly name: string;
      readonly text: string;
      readonly points: readonly ChartPoint[];
    }[];
  };
  readonly share: {
    readonly title: string;
    readonly text: string;
    readonly scale: ValueScale;
    readonly points: readonly ChartPoint[];
  };
  readonly marks: readonly MarkView[];
  readonly hollowText: string | null;
};

/** Categories ranked by the latest number, a bar for each period, with number and share as text. */
export type BarsChartView = ChartBase & {
  readonly kind: "bars";
  readonly max: number;
  /** The periods, latest first: "December 2019", "November 2019". */
  readonly periodNames: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly bars: readonly {
      readonly value: number | null;
      readonly text: string;
      readonly estimated: boolean;
    }[];
  }[];
  readonly hollowText: string | null;
};

/** The same small control chart for each area, side by side, each on its own scale but one period axis. */
export type MultiplesChartView = ChartBase & {
  readonly kind: "multiples";
  readonly panels: readonly { readonly title: string; readonly chart: ControlChartView }[];
};

/** Published months, then the months projected from them with their 80% and 95% bands; `x` runs on after the last month. */
export type ProjectionChartView = ChartBase & {
  readonly kind: "projection";
  readonly scale: ValueScale;
  readonly periods: PeriodScale;
  readonly points: readonly ChartPoint[];
  readonly projected: readonly {
    readonly x: number;
    readonly point: number;
    readonly lo80: number;
    readonly hi80: number;
    readonly lo95: number;
    readonly hi95: number;
  }[];
  /** An earlier projection for months that have been recorded since: its 80% band is drawn behind them. */
  readonly earlier: {
    readonly text: string;
    readonly points: readonly {
      readonly x: number;
      readonly point: number;
      readonly lo80: number;
      readonly hi80: number;
    }[];
  } | null;
  readonly emphasised: number;
  /** "3,738" at the last month. */
  readonly latest: { readonly value: number; readonly text: string; readonly detail: string };
  /** Words at the end of the line: "Projected", or "Projected (indicative)" for a series of less than two years. */
  readonly projectedText: string;
  readonly marks: readonly MarkView[];
  readonly hollowText: string | null;
};

export type ChartView =
  | ControlChartView
  | LineChartView
  | VolumeShareChartView
  | BarsChartView
  | MultiplesChartView
  | ProjectionChartView;

/** The strip of the summary grid: -1 is the lower limit, 0 the average, +1 the upper limit. */
export type StripView = {
  readonly now: number;
  readonly before: number | null;
  readonly signal: Signal;
  readonly side: Side | null;
  readonly alt: string;
};

// ---- tables -------------------------------------------------------------------------------------------------------

/** Change drawn as an arrow, with words for a listener. */
export type ArrowView = {
  readonly direction: "up" | "rather-up" | "level" | "rather-down" | "down";
  readonly words: string;
};
export type CellView = {
  readonly text: string;
  readonly align: "left" | "right";
  readonly strong: boolean;
  readonly quiet: boolean;
  readonly shaded: boolean;
  /** Words for a listener where the cell shows less than it says, such as "higher than in November". */
  readonly heard: string | null;
  readonly flag: FlagView | null;
  /** The icon that stands before the text. */
  readonly target: TargetView | null;
  readonly arrow: ArrowView | null;
  /** A bar within the cell: where zero lies, where the bar starts and how long it is, in percent of the bar's room. */
  readonly bar: { readonly zero: number; readonly from: number; readonly length: number } | null;
};
export type HeadCellView = {
  readonly text: string;
  readonly align: "left" | "right";
  readonly colspan: number;
  readonly rowspan: number;
  readonly group: boolean;
};
export type RowView = {
  readonly head: string;
  readonly detail: string | null;
  readonly cells: readonly CellView[];
  /** `break`: its head runs across the table, and its cells are not shown. */
  readonly kind: "row" | "total" | "break";
};
export type TableView = {
  readonly head: readonly (readonly HeadCellView[])[];
  readonly rows: readonly RowView[];
  /** Column widths in percent, the row head first; empty for automatic. */
  readonly widths: readonly number[];
  readonly size: "normal" | "small" | "wide";
  /** True where it may break over pages although it is short. */
  readonly breakable?: boolean;
};

// ---- the paper ----------------------------------------------------------------------------------------------------

/** Markdown whose figures are already filled in and whose footnotes are numbered. */
export type Prose = { readonly markdown: string };

export type BlockView =
  | { readonly kind: "heading"; readonly id: string; readonly text: string }
  | { readonly kind: "topic"; readonly head: string; readonly prose: Prose }
  | { readonly kind: "prose"; readonly prose: Prose }
  | {
      readonly kind: "figure";
      readonly id: string;
      readonly title: string;
      readonly what: string;
      readonly chart: ChartView;
    }
  | {
      /** A projection: its chart and, beside it, its months; then how recorded months stood to an earlier one. */
      readonly kind: "projection";
      readonly id: string;
      readonly title: string;
      readonly what: string;
      readonly chart: ChartView;
      /** The series that is projected, which a release keeps. */
      readonly series: { readonly measure: string; readonly area: string };
      readonly tableId: string;
      readonly tableTitle: string;
      readonly table: TableView;
      readonly judged: string;
    }
  | {
      readonly kind: "table";
      readonly id: string;
      readonly title: string;
      readonly what: string;
      readonly table: TableView;
      readonly landscape: boolean;
    };

export type NoteView = { readonly id: string; readonly number: number; readonly prose: Prose };

/** The row of large figures under the lead sentence. */
export type HeadlineView = {
  readonly first: { readonly label: string; readonly text: string; readonly unit: string };
  readonly differences: readonly { readonly label: string; readonly text: string; readonly detail: string }[];
  readonly verdict: {
    readonly label: string;
    readonly text: string;
    readonly detail: string;
    readonly flag: FlagView | null;
    readonly target: TargetView | null;
    readonly note: { readonly number: number; readonly id: string } | null;
  } | null;
};

export type SectionView = {
  readonly id: string;
  readonly priority: string;
  readonly title: string;
  readonly lead: string;
  readonly headline: HeadlineView;
  readonly areas: Prose | null;
  readonly signs: readonly string[];
  readonly definition: string;
  readonly blocks: readonly BlockView[];
  readonly notes: readonly NoteView[];
  readonly source: string;
};

export type GridRowView = {
  readonly name: string;
  readonly latest: string;
  readonly before: string;
  readonly average: string;
  /** A strip, or the words that say why there is none. */
  readonly strip: StripView | string;
  readonly flag: FlagView | null;
  readonly target: TargetView | null;
  readonly know: string;
  readonly included: string;
  /** The section's id, or null when it is not printed this time. */
  readonly section: string | null;
};
export type GridView = {
  readonly title: string;
  readonly summary: string;
  readonly groups: readonly { readonly priority: string; readonly rows: readonly GridRowView[] }[];
  /** Sentences below the grid; what explains signs that a listener hears as words is for the eye only. */
  readonly note: readonly { readonly text: string; readonly seenOnly: boolean }[];
};

export type PanelPageView = {
  readonly title: string;
  readonly lead: string;
  readonly exceptions: readonly {
    readonly flag: FlagView;
    readonly name: string;
    readonly text: string;
    readonly section: string;
  }[];
  readonly blocks: readonly BlockView[];
};

export type PaperView = {
  readonly lang: string;
  readonly title: string;
  /** Empty where there is none. */
  readonly subtitle: string;
  /** "Performance Summary, December 2019 (quarter 3 of 2019/20)" */
  readonly fullTitle: string;
  readonly organisation: string;
  readonly author: string;
  readonly date: string;
  readonly version: string;
  readonly marking: string | null;
  readonly urn: string | null;
  readonly subject: string;
  readonly cutOff: string;
  /** "Warwickshire Police | Performance Summary, December 2019" */
  readonly running: string;
  readonly pageName: string;
  /** True until the paper has been released: every page then says DRAFT. */
  readonly draft: boolean;
};

export type SummaryView = {
  readonly paper: PaperView;
  readonly panelPage: PanelPageView;
  readonly grid: GridView;
  readonly sections: readonly SectionView[];
  readonly method: { readonly title: string; readonly blocks: readonly BlockView[] };
};
