import { casesOn, counted, type Remedy, type Rule } from "../finding.ts";
import type { OutsidePage, OutsidePaper } from "../paper.ts";

const numbersOf = (pages: readonly OutsidePage[]): number[] => pages.map(({ number }) => number);
const paints = ({ showsText, showsPictures }: OutsidePage): boolean => showsText || showsPictures;

/** Pages that are pictures of pages: a scan, or a drawing of text. */
const scanned = ({ pages }: OutsidePaper): OutsidePage[] =>
  pages.filter(({ showsText, showsPictures }) => showsPictures && !showsText);

const saveTagged: Remedy = {
  word: "File, Save As, PDF, Options: tick Document structure tags for accessibility. Do not use Print.",
  libreOffice: "File, Export As, Export as PDF: tick Tagged PDF and Universal Accessibility (PDF/UA).",
  acrobat:
    "Without the original: Prepare for accessibility, Automatically tag PDF; then check the order in Reading Order.",
};

/** What people need who have a paper read aloud to them. */
export const listeningRules: readonly Rule[] = [
  {
    rule: "pictures-of-pages",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.1"],
    remedy: {
      word: "Save as PDF from the document itself; do not scan a print of it.",
      libreOffice: "Export as PDF from the document itself; do not scan a print of it.",
      acrobat: "Without the original: Scan & OCR, Recognise Text; then correct it, and tag it.",
    },
    find: (paper) => {
      const pages = numbersOf(scanned(paper));
      // A picture on a page of its own is all right in a paper that has tags: its words are asked for by another rule.
      return paper.structure !== null
        ? null
        : casesOn(
            pages,
            (count) =>
              `${counted(count, "page")} ${count === 1 ? "is a picture" : "are pictures"} without text: a scan, or a drawing. Nothing of it can be heard, searched or enlarged.`,
          );
    },
  },
  {
    rule: "untagged",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.1"],
    remedy: saveTagged,
    find: ({ structure, pages }) =>
      structure === null && pages.length > 0
        ? {
            message:
              "The file has no tags: a screen reader can only guess what is a heading, a list or a table, and in which order to read.",
          }
        : null,
  },
  {
    rule: "pages-untagged",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.1"],
    remedy: {
      ...saveTagged,
      otherwise:
        "This happens when files are put together: tag each before, or make one PDF from one document.",
    },
    find: ({ structure, pages }) =>
      structure === null
        ? null
        : casesOn(
            numbersOf(pages.filter((page) => paints(page) && !page.isTagged)),
            (count) =>
              `${counted(count, "page")} ${count === 1 ? "has" : "have"} no tags, so that nothing of ${count === 1 ? "it" : "them"} is heard in order.`,
          ),
  },
  {
    rule: "text-untagged",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.1"],
    remedy: { ...saveTagged, acrobat: "In Reading Order mark what is left over as text, or as background." },
    find: ({ structure, pages }) =>
      structure === null
        ? null
        : casesOn(
            numbersOf(pages.filter((page) => page.isTagged && page.hasUnmarkedText)),
            (count) =>
              `${counted(count, "page")} ${count === 1 ? "holds" : "hold"} text that is neither tagged nor marked as decoration; it may never be heard.`,
          ),
  },
  {
    rule: "tags-broken",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.1"],
    remedy: saveTagged,
    find: ({ structure }) =>
      structure?.isBroken === true
        ? {
            message:
              "The tags contain themselves, or are too many to read: programs may stop reading aloud anywhere.",
          }
        : null,
  },
  {
    rule: "language",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.2"],
    remedy: {
      word: "Review, Language, Set Proofing Language: English (United Kingdom), for the whole text.",
      libreOffice: "Tools, Options, Languages and Locales: English (UK) for documents; then export again.",
      acrobat: "File, Properties, Advanced, Language: English (UK).",
    },
    find: ({ language }) =>
      language === null
        ? {
            message:
              "The file does not say which language it is in, so it may be read aloud in the voice of another.",
          }
        : null,
  },
  {
    rule: "pictures-without-words",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.3"],
    remedy: {
      word: "Right-click the picture or chart, View Alt Text, and write what it shows; or tick Mark as decorative.",
      libreOffice: "Right-click, Description (Alt Text), and write what it shows; or tick Decorative.",
      acrobat: "Prepare for accessibility, Set Alternate Text.",
    },
    find: ({ structure }) =>
      casesOn(
        structure?.picturesWithoutText ?? [],
        (count) =>
          `${counted(count, "picture")} ${count === 1 ? "has" : "have"} no words for people who cannot see ${count === 1 ? "it" : "them"}.`,
      ),
  },
  {
    rule: "pictures-with-empty-words",
    group: "listening",
    severity: "advice",
    remedy: {
      word: "Right-click, View Alt Text: write what the picture tells the reader, as one would on the telephone.",
      libreOffice: "Right-click, Description (Alt Text): write what it tells the reader.",
      acrobat: "Prepare for accessibility, Set Alternate Text.",
    },
    find: ({ structure }) => {
      const cases = structure?.picturesWithEmptyWords ?? [];
      return casesOn(
        cases.map(({ page }) => page),
        (count) =>
          `The words of ${counted(count, "picture")} say nothing, such as "${cases[0]?.words.slice(0, 60) ?? ""}".`,
      );
    },
  },
  {
    rule: "table-headers",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.5"],
    remedy: {
      word: "Click in the first row; Table Design: tick Header Row; Layout: Repeat Header Rows. Lay out addresses and the like with tabs, not tables.",
      libreOffice:
        "Table, Properties, Text Flow: tick Repeat heading; give the first row the style Table Heading.",
      acrobat:
        "In Reading Order, Table Editor: select the first row, and set the type Header Cell with its scope.",
    },
    find: ({ structure }) =>
      casesOn(
        structure?.tablesWithoutHeaders ?? [],
        (count) =>
          `${counted(count, "table")} ${count === 1 ? "has" : "have"} no header cells: each figure is heard without saying what it is of.`,
      ),
  },
  {
    rule: "heading-levels",
    group: "listening",
    severity: "advice",
    breaks: ["PDF/UA-1 7.4.2"],
    remedy: {
      word: "Use the styles Heading 1, 2, 3 in turn: Heading 1 for the title, and none left out on the way down.",
      libreOffice: "Use the styles Heading 1, 2, 3 in turn, and none left out on the way down.",
      acrobat: "In the pane Tags change the type of the heading.",
    },
    find: ({ structure }) => {
      const skips = structure?.headingSkips ?? [];
      const [first] = skips;
      const example =
        first === undefined
          ? ""
          : first.from === 0
            ? `the first heading is of level ${first.to}`
            : `level ${first.to} follows level ${first.from}`;
      return casesOn(
        skips.map(({ page }) => page),
        (count) =>
          `Heading levels are left out ${count === 1 ? "once" : `${count.toLocaleString("en-GB")} times`}: ${example}.`,
      );
    },
  },
  {
    rule: "no-headings",
    group: "listening",
    severity: "advice",
    remedy: {
      word: "Give each heading a style of Heading 1 to 3, not only bold type.",
      libreOffice: "Give each heading a style of Heading 1 to 3, not only bold type.",
    },
    find: ({ structure, pages }) =>
      structure !== null &&
      pages.length > 2 &&
      !Object.keys(structure.roles).some((role) => /^H\d?$/.test(role))
        ? { message: "No heading is marked as one, so nobody can go from heading to heading." }
        : null,
  },
  {
    rule: "letters-without-text",
    group: "listening",
    severity: "error",
    breaks: ["PDF/UA-1 7.21.7", "PDF/A-2 6.2.11.7"],
    remedy: {
      word: "Save as PDF rather than print to PDF; or choose a usual font such as Arial for what is set in this one.",
      libreOffice: "Export as PDF rather than print; or choose another font for what is set in this one.",
      acrobat:
        "Without the original: print to Adobe PDF does not help; recognise the text anew with Scan & OCR.",
    },
    find: ({ fonts }) => {
      const mute = fonts.filter(({ hasText }) => !hasText);
      const names = [...new Set(mute.map(({ name }) => name.slice(0, 40)))].slice(0, 5).join(", ");
      return mute.length === 0
        ? null
        : {
            message: `Letters of ${counted(mute.length, "font")} (${names}) cannot be turned into text: they are seen, but not heard, searched or copied.`,
            pages: mute.flatMap(({ pages }) => pages),
          };
    },
  },
  {
    rule: "listening-forbidden",
    group: "listening",
    severity: "error",
    packMends: true,
    breaks: ["PDF/UA-1 7.16"],
    remedy: {
      acrobat:
        "File, Properties, Security, Change Settings: tick Enable text access for screen reader devices; or choose No Security.",
      otherwise: "Ask the author to take the protection off: it keeps screen readers out too.",
    },
    find: ({ encryption }) =>
      encryption?.forbidsListening === true
        ? { message: "The file's protection forbids programs to read it aloud." }
        : null,
  },
  {
    rule: "fields-without-names",
    group: "listening",
    severity: "advice",
    packMends: true,
    breaks: ["PDF/UA-1 7.18.4"],
    remedy: {
      acrobat: "Prepare Form, properties of the field: write what is to be filled in as its Tooltip.",
    },
    find: ({ form }) =>
      casesOn(
        form.fieldsWithoutName,
        (count) =>
          `${counted(count, "field")} of the form ${count === 1 ? "has" : "have"} no name that can be heard.`,
      ),
  },
];
