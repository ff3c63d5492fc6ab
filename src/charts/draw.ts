import type { ChartView } from "../document/views.ts";
import { barsPanel } from "./bars.ts";
import { controlPanel } from "./control.ts";
import type { Box } from "./geometry.ts";
import { linesPanel } from "./lines.ts";
import { multiplesPanels } from "./multiples.ts";
import { projectionPanel } from "./projection.ts";
import { type Panel, toSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";
import { volumeSharePanels } from "./volumeShare.ts";

/**
 * Draws a chart as SVG text in points, to stand inline in a page that has the theme's font: one image to a screen reader,
 * labelled with the chart's alternative; equal charts give equal text.
 */
export function drawChart(chart: ChartView, theme: Theme): Promise<string> {
  const { id, width, height, alt } = chart;
  const area = { left: 0, top: 0, right: width, bottom: height };
  return toSvg({ id, width, height, alt, panels: panelsOf(chart, area, theme) });
}

function panelsOf(chart: ChartView, area: Box, theme: Theme): Panel[] {
  switch (chart.kind) {
    case "control":
      return [controlPanel(chart, area, theme)];
    case "lines":
      return [linesPanel(chart, area, theme)];
    case "volume-share":
      return volumeSharePanels(chart, area, theme);
    case "bars":
      return [barsPanel(chart, area, theme)];
    case "multiples":
      return multiplesPanels(chart, area, theme);
    case "projection":
      return [projectionPanel(chart, area, theme)];
  }
}
