import type { FlagView, Prose } from "../views.ts";
import type { LinkView } from "./context.ts";
import type { PageView } from "./page.ts";

/** One thing of a list: where it is, what else there is of it, and a sentence about it. */
export type EntryView = {
  /** Its address is empty where it has no page of its own. */
  readonly link: LinkView;
  /** Its PDF, its data. */
  readonly more: readonly LinkView[];
  /** Empty where nothing is said. */
  readonly note: string;
};

/** A cell of a table of words. */
export type WordCell = {
  readonly text: string;
  /** Where it leads; null where nowhere. */
  readonly address: string | null;
  readonly flag: FlagView | null;
  readonly number: boolean;
};

export type PlainBlock =
  | { readonly kind: "prose"; readonly prose: Prose }
  /** What a reader must not miss. */
  | { readonly kind: "notice"; readonly prose: Prose }
  | { readonly kind: "entries"; readonly entries: readonly EntryView[] }
  /** Names with their texts: date, time, venue. */
  | { readonly kind: "facts"; readonly rows: readonly { readonly name: string; readonly text: string }[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      /** The first cell of a row is its head. */
      readonly rows: readonly (readonly WordCell[])[];
    }
  | { readonly kind: "search" };

export type PlainSection = {
  /** The fragment that leads to it. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PlainBlock[];
};

/** A page of lists, tables and words. */
export type PlainPageView = PageView & {
  /** What stands under the title; empty where nothing does. */
  readonly lead: string;
  /** Before the first section. */
  readonly opening: readonly PlainBlock[];
  readonly sections: readonly PlainSection[];
  /** Whether the sections are listed at the start. */
  readonly contents: boolean;
};

/** A list of links without anything more. */
export const entry = (link: LinkView, note = "", more: readonly LinkView[] = []): EntryView => ({
  link,
  more,
  note,
});

export const words = (text: string, more: Partial<WordCell> = {}): WordCell => ({
  text,
  address: null,
  flag: null,
  number: false,
  ...more,
});
