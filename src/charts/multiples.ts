import type { MultiplesChartView } from "../document/views.ts";
import { wordLayer } from "./axis.ts";
import { controlPanel } from "./control.ts";
import type { Box } from "./geometry.ts";
import type { Panel } from "./svg.ts";
import { strong } from "./text.ts";
import type { Theme } from "./theme.ts";

/** Points between panels, and for the title above each. */
const between = 14;
const titleHeight = 16;
/** Part of a panel's width that words at the right of its lines may take: inside so small a plot they would hide it. */
const mostAtRight = 0.4;

/** The same small control chart for each area, side by side, each under its title. */
export function multiplesPanels({ panels }: MultiplesChartView, area: Box, theme: Theme): Panel[] {
  const width = (area.right - area.left - between * (panels.length - 1)) / Math.max(1, panels.length);
  // What hollow means is said once, in the first panel that has such a month.
  const teller = panels.findIndex((panel) => panel.chart.hollowText !== null);
  return panels.map(({ title, chart }, i) => {
    const left = area.left + i * (width + between);
    const box = { ...area, left, right: left + width, top: area.top + titleHeight };
    const panel = controlPanel(
      i === teller ? chart : { ...chart, hollowText: null },
      box,
      theme,
      mostAtRight,
    );
    const head = {
      ...strong(title, theme),
      size: theme.text.title,
      x: left,
      y: area.top + 6,
      align: "left" as const,
    };
    return { ...panel, layers: [...panel.layers, wordLayer([head], theme)] };
  });
}
