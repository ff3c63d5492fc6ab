import type { Prose } from "../views.ts";

/** Who a pack is for. */
export type Edition = "public" | "members";

/** What stands at the end of an agenda's line. */
export type PagesCell = {
  /** "Verbal report", "To follow", "Exempt"; null where there is none. */
  readonly said: string | null;
  /** Whether the words stand in a box, as what a reader must not miss. */
  readonly boxed: boolean;
  /** Whether the item has pages in this pack or one before it: their range, by the key of the line. */
  readonly range: boolean;
  /** A place on the front sheet itself, whose page is printed: the id of its part. */
  readonly part: "future-meetings" | "exclusion" | null;
};

export type AgendaRow = {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly label: string | null;
  readonly title: string;
  /** What the body is asked to do, why the item is withdrawn, until when it is deferred. */
  readonly texts: readonly Prose[];
  /** Whether subject and range lead to pages of this pack, at `pack:<key>`. */
  readonly linked: boolean;
  readonly cell: PagesCell;
};

/** Why the public is to leave, item by item. */
export type ExclusionView = {
  /** "item 9", or null where no item covers it. */
  readonly item: string | null;
  /** What the body is asked to agree, and the items of different paragraphs one by one; null where all are confidential. */
  readonly resolution: {
    readonly head: string;
    readonly text: string;
    readonly items: readonly string[];
  } | null;
  /** What each paragraph covers, and what is excluded by law. */
  readonly explained: readonly string[];
  readonly items: readonly {
    readonly head: string;
    readonly reason: string;
    readonly publicInterest: string | null;
  }[];
  /** Where the papers are. */
  readonly papers: string | null;
};

/** What a supplement's agenda says first. */
export type ChangesView = {
  readonly items: readonly { readonly key: string; readonly text: string }[];
  readonly unchanged: string;
  readonly urgency: Prose;
};

/** The front sheet of a pack, worded. */
export type FrontSheetView = {
  readonly lang: string;
  /** "Agenda", "Supplementary agenda 1" */
  readonly kind: string;
  readonly title: string;
  /** For the title of the file: "Agenda: Warwickshire Police and Crime Panel, 16 March 2020". */
  readonly fullTitle: string;
  readonly organisation: string;
  /** The day it goes out, for the file's metadata; that of the meeting where none is given. */
  readonly isoDate: string;
  readonly footLeft: string;
  readonly footRight: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly members: readonly { readonly name: string; readonly role: string | null }[];
  readonly changes: ChangesView | null;
  readonly rows: readonly AgendaRow[];
  /** What the words of the last column mean; `part` names where more is said. */
  readonly legend: readonly {
    readonly term: string;
    readonly text: string;
    readonly part: "exclusion" | null;
  }[];
  readonly published: string | null;
  readonly exclusion: ExclusionView | null;
  readonly futureMeetings: {
    readonly item: string | null;
    readonly note: string | null;
    readonly dates: readonly string[];
  } | null;
  /** Where the papers can be had. */
  readonly papers: { readonly url: string | null; readonly shown: string; readonly copies: string } | null;
  readonly notices: readonly { readonly title: string; readonly prose: Prose }[];
};

/** The sheet that stands in a public pack for the papers of an exempt item. */
export type RestrictedSheetView = Pick<
  FrontSheetView,
  "lang" | "organisation" | "isoDate" | "footLeft" | "footRight"
> & {
  readonly key: string;
  /** "Agenda item 10" */
  readonly item: string;
  readonly title: string;
  readonly fullTitle: string;
  /** "Exempt by law", "Confidential by law" */
  readonly head: string;
  /** "By virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972" */
  readonly citation: string;
  readonly explained: readonly string[];
  readonly reason: string;
  readonly publicInterest: string | null;
  /** Of how many pages it takes the place, where the meeting keeps the members' page numbers; null where it stands for itself. */
  readonly instead: string | null;
};
