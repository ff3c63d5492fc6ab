import { describe, expect, test } from "@jest/globals";
import { textByMark } from "../../src/pdf/markedText.ts";
import type { TaggedElement, TaggedText } from "../../src/pdf/tagged.ts";
import { tell } from "../../src/pdf/teller.ts";

type Given = Partial<Omit<TaggedElement, "cell">> & { readonly cell?: Partial<TaggedElement["cell"]> };

/** An element; a string among its children is text on page 1. */
const of = (role: string, ...children: readonly (TaggedElement | TaggedText | string)[]): TaggedElement => ({
  role,
  page: null,
  id: null,
  alt: null,
  actualText: null,
  language: null,
  cell: { rowSpan: 1, columnSpan: 1, scope: null, headers: [] },
  children: children.map((child) => (typeof child === "string" ? { page: 1, text: child } : child)),
});
const withMore = (element: TaggedElement, { cell, ...given }: Given): TaggedElement => ({
  ...element,
  ...given,
  cell: { ...element.cell, ...cell },
});

const heard = (...children: readonly TaggedElement[]): string[] =>
  tell({ title: "T", language: "en-GB", pageCount: 1, children }, { pages: false }).slice(3);

test("title, language and number of pages are heard first, and that they are missing", () => {
  const opening = (title: string | null, language: string | null, pageCount: number) =>
    tell({ title, language, pageCount, children: [] }, { pages: false });
  expect(opening("Minutes", "en-GB", 2)).toEqual(["Title: Minutes", "Language: English (en-GB)", "2 pages"]);
  expect(opening(null, null, 1)).toEqual(["Title: none", "Language: none", "1 page"]);
  expect(opening("Cofnodion", "cy", 1)[1]).toBe("Language: Welsh (cy)");
});

describe("blocks", () => {
  test("headings say their level, paragraphs only their words, and what is around them nothing", () => {
    const whole = of(
      "Document",
      of("NonStruct", of("H2", "Crime"), of("Sect", of("P", "It fell."), "Loose words.")),
    );
    expect(heard(whole)).toEqual(["Heading 2: Crime", "It fell.", "Loose words."]);
  });

  test("artifacts and empty blocks are silent", () => {
    expect(heard(of("Artifact", of("P", "Page 3")), of("P", " "), of("P", "a", of("Artifact", "b")))).toEqual(
      ["a"],
    );
  });

  test("figures are heard by their text and never by what is drawn, and one without a text is told", () => {
    expect(heard(withMore(of("Figure", of("P", "40")), { alt: "Line chart." }), of("Figure", "x"))).toEqual([
      "Figure: Line chart.",
      "Figure without an alternative text",
    ]);
    expect(heard(of("P", "Rape ", withMore(of("Figure"), { alt: "high" })))).toEqual(["Rape (Figure: high)"]);
  });

  test("lists say how many items they have, labels stand before the words, lists within are further in", () => {
    const inner = of("L", of("LI", of("Lbl", "•"), of("LBody", of("P", "cars"))));
    const outer = of(
      "L",
      of("LI", of("Lbl", "1."), of("LBody", "theft", inner)),
      of("LI", of("NonStruct", "(b)"), of("P", "arson"), of("P", "more")),
    );
    expect(heard(outer)).toEqual([
      "List, 2 items",
      "  1. theft",
      "  List, 1 item",
      "    • cars",
      "  (b) arson",
      "  more",
    ]);
  });

  test("quotations and notes are introduced, in a line of their own when they have several", () => {
    expect(heard(of("BlockQuote", of("P", "Why?")), of("Note", "See 3."))).toEqual([
      "Quotation: Why?",
      "Note: See 3.",
    ]);
    expect(heard(of("BlockQuote", of("P", "Why?"), of("P", "When?")))).toEqual([
      "Quotation:",
      "  Why?",
      "  When?",
    ]);
  });

  test("another language is named before a block and among words", () => {
    expect(heard(withMore(of("P", "Heddlu"), { language: "cy" }))).toEqual(["In Welsh (cy):", "Heddlu"]);
    expect(heard(of("P", "The ", withMore(of("Span", "Senedd"), { language: "cy" }), " met"))).toEqual([
      "The (in Welsh (cy): Senedd) met",
    ]);
  });
});

