/** A month as a cell gives it, the month of the year alone, or why it is none. */
export type ForeignMonth =
  | { readonly kind: "month"; readonly month: string }
  /** "April": the year stands in another column. */
  | { readonly kind: "month-of-year"; readonly number: number }
  | { readonly kind: "wrong"; readonly message: string; readonly hint?: string }
  | { readonly kind: "none" };

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const endings =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const name = `(${endings})\\.?`;
const year = "(\\d{4}|\\d{2})";
const clock = "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|\\+00:?00)?)?";

/** How months are written; each pattern gives year and month, by number or name. */
const monthForms: readonly (readonly [pattern: RegExp, order: "year first" | "month first"])[] = [
  [/^(\d{4})[-/. ]?[mM]?(\d{2})$/, "year first"],
  [/^(\d{1,2})[-/.](\d{4})$/, "month first"],
  [new RegExp(`^${name}[-/ .,’']*${year}$`, "i"), "month first"],
  [new RegExp(`^(\\d{4})[-/ ]${name}$`, "i"), "year first"],
];
const isoDay = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}$`);
const ukDay = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.]${year}${clock}$`);
const wordDay = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/ ]${name}[-/ ,]*${year}$`, "i");
const monthOfYear = new RegExp(`^${name}$`, "i");

const none: ForeignMonth = { kind: "none" };
const wrong = (message: string, hint?: string): ForeignMonth => ({
  kind: "wrong",
  message,
  ...(hint ? { hint } : {}),
});

/**
 * The month that a cell names: `2019-12`, `12/2019`, `Dec-19`, `December 2019`, `01/12/2019` (the British order, always),
 * `1 December 2019`, `2019-12-31`. A year of two digits is 20xx, and from 70 on has two readings. A day stands for its month.
 */
export function foreignMonth(text: string): ForeignMonth {
  const plain = text
    .replaceAll(/[\u00A0\u2009\u202F]/g, " ")
    .replaceAll(/[‐‑–]/g, "-")
    .trim();
  return doubtful(plain) ?? monthAlone(plain) ?? dayOf(plain) ?? none;
}

function monthAlone(text: string): ForeignMonth | null {
  for (const [pattern, order] of monthForms) {
    const [, first = "", second = ""] = pattern.exec(text) ?? [];
    if (second !== "")
      return order === "year first" ? monthOf(text, first, second) : monthOf(text, second, first);
  }
  const [, alone] = monthOfYear.exec(text) ?? [];
  return alone === undefined ? null : { kind: "month-of-year", number: monthNumber(alone) };
}

function dayOf(text: string): ForeignMonth | null {
  const [, isoYear = "", isoMonth = "", isoDate] = isoDay.exec(text) ?? [];
  if (isoDate !== undefined) return dated(text, isoYear, isoMonth, isoDate);
  const [, day = "", month = "", ukYear] = ukDay.exec(text) ?? wordDay.exec(text) ?? [];
  return ukYear === undefined ? null : dated(text, ukYear, month, day);
}

function dated(text: string, yearText: string, monthText: string, dayText: string): ForeignMonth {
  const found = monthOf(text, yearText, monthText);
  if (isDoubtfulYear(yearText)) return found;
  const [month, day] = [monthNumber(monthText), Number(dayText)];
  if (found.kind === "month" && day >= 1 && day <= daysIn(found.month)) return found;
  const american =
    month > 12 && day <= 12 ? "Days are read in the British order, day/month/year." : undefined;
  return wrong(`\`${text}\` is no day of the calendar: write the year and month, e.g. 2019-12`, american);
}

/** The last day of a month written `2019-12`. */
const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

function monthOf(text: string, yearText: string, monthText: string): ForeignMonth {
  const month = monthNumber(monthText);
  if (isDoubtfulYear(yearText))
    return wrong(
      `\`${text}\` may be of 19${yearText} or 20${yearText}: write the year in full, e.g. 2019-12`,
    );
  const full = yearText.length === 2 ? `20${yearText}` : yearText;
  if (month < 1 || month > 12 || Number(full) < 1900 || Number(full) > 2100)
    return wrong(`\`${text}\` is no month of the years 1900 to 2100: write the year and month, e.g. 2019-12`);
  return { kind: "month", month: `${full}-${String(month).padStart(2, "0")}` };
}

/** Two digits from here on are as likely a year of the last century. */
const earliestDoubtful = 70;
const isDoubtfulYear = (yearText: string): boolean =>
  yearText.length === 2 && Number(yearText) >= earliestDoubtful;

const monthNumber = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : names.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/** What people and spreadsheets write that could mean two things, or nothing. */
function doubtful(text: string): ForeignMonth | null {
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text))
    return wrong(
      `\`${text}\` is a spreadsheet’s number for a day: write the year and month, e.g. 2019-12`,
      "In the spreadsheet format the column as a date, then save it again.",
    );
  if (new RegExp(`^\\d{1,2}[-/ ]${name}$`, "i").test(text))
    return wrong(
      `\`${text}\` may be a day without its year, or a month of 20xx: write the year and month, e.g. 2019-12`,
    );
  if (/^\d{1,2}\/\d{2}$/.test(text))
    return wrong(
      `\`${text}\` may be a month and its year, or a day without one: write the year and month, e.g. 2019-12`,
    );
  if (/^\d{4}[- ]?W\d{1,2}(-\d)?$/i.test(text))
    return wrong(`\`${text}\` is a week, not a month: a monthly series is needed, e.g. 2019-12`);
  if (isFinancialYear(text) || /^Q[1-4]\b|\bQ[1-4]$/i.test(text))
    return wrong(`\`${text}\` is a year or a quarter, not a month: a monthly series is needed, e.g. 2019-12`);
  return null;
}

/** `2019/20`, and `2011/12` too, which might be December 2011; `2011-12` is how the standard writes that month. */
function isFinancialYear(text: string): boolean {
  const [, first = "", mark, second = ""] = /^(\d{4})([-/])(\d{2}|\d{4})$/.exec(text) ?? [];
  return (
    (Number(first) + 1) % 100 === Number(second) % 100 &&
    second !== "" &&
    (mark === "/" || Number(second) > 12)
  );
}

/** The year that a cell names: a calendar year, or the two years of a financial one. */
export function foreignYear(text: string): { readonly from: number; readonly financial: boolean } | null {
  const [, first, second] = /^(?:FY ?)?((?:19|20)\d{2})(?:[-/](\d{2}|\d{4}))?$/i.exec(text.trim()) ?? [];
  if (first === undefined) return null;
  if (second === undefined) return { from: Number(first), financial: false };
  const follows = (Number(first) + 1) % 100 === Number(second) % 100;
  return follows ? { from: Number(first), financial: true } : null;
}

/** The month of the year in that calendar year, or in the financial year that starts in its April. */
export function monthInYear(
  number: number,
  { from, financial }: { readonly from: number; readonly financial: boolean },
): string {
  const own = financial && number < 4 ? from + 1 : from;
  return `${own}-${String(number).padStart(2, "0")}`;
}
