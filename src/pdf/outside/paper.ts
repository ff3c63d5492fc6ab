/** What the author's protection asks and forbids. */
export type Encryption = {
  /** Whether it opens only with a password that somebody told us. */
  readonly needsPassword: boolean;
  /** Whether programs may not take the text out, not even to read it aloud. */
  readonly forbidsListening: boolean;
  /** Whether the one permission that PDF/UA-1, 7.16, asks for is withheld. */
  readonly forbidsAccessibilityBit: boolean;
  readonly forbidsChanging: boolean;
};

/** A page of an outside paper. Page numbers count from 1. */
export type OutsidePage = {
  readonly number: number;
  /** As it is shown: after its crop and its rotation, in points of 1/72 inch. */
  readonly width: number;
  readonly height: number;
  /** 0, 90, 180 or 270 degrees clockwise, inherited or its own. */
  readonly rotation: number;
  /** Whether the rotation comes from a node above the page. */
  readonly inheritsRotation: boolean;
  readonly showsText: boolean;
  readonly showsPictures: boolean;
  /** Whether the structure tree holds some of its content. */
  readonly isTagged: boolean;
  /** Whether something is painted that is neither in the structure nor an artifact. */
  readonly hasUnmarkedContent: boolean;
  /** Whether that is text, for one. */
  readonly hasUnmarkedText: boolean;
  /** Whether its content, or a part of it, is missing or cannot be unpacked. */
  readonly isDamaged: boolean;
  /** Whether the Tab key follows the structure. */
  readonly tabsFollowStructure: boolean;
  /** Whether it has something that can be reached by the Tab key. */
  readonly hasAnnotations: boolean;
};

/** How the pages hang together. */
export type PageTreeFacts = {
  /** A node of the page tree lies within itself. */
  readonly loops: boolean;
  /** Pages that the tree names and the file does not hold. */
  readonly missing: number;
  /** There are more pages than are counted here. */
  readonly endless: boolean;
};

/** A step of more than one level between headings that follow each other; `from` is 0 at the start. */
export type HeadingSkip = { readonly from: number; readonly to: number; readonly page: number | null };

/** What the structure tree says. Lists of pages may name a page more than once: each is one case; null where no page is named. */
export type StructureFacts = {
  readonly elements: number;
  /** How many there are of each standard role, e.g. `{ P: 12, H1: 1 }`. */
  readonly roles: Readonly<Record<string, number>>;
  /** Roles of the maker's own that are mapped to no standard one. */
  readonly unknownRoles: readonly string[];
  readonly picturesWithoutText: readonly (number | null)[];
  readonly picturesWithEmptyWords: readonly { readonly page: number | null; readonly words: string }[];
  readonly tablesWithoutHeaders: readonly (number | null)[];
  readonly headingSkips: readonly HeadingSkip[];
  /** The tree bites its own tail, or is larger than can be read. */
  readonly isBroken: boolean;
};

export type FontFacts = {
  readonly name: string;
  readonly isEmbedded: boolean;
  /** Whether its characters can be turned into text. */
  readonly hasText: boolean;
  /** Whether that rests on the names of its letters alone, which may be names that no list knows. */
  readonly textIsByNames: boolean;
  /** Whether, being composite TrueType, it says which shape belongs to which character. */
  readonly mapsShapes: boolean;
  readonly pages: readonly number[];
};

/** Something that would run or be played: a script, or an action that starts something outside the pages. */
export type ScriptFacts = { readonly kind: string; readonly page: number | null };

/** A layer that a reader can switch on or off. */
export type LayerFacts = { readonly name: string; readonly isShown: boolean };

export type FormFacts = {
  readonly fields: number;
  readonly fieldsWithoutName: readonly (number | null)[];
  /** Forms in Adobe's own language, whose pages may be made only while they are read. */
  readonly isXfa: boolean;
  readonly signatures: number;
};

export type AnnotationFacts = {
  readonly links: number;
  readonly linksWithoutContents: readonly number[];
  readonly linksOutsideStructure: readonly number[];
  /** Annotations that are seen on the screen and not in print. */
  readonly notPrinted: readonly number[];
  /** Comments and drawings of reviewers. */
  readonly comments: readonly number[];
  /** Films, sounds and models. */
  readonly media: readonly number[];
};

/** Everything that is known of a PDF that somebody else made. */
export type OutsidePaper = {
  /** Of the header or, where that is later, the catalog: `1.7`. */
  readonly version: string;
  /** Whether the list of where the objects lie is sound, or was made anew. */
  readonly crossReference: "sound" | "repaired";
  readonly encryption: Encryption | null;
  readonly pages: readonly OutsidePage[];
  readonly pageTree: PageTreeFacts;
  /** null when the file is not tagged. */
  readonly structure: StructureFacts | null;
  /** Whether the file says of itself that it is tagged. */
  readonly saysTagged: boolean;
  readonly title: string | null;
  readonly xmpTitle: string | null;
  readonly showsTitle: boolean;
  /** BCP 47, e.g. `en-GB`. */
  readonly language: string | null;
  /** What it claims to be: the part of PDF/UA, and the part and level of PDF/A as in `2A`. */
  readonly claims: { readonly ua: string | null; readonly a: string | null };
  readonly hasId: boolean;
  readonly hasOutputIntent: boolean;
  readonly form: FormFacts;
  readonly annotations: AnnotationFacts;
  /** Names of the files that are attached. */
  readonly attachments: readonly string[];
  readonly scripts: readonly ScriptFacts[];
  readonly layers: readonly LayerFacts[];
  readonly fonts: readonly FontFacts[];
  readonly hasPageLabels: boolean;
  readonly outlineEntries: number;
};
