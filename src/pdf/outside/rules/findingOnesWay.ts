import { casesOn, counted, type Rule } from "../finding.ts";

const longEnough = 10;

/** What helps people to find their way: titles, links, bookmarks. */
export const wayRules: readonly Rule[] = [
  {
    rule: "title",
    group: "finding",
    severity: "error",
    packMends: true,
    breaks: ["PDF/UA-1 7.1"],
    remedy: {
      word: "File, Info, Properties, Title: write the title that stands on the first page.",
      libreOffice: "File, Properties, Description, Title.",
      acrobat: "File, Properties, Description, Title.",
    },
    find: ({ title }) =>
      title === null ? { message: "The file has no title: its name is heard instead." } : null,
  },
  {
    rule: "title-of-a-program",
    group: "finding",
    severity: "advice",
    packMends: true,
    remedy: {
      word: "File, Info, Properties, Title: write the title that stands on the first page.",
      libreOffice: "File, Properties, Description, Title.",
      acrobat: "File, Properties, Description, Title.",
    },
    find: ({ title }) =>
      title !== null &&
      /^(microsoft \w+ - |untitled|document\s*\d*$|presentation\s*\d*$|book\s*\d+$)|\.(docx?|xlsx?|pptx?|odt|pdf|indd|qxd)$/i.test(
        title,
      )
        ? { message: `The file's title is one that a program made: "${title.slice(0, 80)}".` }
        : null,
  },
  {
    rule: "links-without-words",
    group: "finding",
    severity: "advice",
    packMends: true,
    breaks: ["PDF/UA-1 7.18.5"],
    remedy: {
      word: 'Edit Hyperlink, ScreenTip: write where the link goes; words such as "the budget report" are better than an address.',
      libreOffice: "Export with Universal Accessibility (PDF/UA) ticked, which writes them.",
      acrobat: "In the pane Tags, properties of the Link: write where it goes as its alternate text.",
    },
    find: ({ annotations, structure }) =>
      structure === null
        ? null
        : casesOn(
            annotations.linksWithoutContents,
            (count) =>
              `${counted(count, "link")} ${count === 1 ? "does" : "do"} not say in words where ${count === 1 ? "it goes" : "they go"}.`,
          ),
  },
  {
    rule: "links-untagged",
    group: "finding",
    severity: "advice",
    breaks: ["PDF/UA-1 7.18.5"],
    remedy: {
      word: "Save as PDF with Document structure tags for accessibility ticked.",
      libreOffice: "Export with Tagged PDF ticked.",
      acrobat: "In the pane Tags, menu: Find, Unmarked Links, Tag Element.",
    },
    find: ({ annotations, structure }) =>
      structure === null
        ? null
        : casesOn(
            annotations.linksOutsideStructure,
            (count) =>
              `${counted(count, "link")} ${count === 1 ? "is" : "are"} not tagged, so that a screen reader does not find ${count === 1 ? "it" : "them"}.`,
          ),
  },
  {
    rule: "no-bookmarks",
    group: "finding",
    severity: "advice",
    remedy: {
      word: "Save as PDF, Options: tick Create bookmarks using Headings.",
      libreOffice: "Export as PDF: tick Outlines.",
      acrobat: "In the pane Bookmarks, menu: New Bookmarks from Structure.",
    },
    find: ({ outlineEntries, pages }) =>
      outlineEntries === 0 && pages.length > longEnough
        ? {
            message: `The file has ${pages.length.toLocaleString("en-GB")} pages and no bookmarks beside them.`,
          }
        : null,
  },
];
