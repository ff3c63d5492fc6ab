import { isRealDate } from "../model/period.ts";

/** Days are ISO dates, `2019-12-31`; the arithmetic is in whole UTC days, so no time zone can move one. */

const msPerDay = 86_400_000;

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** The day `count` days later, or earlier when it is negative. @throws RangeError when `date` does not exist */
export function addDays(date: string, count: number): string {
  const moved = new Date(utcTime(date) + count * msPerDay).toISOString();
  if (!/^\d{4}-/.test(moved))
    throw new RangeError(`${count} days from ${date} is outside the years 0 to 9999`);
  return moved.slice(0, 10);
}

/** Name of the weekday, `Monday`. @throws RangeError when `date` does not exist */
export function weekday(date: string): Weekday {
  return weekdays[new Date(utcTime(date)).getUTCDay()] ?? "Sunday";
}

/** Midnight UTC of a day, in milliseconds: a date-only ISO text is read as UTC everywhere. */
function utcTime(date: string): number {
  if (!isRealDate(date)) throw new RangeError(`not a date in the calendar: ${date}`);
  return Date.parse(date);
}
