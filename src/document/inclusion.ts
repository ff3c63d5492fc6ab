import { addMonths } from "../analysis/calendar.ts";
import type { Register } from "../figures/register.ts";
import { visibleSeries } from "../figures/series.ts";
import { periodEnd } from "../model/period.ts";
import type { SectionHead } from "../model/quarter.ts";
import { areaFlags, forceFlag } from "./flags.ts";

/** The word of the grid's column "Included". */
export const inclusionWords: Readonly<Record<SectionHead["include"], string>> = {
  monthly: "Monthly",
  quarterly: "Quarterly",
  "quarterly-or-exceptional": "Quarterly*",
  "when-updated": "If updated",
};

/** Whether a section is printed this month, by the rule in its front matter. */
export function isIncluded(register: Register, head: SectionHead): boolean {
  if (head.include === "monthly" || endsQuarter(register.month)) return true;
  if (head.include === "quarterly-or-exceptional")
    return [head.measure, ...head.also].some((id) => isExceptional(register, id));
  return head.include === "when-updated" && wasUpdated(register, head.measure);
}

const endsQuarter = (month: string): boolean => Number(month.slice(5)) % 3 === 0;
const isExceptional = (register: Register, id: string): boolean =>
  forceFlag(register, id) !== null || areaFlags(register, id).length > 0;

/** Whether a value has come since the paper of the month before. */
function wasUpdated(register: Register, id: string): boolean {
  const series = register.series(id);
  const before = visibleSeries(series.facts, periodEnd("month", addMonths(register.month, -1)));
  return before.latest !== series.latest;
}
