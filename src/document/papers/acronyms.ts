import type { Organisation } from "../../model/organisation.ts";

/** Spells each acronym out where a paper first uses it. */
export type Acronyms = {
  /** The text with the first use of each acronym as "full words (ABC)"; later uses, and those already spelt out, as they stand. */
  expand(text: string): string;
};

/** A memory of which acronyms a paper has used. Only those of the register are spelt out. */
export function acronymsOf({ acronyms }: Organisation): Acronyms {
  const left = new Map(
    Object.entries(acronyms)
      .sort(([a], [b]) => b.length - a.length)
      .map(([acronym, words]) => [acronym, { words, pattern: patternOf(acronym) }]),
  );
  return {
    expand(text) {
      const firsts = [...left].flatMap(([acronym, { words, pattern }]) => {
        const found = [...text.matchAll(pattern)].find(({ index }) => !isQuoted(text, index));
        return found === undefined ? [] : [{ acronym, words, plural: found[1] ?? "", index: found.index }];
      });
      for (const { acronym } of firsts) left.delete(acronym);
      return firsts
        .filter(({ index }) => !isSpeltOut(text, index))
        .sort((a, b) => b.index - a.index)
        .reduce((whole, { acronym, words, plural, index }) => {
          const end = index + acronym.length + plural.length;
          const start = isSentenceStart(whole, index);
          const spelt = plural === "" ? words : pluralOf(words);
          return `${whole.slice(0, index)}${start ? capital(spelt) : spelt} (${acronym}${plural})${whole.slice(end)}`;
        }, text);
    },
  };
}

/** The acronym as a word of its own, perhaps with the s of a plural; not within an address or a code. */
const patternOf = (acronym: string): RegExp =>
  new RegExp(`(?<![\\w&/.@-])${acronym.replace(/[&]/g, "\\$&")}(s?)(?![\\w&/@-])`, "g");

/** Whether it stands in a quotation, whose words are left as they were. */
const isQuoted = (text: string, index: number): boolean =>
  /^\s*>/.test(text.slice(text.lastIndexOf("\n", index - 1) + 1, index + 1));

/** Whether it stands in brackets behind its words, or opens a bracket that holds them. */
const isSpeltOut = (text: string, index: number): boolean => text[index - 1] === "(";

const isSentenceStart = (text: string, index: number): boolean =>
  /(^|[.!?:]\s+|\n\s*(?:[-*] |\d+\. )?)$/.test(text.slice(0, index));

/** "organised crime groups", "areas for improvement": the s goes to the noun that the rest belongs to. */
function pluralOf(words: string): string {
  const [, noun, rest] = /^(\S+(?: \S+)*?)( (?:for|of|under|with|in) .*)$/.exec(words) ?? [];
  return noun === undefined ? `${words}s` : `${noun}s${rest}`;
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
