import { parseExpression } from "../../figures/expression.ts";
import type { Register } from "../../figures/register.ts";
import type { Facts, PaperSource } from "../../model/facts.ts";
import { findReferences, textsOf } from "../../sources/markdown.ts";
import { ask, measureOf } from "../asked.ts";
import { readCommand } from "../commands.ts";
import { latestExceptional } from "../flags.ts";
import { isCommand } from "../readBlocks.ts";
import { toldFigure } from "../told.ts";

/** A measure inside its limits that a paper says no more about. */
export type Quiet = {
  readonly measure: string;
  readonly title: string;
  readonly figure: string;
  readonly page: number | null;
};

/**
 * The measures of a priority that the quarter's Performance Summary has, whose latest figure for the force lies inside full limits,
 * and which the paper does not comment upon: neither by a figure, chart or table, nor under a heading of their name.
 */
export function quietMeasures(register: Register, paper: PaperSource, priority: string): Quiet[] {
  const quarter = register.facts.quarters.get(paper.path);
  const commented = commentedMeasures(register.facts, paper);
  const sections = quarter?.summary?.sections ?? [];
  const plan =
    quarter?.released?.releases.findLast((release) => release.document === "performance-summary")?.plan ?? {};
  return sections.flatMap(({ id, head: { measure } }) => {
    const { title, priority: own } = measureOf(register, measure);
    const { latest } = register.series(measure);
    const inside =
      latest !== null &&
      register.chart(measure, "force", null)?.hasLimits(latest) === true &&
      latestExceptional(register, measure, "force") === null;
    if (own !== priority || !inside || commented.has(measure)) return [];
    return [{ measure, title, figure: toldFigure(ask(register, measure)), page: plan[id] ?? null }];
  });
}

/** Every measure that a paper names in a figure, chart or table, or by a heading. */
function commentedMeasures(facts: Facts, { markdown }: PaperSource): Set<string> {
  const titles = new Map(
    [...facts.measures.values()].map(({ measure }) => [measure.title.toLowerCase(), measure.id]),
  );
  const named = markdown.blocks.flatMap((block): string[] => {
    if (block.kind === "directive") {
      const read = isCommand(block.name) ? readCommand(block.name, block.words, block.place, facts) : null;
      return read?.ok ? read.value.references.map(({ measure }) => measure) : [];
    }
    const heading = block.kind === "heading" ? titles.get(block.text.toLowerCase()) : undefined;
    return [
      ...(heading === undefined ? [] : [heading]),
      ...textsOf(block).flatMap(({ text, place }) =>
        findReferences(text, place).references.flatMap((reference) => {
          if (reference.kind === "note") return [];
          const read = parseExpression(reference.inner, reference.place, facts);
          if (!read.ok || read.value.kind === "paper") return [];
          return read.value.kind === "period"
            ? [read.value.reference.measure]
            : read.value.terms.map((term) => term.reference.measure);
        }),
      ),
    ];
  });
  return new Set(named);
}
