import type { Diagnostic, Place } from "../diagnostic.ts";
import { placesWithin } from "../sources/text.ts";

/** A brace right behind words in square brackets: there a language is said, and nothing else. `]{{` begins a figure. */
const mark = /(?<!\\)\]\{(?!\{)([^}\n]*)\}?/g;
const languageOf = /^lang=([a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)$/;
let names: Intl.DisplayNames | null = null;

/** The English name of a language, which takes a while to look up for the first time; nothing where it has none. */
function nameOf(tag: string): string | undefined {
  names ??= new Intl.DisplayNames(["en-GB"], { type: "language", fallback: "none" });
  return names.of(tag);
}

/** What is wrong with the marks of passages in another language, `[Heddlu Gwent]{lang=cy}`, of a text that starts at that place. */
export function languageProblems(text: string, place: Place): Diagnostic[] {
  const placeOf = placesWithin(text, place);
  return [...text.matchAll(mark)].flatMap(({ 0: whole, 1: inside = "", index }) => {
    const [, tag] = (whole.endsWith("}") && languageOf.exec(inside)) || [];
    if (tag !== undefined && isLanguage(tag)) return [];
    return [
      {
        place: placeOf(index + 1, whole.length - 1),
        message:
          tag === undefined
            ? "only a language can stand in braces behind square brackets"
            : `no language has the tag \`${tag}\``,
        hint: "For example [Heddlu Gwent]{lang=cy}: cy is Welsh, pl Polish, fr French.",
      },
    ];
  });
}

/** A marked passage where words are printed as they stand, in a heading, a title or a cell: nothing would say its language there. */
export function markedInPlainWords(text: string, place: Place): Diagnostic[] {
  const placeOf = placesWithin(text, place);
  return [...text.matchAll(passage)].map(({ 0: whole, index }) => ({
    place: placeOf(index, whole.length),
    message: "a language can be told in paragraphs, lists, quotations and footnotes only",
    hint: "Write the words without brackets here.",
  }));
}

/** The words of prose where its marks of languages cannot stand, as in the cells of a table that is made of it. */
export const withoutLanguages = (markdown: string): string => markdown.replace(passage, "$1");

const passage = /(?<!\\)\[([^[\]]*)\]\{lang=[^}\n]*\}/g;

/** Whether the first part of a tag is a language with a name; what follows it may be any region or script. */
function isLanguage(tag: string): boolean {
  try {
    return nameOf(tag.split("-")[0] ?? tag) !== undefined && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
