import { dateIn } from "./dates.ts";
import { placeless } from "./text.ts";

const longest = 100;
const mostWords = 14;
const verb =
  /\b(?:is|are|was|were|am|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did|shows?|saw|sent|received|agreed|noted|moved|seconded|requested|presented|reported|advised|resolved)\b/;

/** Whether a line on its own, without its number, can be a heading: short, no sentence, no lead-in, no address. */
export function isHeadingLike(whole: string, isNumbered: boolean): boolean {
  const text = isNumbered ? nameOf(whole) : whole;
  const words = text.split(/\s+/);
  if (text.length > longest || words.length > mostWords || !/\p{L}{2}/u.test(text)) return false;
  if (!isNumbered && (keyed.test(text) || postcode.test(text) || greeting.test(text) || isDay(text)))
    return false;
  if (/^[a-z]/.test(text) || /[,;]$|:\s?-$|^https?:|^www\.|@|\.\s?\.$/.test(text)) return false;
  if (/[.!]\s+\S/.test(text.replace(/\b(?:[A-Z]|No|Mr|Mrs|Ms|Dr|St|App|Sgt|Supt|Insp|vs?)\./g, "")))
    return false;
  if (/\?$/.test(text)) return words.length <= 12;
  if (/:$/.test(text)) return isNumbered && words.length <= 8;
  if (verb.test(text)) return isNumbered && !/\.$/.test(text) && words.length <= 8;
  if (/\.$/.test(text)) return words.length <= (isNumbered ? 10 : 6);
  return isNumbered || /^["'‘“(]?(?:\p{Lu}|20\d\d|\d{1,3}\s\p{Lu})/u.test(text);
}

/** A numbered heading may say behind a dash what it is about. */
function nameOf(text: string): string {
  const [name = "", ...rest] = text.split(/\s[-–—]\s/);
  const isNamed =
    rest.length > 0 && text.length <= 220 && name.split(/\s+/).length <= 7 && !/[.!?]\s/.test(rest.join(" "));
  return isNamed && /^\p{Lu}/u.test(name) ? name : text;
}

/** `Date: …`, `Tel: …`: a name and what it is. */
const keyed =
  /^(?:date|time|venue|location|place|chair|clerk|minutes?|(?:minute|note)[- ]?taker|attendance|attendees|apologies|present|in attendance|tel|telephone|phone|fax|e-?mail|web(?:site)?|author|name|from|to|cc|(?:our |your )?ref(?:erence)?|urn|subject|version|gpms.*|status|contact|report (?:by|author)|prepared by|sign(?:ed|ature)?)\s*:/i;
const postcode = /\b[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b/;
/** The end of a letter, what an agenda says is to be done, the name of a picture. */
const greeting =
  /^(?:yours\b|(?:kind |best )?regards\b|dear\b)|^(?:to|by) [a-z]+ |^(?:table|figure|chart)\s*\d/i;

/** Whether a text is set in capitals, names of years and small joining words aside. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.replace(/[^\p{Lu}]/gu, "");
  return letters.length >= 4 && capitals.length >= 0.75 * letters.length;
}

/** Whether a text is a day, with its year, and at most the name of the day beside it. */
function isDay(text: string): boolean {
  const found = dateIn(placeless(text));
  return found !== null && found.words.text.length > text.length - 12;
}

/** Whether a text leads to what follows it: `as follows:`, `the PCP have requested: -`. */
export const leadsOn = (text: string): boolean => /:\s?[-–]*\s*$/.test(text);
