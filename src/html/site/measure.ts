import type { MeasurePageView } from "../../document/site/measurePage.ts";
import type { ScreenChart } from "../../document/site/screenChart.ts";
import type { Titled } from "../../document/tables/titled.ts";
import { html, tableData } from "../blocks.ts";
import type { Drawings } from "../drawings.ts";

/** A measure's page, ready for `templates/site/measure.hbs`; its two drawings are those of its chart's views. */
export function measureData(view: MeasurePageView, drawings: Drawings): object {
  const { headline, chart, areas, areasChart, areasProse, categories, periods } = view;
  return {
    headline: headline === null ? null : { ...headline, verdict: verdictData(headline.verdict, drawings) },
    chart: chart === null ? null : chartData(chart, drawings),
    areasChart: areasChart === null ? null : chartData(areasChart, drawings),
    pointed: [chart, areasChart].some((one) => (one?.wide.series.length ?? 0) > 0),
    areas: areas === null ? null : titledData(areas, drawings),
    areasHtml: areasProse === null ? null : html(areasProse),
    categories: categories === null ? null : titledData(categories, drawings),
    periods: periods === null ? null : { ...periods, table: tableData(periods.table, drawings) },
  };
}

const chartData = (chart: ScreenChart, drawings: Drawings): object => ({
  ...chart,
  wide: drawings.chart(chart.wide.chart.id),
  narrow: drawings.chart(chart.narrow.chart.id),
});

type Verdict = NonNullable<MeasurePageView["headline"]>["verdict"];

function verdictData(verdict: Verdict, drawings: Drawings): object | null {
  if (verdict === null) return null;
  const { flag, target } = verdict;
  const icon =
    target !== null
      ? drawings.targetIcon(target.verdict)
      : flag === null
        ? drawings.commonCauseIcon()
        : drawings.flagIcon(flag);
  return { ...verdict, icon };
}

const titledData = (titled: Titled, drawings: Drawings): object => ({
  ...titled,
  table: tableData(titled.table, drawings),
});
