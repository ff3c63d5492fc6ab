import { monthPattern } from "./months.ts";

/**
 * What holds digits and is no quantity: dates and years, times, codes, references, lists of ranges, windows of time, the emergency
 * and enquiry numbers. The order matters: longer forms stand first.
 */
const masks: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+|\S+@\S+/gi,
  /\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  new RegExp(`\\b\\d{1,2}(?: ?(?:st|nd|rd|th))? (?:of )?${monthPattern}\\b(?:,? (?:19|20)\\d\\d)?`, "gi"),
  new RegExp(`\\b${monthPattern} \\d{1,2}(?:st|nd|rd|th)\\b(?:,? (?:19|20)\\d\\d)?`, "gi"),
  new RegExp(`\\b${monthPattern}[ -]['’‘]?(?:(?:19|20)\\d\\d|\\d\\d)\\b(?![,.]\\d| ?%)`, "gi"),
  /\b\d{1,3} ?\^?\{?(?:st|nd|rd|th)\}?(?![A-Za-z])/g,
  /\b\d{4,6}\/\d{2,4}\b|\b\d\d\/\d\d\b/g,
  /\b(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\b/g,
  /(?<![£,.\d])\b(?:19|20)\d\d\b(?![,.]\d|%)/g,
  /\b\d{1,2}[:.]\d{2} ?(?:[ap]m|hrs|hours)\b|\b\d{1,2} ?[ap]m\b|\b\d{1,2}:\d{2}\b|\b24\/7\b/gi,
  /\b(?:sections?|sect|s|paragraphs?|paras?|schedules?|figures?|figs?|tables?|appendix|appendices|annex|pages?|phase|outcomes?|outcome codes?|codes?|orders?|room|items?|questions?|parts?|versions?|ver|number|numbers|no|category|tier|level|grade|stage|regulations?|articles?|step|chapter|operation|junction|model|class|band|rule|recommendations?|tests?|key|q|covid|unit|objectives?|outcome|top)[ .:]*\(?\d+(?:\.\d+)*[a-z]?\b(?! ?%)/gi,
  /\b[A-Za-z]+[-–]?\d+[A-Za-z0-9]*\b/g,
  /\b\d+(?:\.\d+)?(?!m\b|bn\b|k\b|p\b)[A-Za-z]+\d*\b/g,
  /\baged? (?:between |under |over )?\d+(?:(?: ?[-–] ?| to | and )\d+)?(?: years?)?(?: old)?\b/gi,
  /\b(?:under|over) \d\d(?:s|(?= year))/gi,
  /\d+ ?\+(?= ?[a-z])/gi,
  /\bper \d{1,3}(?:,\d{3})+\b/gi,
  /\b(?:999|101|111)(?=[’']?s? (?:\w+ )?(?:calls?|systems?|lines?|services?|numbers?|performance|reports?|response|demand|handling|charts?|skillset|abandon\w*)\b)/gi,
  /\b\d{1,2} (?:in|out of) \d{1,3}\b(?!,)/gi,
  /(?<!\bfrom )\b\d+ ?(?:[-–]|to) ?\d+(?! ?%)\b(?=[ -](?!and\b)[a-z])/g,
  /\b\d{5} \d{6}\b|\b\d{3,4} \d{3} \d{4}\b/g,
  /\b\d+(?:\.\d+)?(?: working| calendar| clear)?[ -](?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?)\b(?! ?(?:and )?\d+ ?sec)/gi,
];

const minutes = /\b\d+ ?min(?:ute)?s?,? (?:and )?\d+ ?sec(?:ond)?s?\b/gi;

/** The text with the characters of what is no quantity replaced by `¤`, so that offsets stay. */
export function masked(text: string): string {
  const kept = [...text.matchAll(minutes)].map(
    ({ 0: whole, index }) => [index, index + whole.length] as const,
  );
  let result = text;
  for (const mask of masks)
    result = result.replace(mask, (found: string, ...rest) => {
      const index = rest.find((value) => typeof value === "number") as number;
      return kept.some(([from, to]) => index >= from && index < to) ? found : "¤".repeat(found.length);
    });
  return result;
}
