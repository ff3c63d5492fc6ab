/** The words of some HTML, with its entities as letters. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .trim();

/** The cells of each entry of a page of figures, by the entry's id. */
export const entriesOf = (html: string): Map<string, string[]> =>
  new Map(
    [...html.matchAll(/<tr id="([^"]+)">(.*?)<\/tr>/g)].map(([, id = "", row = ""]) => [
      id,
      [...row.matchAll(/<t[hd]\b.*?<\/t[hd]>/g)].map(([cell]) => wordsOf(cell)),
    ]),
  );

/** Tables of a page as rows of words. */
export const tablesOf = (html: string): string[][][] =>
  [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<t[hd]\b[\s\S]*?<\/t[hd]>/g)].map(([cell]) => wordsOf(cell)),
    ),
  );
