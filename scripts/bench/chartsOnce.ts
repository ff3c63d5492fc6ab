import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addMonths } from "../../src/analysis/calendar.ts";
import { drawChart } from "../../src/charts/draw.ts";
import { readTheme } from "../../src/charts/theme.ts";
import { analysed } from "../../src/document/analysed.ts";
import { analysisCharts } from "../../src/document/analysisChart.ts";
import type { StatedSeries } from "../../src/document/statedSeries.ts";
import { generatedSeries } from "./generatedSeries.ts";
import type { MonthlySeries } from "./rollingOrigin.ts";

// Sixty series, each with its control chart and projection computed and drawn, in this one process. Prints as JSON the milliseconds of
// each stage for each series, and of the processor for all. Usage: chartsOnce.ts
const months = 60;
const each = 10;

const statedOf = ({ name, values }: MonthlySeries): StatedSeries => ({
  title: name,
  unit: "count",
  decimals: 0,
  steps: "month",
  slots: values.map((value, i) => ({
    period: addMonths("2015-01", i),
    value,
    denominator: null,
    status: "published",
  })),
  labels: [],
  bases: "none",
  chart: "xmr",
  override: null,
  options: { improvementDirection: "decrease", target: null },
  seasonal: false,
  projection: { horizon: 6, window: months, asked: true },
  remarks: [],
});

const stages: Record<"computed" | "chart drawn" | "projection drawn", number[]> = {
  computed: [],
  "chart drawn": [],
  "projection drawn": [],
};

/** Runs a step and notes how long it took. */
async function timed<T>(stage: keyof typeof stages, step: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await step();
  stages[stage].push(performance.now() - started);
  return result;
}

const theme = readTheme(
  JSON.parse(await readFile(join(import.meta.dirname, "../../templates/chart-theme.json"), "utf8")),
);
let characters = 0;
for (const series of generatedSeries(each, months)) {
  const [chart, projection] = await timed("computed", () => analysisCharts(analysed(statedOf(series))));
  if (chart === undefined || projection === undefined) throw new Error(`${series.name} has no projection`);
  const drawn = [
    await timed("chart drawn", () => drawChart(chart, theme)),
    await timed("projection drawn", () => drawChart(projection, theme)),
  ];
  characters += drawn.join("").length;
}
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ stages, userMs: user / 1000, systemMs: system / 1000, characters }));
