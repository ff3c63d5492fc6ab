import { addDays, weekday } from "./days.ts";

/**
 * Latest day on which papers can be published so that enough clear days lie before the meeting.
 *
 * @param meetingDate ISO date of the meeting
 * @param clearDays whole number of clear days wanted; a police and crime panel's agenda needs five
 * @param bankHolidays ISO dates of the bank holidays that may fall in between
 * @returns a working day, since nothing is published on the others
 * @throws RangeError when a date does not exist or `clearDays` is not a whole number from 0
 *
 * Source: Local Government Act 1972 section 100B, with the day of publication, the day of the meeting, weekends and
 * bank holidays left out. For Monday 16 March 2020 it is Friday 6 March.
 */
export function clearDaysBefore(
  meetingDate: string,
  clearDays: number,
  bankHolidays: readonly string[],
): string {
  if (!Number.isInteger(clearDays) || clearDays < 0)
    throw new RangeError(`clear days are a whole number from 0, got ${clearDays}`);
  const closed = new Set(bankHolidays);
  let day = workingDayBefore(meetingDate, closed);
  for (let counted = 0; counted < clearDays; counted++) day = workingDayBefore(day, closed);
  return day;
}

/**
 * Number of clear days between publication and meeting: working days after the one and before the other.
 *
 * @returns 0 when nothing lies between, also when the meeting is on or before the day of publication
 * @throws RangeError when a date does not exist
 */
export function countClearDays(
  published: string,
  meetingDate: string,
  bankHolidays: readonly string[],
): number {
  const closed = new Set(bankHolidays);
  let count = 0;
  for (let day = addDays(published, 1); day < meetingDate; day = addDays(day, 1))
    if (isWorkingDay(day, closed)) count++;
  return count;
}

function workingDayBefore(date: string, closed: ReadonlySet<string>): string {
  let day = addDays(date, -1);
  while (!isWorkingDay(day, closed)) day = addDays(day, -1);
  return day;
}

function isWorkingDay(date: string, closed: ReadonlySet<string>): boolean {
  const name = weekday(date);
  return name !== "Saturday" && name !== "Sunday" && !closed.has(date);
}
