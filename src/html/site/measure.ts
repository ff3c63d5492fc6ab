import type { MeasurePageView } from "../../document/site/measurePage.ts";
import type { Titled } from "../../document/tables/titled.ts";
import { html, tableData } from "../blocks.ts";
import type { Drawings } from "../drawings.ts";

/** A measure's page, ready for `templates/site/measure.hbs`; its two drawings are those of its chart's views. */
export function measureData(view: MeasurePageView, drawings: Drawings): object {
  const { headline, chart, areas, areasProse, categories, periods } = view;
  return {
    headline: headline === null ? null : { ...headline, verdict: verdictData(headline.verdict, drawings) },
    chart:
      chart === null
        ? null
        : { ...chart, wide: drawings.chart(chart.wide.id), narrow: drawings.chart(chart.narrow.id) },
    areas: areas === null ? null : titledData(areas, drawings),
    areasHtml: areasProse === null ? null : html(areasProse),
    categories: categories === null ? null : titledData(categories, drawings),
    periods: periods === null ? null : { ...periods, table: tableData(periods.table, drawings) },
  };
}

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
