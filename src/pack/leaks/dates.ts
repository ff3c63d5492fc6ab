const months =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const weekday = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?";
const year = "(?:19|20)\\d\\d";

const datePattern = new RegExp(
  [
    `${weekday}\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${months}\\b(?:,?\\s+${year}\\b)?`,
    `\\b${months}\\s+\\d{1,2}(?:st|nd|rd|th)?,\\s+${year}\\b`,
    `\\b${months}\\s+${year}\\b`,
    `\\b${months}[-'\\s]{0,2}\\d\\d\\b(?![/-])`,
    `\\b${year}-\\d\\d(?:-\\d\\d)?(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b(?![/-])`,
    `\\b${year}/\\d\\d\\b(?![/-])`,
    "\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d\\d\\b(?![/-])",
    `(?<![\\d,.])${year}\\b(?![,.]?\\d|[/-]\\w)`,
    "\\b\\d{1,2}[.:]\\d\\d\\s*[ap]\\.?m\\b",
  ].join("|"),
  "gi",
);

/** Where the dates, years, financial years and times of a normalised text stand; they are on no list of secrets. */
export const datesIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(datePattern)].map(({ index, 0: date }) => ({ start: index, end: index + date.length }));

/** True when something of the text from `start` to `end` lies in one of the stretches, which are in order. */
export function overlaps(
  stretches: readonly { start: number; end: number }[],
  start: number,
  end: number,
): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}
