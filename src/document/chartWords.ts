import type { ChartName } from "../analysis/seriesChart.ts";
import type { MeasureChart } from "../figures/chart.ts";

/** A chart with its article, as a sentence names it: "an XmR chart", "a p′ chart". */
export const chartNames: Readonly<Record<ChartName, string>> = {
  xmr: "an XmR chart",
  p: "a p chart",
  pp: "a p′ chart",
  u: "a u chart",
  up: "a u′ chart",
  c: "a c chart",
  g: "a g chart",
  t: "a t chart",
};

/** What limits are made of, in a few words that fit a note. */
const spreads: Readonly<Record<ChartName, string>> = {
  xmr: "average ± 2.66 × average moving range",
  p: "average share ± 3 standard deviations of a share of so many",
  pp: "average share ± 3 standard deviations of a share of so many, widened by what varies beyond chance",
  u: "average rate ± 3 standard deviations of a rate on that base",
  up: "average rate ± 3 standard deviations of a rate on that base, widened by what varies beyond chance",
  c: "average ± 3 × its square root",
  g: "average ± 3 standard deviations of the gaps between rare events",
  t: "average ± 3 standard deviations of the days between events to the power of 1/3.6",
};

/** "an XmR chart (average ± 2.66 × average moving range)" */
export function chartPhrase({
  chart,
  seasonTakenOut,
}: Pick<MeasureChart, "chart" | "seasonTakenOut">): string {
  const name = `${chartNames[chart]} (${spreads[chart]})`;
  return seasonTakenOut ? `${name} of what is left when each month’s usual effect is taken out` : name;
}
