import { addDays, weekday } from "../analysis/days.ts";

/**
 * The moment at which it is so late in London, in UTC. From the last Sunday of March to the last Sunday of October clocks are an hour
 * ahead (Summer Time Act 1972, section 1, as amended by SI 2002/262).
 *
 * @param day ISO date
 * @param minutes since midnight, as clocks in London show them
 */
export function londonMoment(day: string, minutes: number): Date {
  const summer = day > lastSunday(day, "03") && day <= addDays(lastSunday(day, "10"), -1);
  const changes =
    day === lastSunday(day, "03") ? minutes >= 120 : day === lastSunday(day, "10") && minutes < 120;
  const hours = summer || changes ? 1 : 0;
  return new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - hours * 60) * 60_000);
}

function lastSunday(day: string, month: "03" | "10"): string {
  let last = `${day.slice(0, 4)}-${month}-31`;
  while (weekday(last) !== "Sunday") last = addDays(last, -1);
  return last;
}

/** The hours that words give, in minutes since midnight: "10.30 am" is 630; "10:00 to 10:45" is 600 and 645; nothing where there is none. */
export function clockTimes(words: string): number[] {
  return [...words.matchAll(/(?<![\d.:])(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?\.?m?\b/gi)].flatMap(
    ([whole, hours = "", minutes, half]) => {
      if (minutes === undefined && half === undefined) return [];
      if (half !== undefined && !/[ap]\.?m/i.test(whole)) return [];
      const hour = Number(hours);
      if (hour > 23 || Number(minutes ?? 0) > 59 || (half !== undefined && (hour > 12 || hour === 0)))
        return [];
      const day = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
      return [day * 60 + Number(minutes ?? 0)];
    },
  );
}
