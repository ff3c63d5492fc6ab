import { lastPeriods, measureOf } from "./asked.ts";
import type { Command } from "./commands.ts";
import { differenceNote, type Shown } from "./generatedNotes.ts";
import type { Filling } from "./prose.ts";
import type { ReadBlock } from "./readBlocks.ts";

/** The measures that the commands of a page name, each once, in order. */
function commandMeasures(blocks: readonly ReadBlock[]): string[] {
  const named = blocks.flatMap((b) =>
    b.kind === "command"
      ? [
          ...b.command.references.map((r) => r.measure),
          ...(b.command.options["by"] ? [b.command.options["by"]] : []),
        ]
      : [],
  );
  return [...new Set(named)];
}

/** The sums that a table shows with their summands. */
const sumsOf: Readonly<Record<string, "areas" | "districts" | "parts" | "categories">> = {
  months: "areas",
  districts: "districts",
  breakdown: "parts",
  categories: "categories",
  outcomes: "categories",
};

/** What the commands of a section show, for its notes. */
export function shownBy(measure: string, blocks: readonly ReadBlock[]): Shown {
  const commands = blocks.flatMap((b) => (b.kind === "command" ? [b.command] : []));
  const charts = commands.filter((c) => c.name === "chart" && (c.type === "control" || c.type === "areas"));
  const projected = commands
    .filter((c) => c.name === "chart" && c.type === "projection")
    .flatMap((c) => c.references);
  const sums = commands.flatMap((c) => {
    const of = c.name === "table" ? sumsOf[c.type] : undefined;
    return of === undefined ? [] : c.references.map((r) => ({ measure: r.measure, of }));
  });
  return {
    measures: [...new Set([measure, ...commandMeasures(blocks)])],
    charted: [...new Set([measure, ...charts.flatMap((c) => c.references.map((r) => r.measure))])],
    projected,
    sums,
  };
}

/** "(note 4)" where a table shows sums that do not add up in one of the periods it may show. */
export function differenceReference(command: Command, { register, notes }: Filling): string {
  const note = notes.find(differenceNote);
  const differs = command.references.some((r) => {
    const periods = lastPeriods(register, r.measure, 3);
    return measureOf(register, r.measure).differences.some(
      (d) => d.of === sumsOf[command.type] && periods.includes(d.period),
    );
  });
  return note === null || !differs ? "" : ` (note\u00a0${note.number})`;
}
