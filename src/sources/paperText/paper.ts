/** A day, written `2020-03-16`. */
export type IsoDate = string;

/** Where a character stands in the file as it was read; line and column from 1, the page from 1 for a PDF, else null. */
export type Spot = { readonly line: number; readonly column: number; readonly page: number | null };

/**
 * Words with the place of each of their characters, without marks of emphasis and tags (`**`, `<u>`). A sentence may run over
 * lines: the line break between them is one blank, and its spot is that of the break.
 */
export type Text = { readonly text: string; readonly runs: readonly Run[] };

/** Characters that stand one behind the other in a line of the file: the offset in a text of the first, and its spot. */
export type Run = Spot & { readonly from: number };

/**
 * What a cell holds. `value` is as printed: 11.8 for `11.8%`, pounds for money (£4.484m is 4484000), seconds for a duration.
 * `decimals` are the printed ones, `signed` says that a + or - was printed. `none` is a mark for what is not there (`-`, `n/a`, `*`).
 */
export type CellValue =
  | {
      readonly kind: "number" | "percent" | "money" | "duration";
      readonly value: number;
      readonly decimals: number;
      readonly signed: boolean;
    }
  | { readonly kind: "date"; readonly date: IsoDate }
  | { readonly kind: "month"; readonly month: string }
  | { readonly kind: "none" }
  | { readonly kind: "empty" }
  | { readonly kind: "words" };

export type Cell = Text & { readonly value: CellValue };

/** A column's head, read down all rows of heads (`Apr 19 - Dec 19 Volume`); `unit` is the one that the head names, such as `%`. */
export type Column = { readonly heading: string; readonly unit: string | null };

/** `group`: a line within the table that heads the rows below it and holds no figures. Cells stand in the order of the columns. */
export type TableRow = {
  readonly role: "row" | "subtotal" | "total" | "group";
  readonly label: string;
  readonly cells: readonly Cell[];
};

export type PaperTable = {
  readonly kind: "table";
  readonly caption: Text | null;
  readonly heads: readonly (readonly Cell[])[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Of all its figures, as the caption or the sentence above it names it (`per 1,000 population`). */
  readonly unit: string | null;
  readonly spot: Spot;
};

export type Heading = {
  readonly kind: "heading";
  readonly level: number;
  /** As printed, without brackets and points: `1.2`, `iv`, `A`; null when it has none. */
  readonly number: string | null;
  /** Without its number. */
  readonly text: Text;
  readonly spot: Spot;
};

/** `marker` as printed (`-`, `(1)`, `ii.`); `depth` is 0 for the outermost. */
export type ListItem = {
  readonly marker: string;
  readonly depth: number;
  readonly sentences: readonly Text[];
  readonly spot: Spot;
};

export type PaperBlock =
  | Heading
  | PaperTable
  /** `number` of a numbered paragraph (`1.2`), else null. */
  | {
      readonly kind: "paragraph";
      readonly number: string | null;
      readonly sentences: readonly Text[];
      readonly spot: Spot;
    }
  | { readonly kind: "list"; readonly items: readonly ListItem[]; readonly spot: Spot }
  /** A numbered question, `Q2.`; what follows it, to the next question or heading, is its answer. */
  | {
      readonly kind: "question";
      readonly number: string;
      readonly sentences: readonly Text[];
      readonly spot: Spot;
    }
  /** A footnote or a note below a table. */
  | {
      readonly kind: "note";
      readonly mark: string;
      readonly sentences: readonly Text[];
      readonly spot: Spot;
    }
  | { readonly kind: "quotation"; readonly sentences: readonly Text[]; readonly spot: Spot }
  /** What an extraction left of a picture or a table: nobody can say what belongs to what, so that nothing can be concluded from it. */
  | { readonly kind: "debris"; readonly text: Text; readonly spot: Spot };

/** A block and the headings that it stands under, outermost first (a heading's own are those above it). */
export type PlacedBlock = PaperBlock & { readonly section: readonly Heading[] };

/** Whole months, both included, written `2019-10`; `quarter` of a financial year (`2019-20-q3`) where it was named. */
export type PaperPeriod = {
  readonly from: string;
  readonly to: string;
  readonly quarter: string | null;
  /** The words that say so. */
  readonly words: Text;
};

/** One paper of a file: an agenda pack holds several, each with its own title, date and numbering. */
export type PaperPart = {
  readonly title: Text | null;
  readonly date: IsoDate | null;
  /** The words that `date` was read from; null where it has none. */
  readonly dated: Text | null;
  readonly period: PaperPeriod | null;
  /** First and last line of the file that belong to it. */
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly PlacedBlock[];
};

/** A file as a careful reader sees it. `title`, `date` and `period` are those of its first part. */
export type ReadPaper = {
  readonly file: string;
  readonly title: string | null;
  readonly date: IsoDate | null;
  readonly period: PaperPeriod | null;
  readonly parts: readonly PaperPart[];
  /** Page numbers and running heads, which stand in no block. */
  readonly furniture: readonly Text[];
  /** The lines of the file as read, for quoting: `lines[0]` is line 1. */
  readonly lines: readonly string[];
};
