/** "1 homicide", "53 rape offences": the noun that goes with a number. */
export const nounFor = (
  value: number | null,
  counted: { readonly one: string; readonly many: string },
): string => (value === 1 ? counted.one : counted.many);

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
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
