/** "1 homicide", "53 rape offences": the noun that goes with a number. */
export const nounFor = (
  value: number | null,
  counted: { readonly one: string; readonly many: string },
): string => (value === 1 ? counted.one : counted.many);

/** The last word of what is counted, where it names people. */
const people = /(people|victims|officers|staff|respondents|individuals|callers)$/;

/** What a measure counts, as a subtitle says it: "offences", "percentage of victims who were satisfied". */
export function countedPhrase({
  unit,
  counted,
}: {
  readonly unit: string;
  readonly counted: { readonly many: string; readonly verb: string };
}): string {
  if (unit !== "percent") return counted.many;
  return `percentage ${counted.many} ${people.test(counted.many) ? "who" : "that"} ${counted.verb}`;
}

/** "a, b and c", or with another word before the last. */
export function listed(words: readonly string[], last = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** With its first letter large. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** With its first letter small, unless the first word is a name or an abbreviation. */
export const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

const small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** Numbers below ten in words, as running text has them. */
export const numberWord = (n: number): string => small[n] ?? String(n);

/** With a full stop, unless it ends with a mark already. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
