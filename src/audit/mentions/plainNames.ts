const small = new Set(["of", "and", "the", "for", "in", "to", "on", "with", "a", "&", "/"]);

/** Whether a word of a name gives its acronym no letter. */
export const isSmall = (word: string): boolean => small.has(word.toLowerCase());

/** The words of a name that give it its letters. */
export const contentOf = (text: string): string[] =>
  text
    .split(/[\s/-]+/)
    .map((one) => one.replace(/[^A-Za-z’']/g, ""))
    .filter((one) => one !== "" && !isSmall(one));

/** An expansion as it is compared: small letters, no small words, no plural, no hyphen; His Majesty's as Her Majesty's. */
export const plainWords = (words: string): string =>
  contentOf(words)
    .map((one) =>
      one
        .toLowerCase()
        .replace(/^her$/, "his")
        .replace(/[’']s?$/, "")
        .replace(/(?<=[a-z]{3})s$/, "")
        .replace(/ie$/, "y"),
    )
    .join(" ");
