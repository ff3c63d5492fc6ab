import { type Diagnostic, SourceError } from "../diagnostic.ts";
import { createRegister, type Register } from "../figures/register.ts";
import type { Facts, QuarterFacts, SummarySource } from "../model/facts.ts";
import type { Numbering } from "./blocks.ts";
import { gridView } from "./grid.ts";
import { isIncluded } from "./inclusion.ts";
import { methodView } from "./method.ts";
import { panelPageView } from "./panelPage.ts";
import { dayLabel } from "./periods.ts";
import { sectionView } from "./section.ts";
import type { PaperView, SummaryView } from "./views.ts";

/** A paper ready to be set, and the register that lists every figure it prints. */
export type Summary = { readonly view: SummaryView; readonly register: Register };

/** Everything the Performance Summary of a quarter says, or every problem in its sources as one SourceError. */
export function performanceSummary(facts: Facts, { quarter }: QuarterFacts, source: SummarySource): Summary {
  const register = createRegister(facts, quarter.month, quarter.cutOff);
  const problems: Diagnostic[] = [];
  const numbering: Numbering = { figure: 0, table: 0 };
  const grid = gridView(register, source.sections, problems);
  const panelPage = panelPageView(
    register,
    source.panelPage,
    source.sections,
    grid.summary,
    numbering,
    problems,
  );
  const sections = source.sections
    .filter((s) => isIncluded(register, s.head))
    .map((s) => sectionView(register, s, numbering, problems));
  const method = methodView(register, source.method, printedMeasures(register), numbering, problems);
  if (problems.length > 0) throw new SourceError(problems);
  return {
    view: { paper: paperView(facts, source, quarter.cutOff), panelPage, grid, sections, method },
    register,
  };
}

const printedMeasures = (register: Register): string[] => [
  ...new Set(register.printed().map((f) => f.reference.measure)),
];

function paperView({ organisation }: Facts, { metadata }: SummarySource, cutOff: string): PaperView {
  return {
    lang: "en-GB",
    title: metadata.title,
    subtitle: metadata.subtitle ?? "",
    organisation: organisation.force,
    author: metadata.author,
    date: dayLabel(metadata.date),
    version: metadata.version,
    marking: metadata.marking,
    urn: metadata.urn ?? null,
    subject: metadata.subject ?? "",
    cutOff: dayLabel(cutOff),
    running: `${organisation.force}  |  ${metadata.title}, ${(metadata.subtitle ?? "").replace(/ \(.*\)$/, "")}`,
    pageName: `${metadata.title.split(" ").at(-1) ?? ""} page`,
  };
}
