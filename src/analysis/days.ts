/** Days are ISO dates, `2019-12-31`; the arithmetic is in whole UTC days, so no time zone can move one. */

const datePattern = /^(\d{4}-(?:0[1-9]|1[0-2]))-(\d{2})$/;
const msPerDay = 86_400_000;

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Number of days in a month written `2019-12`, which must exist. */
export function daysInMonth(month: string): number {
  const year = Number(month.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return lengths[Number(month.slice(5, 7)) - 1] ?? 0;
}

/** True for a day that exists in the calendar, written `2019-12-31`; `2019-02-30` does not. */
export function isRealDate(text: string): boolean {
  const [, month, day] = datePattern.exec(text) ?? [];
  return month !== undefined && Number(day) >= 1 && Number(day) <= daysInMonth(month);
}

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
