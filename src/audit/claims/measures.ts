/** Words that say nothing of what is counted. */
const empty = new Set(
  (
    "a an the of in on for by to and or all any recorded reported overall number volume level offence crime incident report figure total " +
    "figures only incl including dwelling monthly month year per by type headline force data"
  ).split(" "),
);

/** What is measured, as the words that matter, sorted: "Residential Burglary (dwelling)" is `burglary residential`. */
export const measureKey = (label: string): string => [...measureWords(label)].sort().join(" ");

/** The words of a label that matter, in the singular. "With" and "without" matter: they part measures. */
export const measureWords = (label: string): Set<string> =>
  new Set(
    label
      .toLowerCase()
      .replace(/[’']s\b/g, "")
      .split(/[^a-z0-9]+/)
      .map(singular)
      .filter((word) => word.length > 1 && !empty.has(word)),
  );

const singular = (word: string): string =>
  word.endsWith("ies") && word.length > 4
    ? `${word.slice(0, -3)}y`
    : /[^su]s$/.test(word)
      ? word.slice(0, -1)
      : word;
