/**
 * Text that is seen one way and heard another, such as the mark of an estimate: an image with words to whoever listens to the page, and
 * in the PDF a span whose text is those words (`pdf/spokenSigns.ts`).
 *
 * @param seen HTML
 * @param words plain words without quotes
 */
export const heardAs = (seen: string, words: string): string =>
  `<span role="img" aria-label="${words}">${seen}</span>`;

/** The number of a note as its reference has it, set high: a listener hears "note 3". The words begin with the space that is not seen. */
export const noteNumber = (number: number | string): string => heardAs(String(number), ` note ${number}`);

/** The marks behind figures, and what is heard of each (`document/format.ts`). */
const marks: Readonly<Record<string, string>> = {
  e: "estimated",
  p: "provisional",
  r: "revised",
  x: "not available",
  c: "withheld",
};

/** A mark, with its own word before or behind it where the sentence explains it: that is not said twice. */
const mark =
  /(?:revised )?\[r\]|\[e\](?: estimated)?|\[p\](?: provisional)?|\[x\](?: not available)?|\[c\](?: withheld)?/g;

/** What is no text of the page, and tags. */
const notText = /(<(style|svg|title)\b.*?<\/\2>|<[^>]*>)/s;

/** A page with every mark of a figure, and every cell that holds a dash alone, to be heard as words. */
export const withHeardSigns = (html: string): string =>
  html
    .replace(
      /(<td\b([^>]*)>)–(?=<\/td>)/g,
      (_, tag: string, attributes: string) => `${tag}${dash(attributes)}`,
    )
    .split(notText)
    .map((part, i, parts) => {
      if (i % 3 !== 0) return i % 3 === 1 ? part : "";
      const next = parts[i + 3] ?? "";
      return part.replace(mark, (seen, at: number, text: string) => markHeard(seen, at, text, next));
    })
    .join("");

/** Among numbers "none" would be heard as nought. */
const dash = (attributes: string): string =>
  heardAs("–", /\bright\b/.test(attributes) ? "not applicable" : "none");

/**
 * A space before the mark is lost where the mark stands apart, so the words have it; before a sentence with the reason they have a stop. A
 * mark that is all its element says, in front of its own word, is for the eye only.
 *
 * @param next the text behind the next tag
 */
function markHeard(seen: string, at: number, text: string, next: string): string {
  const words = marks[/\[(\w)\]/.exec(seen)?.[1] ?? ""] ?? seen;
  if (text === seen && next.startsWith(` ${words}`)) return `<span aria-hidden="true">${seen}</span>`;
  const before = /\s$/.test(text.slice(0, at)) ? " " : "";
  const reason = /^ [A-Z]/.test(text.slice(at + seen.length)) ? ":" : "";
  return heardAs(seen, `${before}${words}${reason}`);
}

/** The stop that a listener needs between a title and the line below it; a title that ends with one has it. */
export const stopAfter = (title: string): string => (/[.?!]$/.test(title) ? "" : ".");
