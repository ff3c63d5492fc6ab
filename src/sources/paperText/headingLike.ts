const longest = 100;
const mostWords = 14;
const verb =
  /\b(?:is|are|was|were|am|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did|shows?|saw|sent|received|agreed|noted|moved|seconded|requested|presented|reported|advised|resolved)\b/;

/** Whether a line on its own, without its number, can be a heading: short, no sentence, no lead-in, no address. */
export function isHeadingLike(text: string, isNumbered: boolean): boolean {
  const words = text.split(/\s+/);
  if (text.length > longest || words.length > mostWords || !/\p{L}{2}/u.test(text)) return false;
  if (/^[a-z]/.test(text) || /[,;]$|:\s?-$|^https?:|^www\.|@|\.\s?\.$/.test(text)) return false;
  if (/[.!]\s+\S/.test(text.replace(/\b(?:[A-Z]|No|Mr|Mrs|Ms|Dr|St|App|Sgt|Supt|Insp|vs?)\./g, "")))
    return false;
  if (/\?$/.test(text)) return words.length <= 12;
  if (/:$/.test(text)) return isNumbered && words.length <= 8;
  if (verb.test(text)) return isNumbered && !/\.$/.test(text) && words.length <= 8;
  if (/\.$/.test(text)) return words.length <= (isNumbered ? 10 : 6);
  return isNumbered || /^["'‘“(]?(?:\p{Lu}|20\d\d|\d{1,3}\s\p{Lu})/u.test(text);
}

/** Whether a text is set in capitals, names of years and small joining words aside. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.replace(/[^\p{Lu}]/gu, "");
  return letters.length >= 4 && capitals.length >= 0.75 * letters.length;
}

/** Whether a text leads to what follows it: `as follows:`, `the PCP have requested: -`. */
export const leadsOn = (text: string): boolean => /:\s?[-–]*\s*$/.test(text);
