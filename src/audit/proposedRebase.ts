import { proposedRebase } from "../analysis/rebase.ts";
import { roundDecimal } from "../analysis/rounding.ts";
import type { Register } from "../figures/register.ts";
import type { Finding } from "./finding.ts";

/**
 * A measure whose last eight or more months lie on one side of the average before them: a new baseline is proposed, never made. The
 * page goes on with the old one until a named person confirms the step in the measure's file.
 */
export function proposedRebaseFindings(register: Register, measures: readonly string[]): Finding[] {
  return measures.flatMap((id) => {
    const chart = register.chart(id, "force", null);
    const { facts } = register.series(id);
    if (chart === null) return [];
    const slots = chart.points.map(({ period, value, provisional }) => ({ period, value, provisional }));
    const steps = proposedRebase(slots, { rebase: facts.measure.baselines.map((b) => b.start) });
    return steps.map(({ start, detectedAt, direction, from, to }): Finding => {
      const place = facts.placeOf(["baselines"]);
      return {
        rule: "proposed-rebase",
        severity: "review",
        place,
        message: `${facts.measure.title}: the eight months from ${start} to ${detectedAt} are all ${direction === "increased" ? "above" : "below"} the average before them (${rounded(to)} against ${rounded(from)}). Confirm a new baseline here (start: ${start}, with reason, confirmedBy and confirmedOn), or leave the average as it is.`,
        quote: place.text?.trim() ?? "",
        other: null,
      };
    });
  });
}

const rounded = (value: number): string => roundDecimal(value, 1).text;
