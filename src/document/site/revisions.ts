import type { Register } from "../../figures/register.ts";
import { areaName, factsOf } from "../asked.ts";
import { formatNumber } from "../format.ts";
import { dayLabel, periodLabel, shortPeriod } from "../periods.ts";
import { capitalised } from "../words.ts";

/** One change of what was published: of a value, with the old one and the new one, or of the average that months are held against. */
export type RevisionRow = {
  /** ISO date from which it is known. */
  readonly on: string;
  readonly day: string;
  readonly what: string;
  /** Empty where no value changed. */
  readonly was: string;
  readonly now: string;
};

/** What of a measure was changed after it had been published, as far as it is known at the register's cut-off; the latest first. */
export function revisionRows(register: Register, id: string): RevisionRow[] {
  const { measure, observations } = factsOf(register, id);
  const values = observations.flatMap(
    ({ revision, value, period, area, category, decimals }): RevisionRow[] => {
      if (revision === null || revision.on > register.cutOff) return [];
      const number = (n: number | null): string =>
        n === null ? "[x]" : formatNumber(n, measure.unit, Math.max(decimals, measure.decimals));
      const group = measure.categories.find((one) => one.id === category)?.title;
      return [
        {
          on: revision.on,
          day: dayLabel(revision.on),
          what: [capitalised(shortPeriod(measure.periods, period)), areaName(register, area), group]
            .filter((part) => part !== undefined)
            .join(", "),
          was: number(revision.was),
          now: number(value),
        },
      ];
    },
  );
  const averages = measure.baselines.map(
    ({ start, reason, confirmedBy, confirmedOn }): RevisionRow => ({
      on: confirmedOn,
      day: dayLabel(confirmedOn),
      what: `Average and limits restarted from ${periodLabel(measure.periods, start)}, confirmed by ${confirmedBy}. ${reason} No figure changed.`,
      was: "",
      now: "",
    }),
  );
  return [...values, ...averages].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
