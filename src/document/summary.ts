import { type Diagnostic, SourceError } from "../diagnostic.ts";
import { createRegister, type Register, type Said } from "../figures/register.ts";
import type { Facts, QuarterFacts, SummarySource } from "../model/facts.ts";
import type { Numbering } from "./blocks.ts";
import { withBaselinesOf } from "./confirmed.ts";
import { gridView } from "./grid.ts";
import { isIncluded } from "./inclusion.ts";
import { methodView } from "./method.ts";
import { nameProblems } from "./names.ts";
import { panelPageView } from "./panelPage.ts";
import { dayLabel } from "./periods.ts";
import { sectionView } from "./section.ts";
import { untold } from "./told.ts";
import type { PaperView, SummaryView } from "./views.ts";

/** A paper ready to be set, the same with figures that know their names, and the register that lists every figure it prints. */
export type Summary = {
  readonly view: SummaryView;
  readonly told: SummaryView;
  readonly register: Register;
};

/**
 * Everything the Performance Summary of a quarter says, or every problem in its sources as one SourceError. It is a draft until it
 * has been released, or is being released.
 */
export function performanceSummary(
  facts: Facts,
  { quarter, released }: QuarterFacts,
  source: SummarySource,
  releasing = false,
): Summary {
  const draft = !releasing && !released?.releases.some((r) => r.document === "performance-summary");
  const register = summaryRegister(facts, quarter, source);
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
  const printed = source.sections.filter((s) => isIncluded(register, s.head));
  const sections = printed.map((s) => sectionView(register, s, numbering, problems));
  for (const section of source.sections)
    if (!printed.includes(section)) problems.push(...nameProblems(section, facts));
  const method = methodView(register, source.method, printedMeasures(register), numbering, problems);
  if (problems.length > 0) throw new SourceError(problems);
  const view = {
    paper: { ...paperView(facts, source, quarter.cutOff), draft },
    panelPage,
    grid,
    sections,
    method,
  };
  return { view: untold(view), told: view, register };
}

/** The register of a Performance Summary. */
export const summaryRegister = (
  facts: Facts,
  { month, cutOff }: QuarterFacts["quarter"],
  { metadata }: SummarySource,
  said?: Said,
): Register => createRegister(withBaselinesOf(facts, metadata.date), month, cutOff, { telling: true, said });

const printedMeasures = (register: Register): string[] => [
  ...new Set(register.printed().map((f) => f.reference.measure)),
];

function paperView(
  { organisation }: Facts,
  { metadata }: SummarySource,
  cutOff: string,
): Omit<PaperView, "draft"> {
  const titled = (subtitle: string): string =>
    [metadata.title, ...(subtitle === "" ? [] : [subtitle])].join(", ");
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
    fullTitle: titled(metadata.subtitle ?? ""),
    running: `${organisation.force}  |  ${titled((metadata.subtitle ?? "").replace(/ \(.*\)$/, ""))}`,
    pageName: `${metadata.title.split(" ").at(-1) ?? ""} page`,
  };
}
