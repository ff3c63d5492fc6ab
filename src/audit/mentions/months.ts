import { monthNames as names } from "../../sources/monthNames.ts";

/** Source of a pattern for a month's name, long or short; it makes no group. */
export const monthPattern =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

/** 1 to 12 for a month's name, long or short, in any case; null for other words. */
export function monthNumber(word: string): number | null {
  const start = word.slice(0, 3).toLowerCase();
  const index = start.length < 3 ? -1 : names.findIndex((name) => name.toLowerCase().startsWith(start));
  return index < 0 ? null : index + 1;
}

/** "March" of 3. */
export const monthName = (month: number): string => names[month - 1] ?? "";

/** The quarter of the financial year (April to March) in which a month lies, 1 to 4. */
export const quarterOfMonth = (month: number): number => (month < 4 ? 4 : Math.ceil(month / 3) - 1);

/** The year in which the financial year of a day began. */
export const financialYearOf = (date: string): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);

/** "2019/20" of 2019. */
export const financialYearName = (start: number): string =>
  `${start}/${String((start + 1) % 100).padStart(2, "0")}`;

/** "July to September" of quarter 2. */
export function monthsOfQuarter(quarter: number): string {
  const first = quarter === 4 ? 1 : 3 * quarter + 1;
  return `${monthName(first)} to ${monthName(first + 2)}`;
}

/** "20 January 2020" of 2020-01-20. */
export const dayName = (date: string): string =>
  `${Number(date.slice(8))} ${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
