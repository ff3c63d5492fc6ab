/** A piece of text of a page that belongs to a structure element. */
export type TaggedText = { readonly page: number; readonly text: string };

/** An element of a PDF's structure tree, with what a screen reader is told about it. */
export type TaggedElement = {
  /** The standard role, after the role map: `H2`, `P`, `TH`. */
  readonly role: string;
  /** Page number, from 1, where the element is said to stand; null when only its text tells. */
  readonly page: number | null;
  readonly id: string | null;
  /** Alternative text, of figures and links. */
  readonly alt: string | null;
  /** What is heard instead of the element's text. */
  readonly actualText: string | null;
  /** Language, when it differs from that of what stands around, e.g. `cy`. */
  readonly language: string | null;
  /** Of a table's cell: how many rows and columns it covers, which way it heads, and the ids of the cells that head it. */
  readonly cell: {
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly scope: string | null;
    readonly headers: readonly string[];
  };
  readonly children: readonly (TaggedElement | TaggedText)[];
};

/** A document as its structure tree gives it. */
export type TaggedDocument = {
  readonly title: string | null;
  /** Language of the whole, e.g. `en-GB`. */
  readonly language: string | null;
  readonly pageCount: number;
  readonly children: readonly TaggedElement[];
};

/** One thing that is heard, and the page it stands on. */
export type Heard = { readonly text: string; readonly page: number | null };

export const isElement = (node: TaggedElement | TaggedText): node is TaggedElement => "role" in node;
