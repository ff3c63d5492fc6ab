/** What a finished PDF says about itself. */
export type PdfMetadata = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO date or time, e.g. `2020-03-06`, that stands as the time of creation: never the clock's. */
  readonly date: string;
  /** How many folders below the outputs the file lies; its links to other papers start from there. One when not given. */
  readonly depth?: number;
};
