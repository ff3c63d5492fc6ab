import type { Diagnostic } from "../diagnostic.ts";
import type { Register } from "../figures/register.ts";
import type { PageSource } from "../model/facts.ts";
import { areasOf, ask, measureOf } from "./asked.ts";
import { blockViews, type Numbering } from "./blocks.ts";
import { areaFlags, forceFlag } from "./flags.ts";
import { noNotes, refusedNotes } from "./notes.ts";
import { readBlocks } from "./readBlocks.ts";
import type { SectionSource } from "./section.ts";
import { toldFigure } from "./told.ts";
import type { PanelPageView } from "./views.ts";

type Exception = PanelPageView["exceptions"][number];

/** One page for a panel member: the exceptional measures, from the data; then what the author wrote in plain words. */
export function panelPageView(
  register: Register,
  source: PageSource<{ readonly title: string }>,
  sections: readonly SectionSource[],
  summary: string,
  numbering: Numbering,
  problems: Diagnostic[],
): PanelPageView {
  problems.push(...refusedNotes(source.markdown.blocks));
  const blocks = readBlocks(source.markdown.blocks, register.facts, problems);
  return {
    title: source.head.title,
    lead: summary.replaceAll("**", ""),
    exceptions: sections.flatMap((section) =>
      [section.head.measure, ...section.head.also].flatMap((id) => exceptionsOf(register, id, section.id)),
    ),
    blocks: blockViews(blocks, source.id, { register, notes: noNotes, problems }, numbering),
  };
}

function exceptionsOf(register: Register, id: string, section: string): Exception[] {
  const name = measureOf(register, id).title;
  const said = (area: string): string => {
    const figure = (statistic: "value" | "mean" | "previous") =>
      toldFigure(ask(register, id, { area, statistic }));
    return `${figure("value")}; the month before ${figure("previous")}, average ${figure("mean")}`;
  };
  const flag = forceFlag(register, id);
  const force =
    flag === null
      ? []
      : [{ flag: { ...flag, text: `Force ${flag.side}` }, name, text: said("force"), section }];
  const byArea = areasOf(register, id, "policing-area");
  const areas = areaFlags(register, id).map((areaFlag) => ({
    flag: areaFlag,
    name,
    text: said(byArea.find((a) => areaFlag.text.startsWith(a.short ?? a.name))?.id ?? "force"),
    section,
  }));
  return [...force, ...areas];
}
