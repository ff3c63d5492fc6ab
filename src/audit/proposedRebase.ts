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
    if (!chart.ruleProfile.rules.includes("run")) return [];
    const steps = proposedRebase(chart.charted, { rebase: facts.measure.baselines.map((b) => b.start) });
    return steps.map(({ start, detectedAt, direction, from, to }): Finding => {
      const place = facts.placeOf(["baselines"]);
      return {
        rule: "proposed-rebase",
        severity: "review",
        place,
        message: `${facts.measure.title}: the eight months from ${start} to ${detectedAt} are all ${direction === "increased" ? "above" : "below"} the average before them (${rounded(to, facts.measure.decimals)} against ${rounded(from, facts.measure.decimals)}). Confirm a new baseline here (start: ${start}, with reason, confirmedBy and confirmedOn), or leave the average as it is.`,
        quote: place.text?.trim() ?? "",
        other: null,
      };
    });
  });
}

/** One decimal more than the measure is printed with: a step may be small. */
const rounded = (value: number, decimals: number): string => roundDecimal(value, decimals + 1).text;