describe("words", () => {
  test("a link that is all there is says so first, one in a sentence is closed in", () => {
    expect(heard(of("P", of("NonStruct", of("Link", "the law"))))).toEqual(["Link: the law"]);
    expect(heard(of("P", "See ", of("NonStruct", of("Link", "the law ")), "of 2011."))).toEqual([
      "See (link: the law) of 2011.",
    ]);
  });

  test("what is heard instead of the text is heard", () => {
    expect(heard(of("P", withMore(of("Span", "▲"), { actualText: "up" }), " 3"))).toEqual(["up 3"]);
    expect(heard(withMore(of("P", "▲"), { actualText: "up" }))).toEqual(["up"]);
  });

  test.each([
    ["ligatures are their letters", "o\uFB03ce", "office"],
    ["soft hyphens are not heard", "bur\u00ADgla\u00AD\nry", "burglary"],
    ["a word that is parted at its hyphen is one", "Non-\nPecuniary", "Non-Pecuniary"],
    ["a hyphen that waits for its word stays", "short-\nand long-term", "short- and long-term"],
    ["lines run on", "one\ntwo", "one two"],
  ])("%s", (_, text, words) => expect(heard(of("P", text))).toEqual([words]));

  test("what is marked without a number belongs to what is around it, and artifacts to nothing", () => {
    const items = [
      { type: "beginMarkedContentProps", id: "p5R_mc7" },
      { type: "beginMarkedContent" },
      { str: "in", hasEOL: true },
      { type: "endMarkedContent" },
      { str: "side", hasEOL: false },
      { type: "endMarkedContent" },
      { type: "beginMarkedContent" },
      { str: "Page 1", hasEOL: false },
      { type: "endMarkedContent" },
    ];
    expect([...textByMark(items)]).toEqual([[7, "in\nside"]]);
  });
});

describe("tables", () => {
  const head = (words: string, scope: string, more: Partial<TaggedElement["cell"]> = {}): TaggedElement =>
    withMore(of("TH", words), { id: words, cell: { scope, ...more } });

  test("say caption and size, the columns once, and each cell after its row's and its column's head", () => {
    const table = of(
      "Table",
      of("Caption", "Table 1. Burglary."),
      of("THead", of("TR", head("Area", "Column"), head("November", "Column"), head("December", "Column"))),
      of("TBody", of("TR", head("North", "Row"), of("TD", "12"), of("TD", of("Link", "14")))),
      of("TBody", of("TR", head("South", "Row"), of("TD"), of("TD", of("P", "7"), of("P", "of 9")))),
    );
    expect(heard(table)).toEqual([
      "Table: Table 1. Burglary, 3 rows, 3 columns",
      "  Columns: Area; November; December",
      "  North, November: 12",
      "  North, December: Link: 14",
      "  South, November: blank",
      "  South, December: 7 of 9",
    ]);
  });

  test("heads that cover several rows or columns are heard with each cell below or beside them", () => {
    const table = of(
      "Table",
      of("TR", head("Force", "Column", { rowSpan: 2 }), head("Change", "Column", { columnSpan: 2 })),
      of("TR", head("Number", "Column"), head("%", "Column")),
      of("TR", head("Ours", "Row", { rowSpan: 2 }), of("TD", "1"), of("TD", "2")),
      of("TR", of("TD", "3"), of("TD", "4")),
    );
    expect(heard(table).slice(3)).toEqual([
      "  Ours, Change, Number: 1",
      "  Ours, Change, %: 2",
      "  Ours, Change, Number: 3",
      "  Ours, Change, %: 4",
    ]);
  });

  test("a caption of several paragraphs is heard with a pause between them", () => {
    const caption = of("Caption", of("P", "Table 2. Is it higher?"), of("P", "Offences"), of("P", "by area"));
    expect(heard(of("Table", caption))).toEqual([
      "Table: Table 2. Is it higher? Offences. by area, 0 rows, 0 columns",
    ]);
    expect(heard(caption)).toEqual(["Caption: Table 2. Is it higher? Offences. by area"]);
  });

  test("a cell that names its heads is heard with those alone", () => {
    const named = withMore(of("TD", "5"), { cell: { headers: ["B"] } });
    expect(heard(of("Table", of("TR", head("A", "Column"), head("B", "Column")), of("TR", named)))).toEqual([
      "Table: 2 rows, 2 columns",
      "  Columns: A; B",
      "  B: 5",
    ]);
  });

  test("a row that only heads a group is heard", () => {
    const table = of(
      "Table",
      of("TR", head("Violence", "Row", { columnSpan: 2 })),
      of("TR", of("TD", "1"), of("TD", "2")),
    );
    expect(heard(table)).toEqual(["Table: 2 rows, 2 columns", "  Row: Violence", "  1", "  2"]);
  });
});

test("pages are told where the first words of another stand", () => {
  const children = [of("P", "a"), of("P", { page: 2, text: "b" }), of("P", { page: 2, text: "c" })];
  expect(tell({ title: "T", language: "cy", pageCount: 2, children }, { pages: true }).slice(3)).toEqual([
    "Page 1",
    "a",
    "Page 2",
    "b",
    "c",
  ]);
});
