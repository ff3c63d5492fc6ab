import { counted, type OutsideFinding, type Remedy, type Rule } from "../finding.ts";
import type { NotOpened } from "../open.ts";

const saveAgain: Remedy = {
  otherwise:
    "Ask the author to save it as PDF again from the program that it was written in, and to open it once before sending it.",
};

const base = {
  group: "pack",
  severity: "error",
  pack: "refuses",
  breaks: [],
  packMends: false,
  pages: [],
} as const;

/** Why a paper that cannot even be opened is refused. */
export const notOpened: Readonly<Record<NotOpened | "endless", OutsideFinding>> = {
  empty: {
    ...base,
    rule: "empty",
    message: "The file is empty: nothing of it has arrived.",
    remedy: saveAgain,
  },
  "not a PDF": {
    ...base,
    rule: "not-a-pdf",
    message: "This is not a PDF, whatever its name says.",
    remedy: {
      word: "File, Save As, and choose PDF as the type; giving a document another name is not enough.",
      libreOffice: "File, Export As, Export as PDF.",
    },
  },
  damaged: {
    ...base,
    rule: "damaged",
    message: "The file is damaged or only a part of it has arrived: no pages can be found in it.",
    remedy: saveAgain,
  },
  password: {
    ...base,
    rule: "password",
    message: "The file opens only with a password, which the pack does not have.",
    remedy: {
      acrobat: "With the password: File, Properties, Security, choose No Security, and save.",
      libreOffice: "Export as PDF again, with no open password on the tab Security.",
      otherwise: "Ask the author for a copy without a password; send confidential papers another way.",
    },
  },
  endless: {
    ...base,
    rule: "takes-too-much",
    message: "The file cannot be read in reasonable time or memory: it is damaged, or was made to do harm.",
    remedy: saveAgain,
  },
};

const mostPages = 3000;
/** In points: an inch, and 200 inches, which is the most that readers show (ISO 32000-1:2008, annex C). */
const [smallest, largest] = [72, 14_400];

/** What stands in the way of a pack in a paper that can be opened. */
export const packingRules: readonly Rule[] = [
  {
    rule: "no-pages",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: saveAgain,
    find: ({ pages, pageTree }) =>
      pages.length === 0 && !pageTree.loops ? { message: "The file has no pages." } : null,
  },
  {
    rule: "page-loop",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: saveAgain,
    find: ({ pageTree }) =>
      pageTree.loops
        ? { message: "The list of pages contains itself: nobody can say how many pages there are." }
        : null,
  },
  {
    rule: "pages-missing",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: saveAgain,
    find: ({ pageTree: { missing } }) =>
      missing > 0
        ? {
            message: `${counted(missing, "page")} or more of the paper ${missing === 1 ? "is" : "are"} not in the file: it is a fragment.`,
          }
        : null,
  },
  {
    rule: "page-damaged",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: saveAgain,
    find: ({ pages }) => {
      const damaged = pages.filter(({ isDamaged }) => isDamaged).map(({ number }) => number);
      return damaged.length > 0
        ? {
            message: `What stands on ${counted(damaged.length, "page")} is damaged or missing in part.`,
            pages: damaged,
          }
        : null;
    },
  },
  {
    rule: "too-many-pages",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: {
      otherwise:
        "Ask the author for the part that the meeting needs, or publish it beside the pack and name its address.",
    },
    find: ({ pages, pageTree }) =>
      pages.length > mostPages || pageTree.endless
        ? {
            message: `The file has ${counted(pages.length, "page")}${pageTree.endless ? " or more" : ""}; a pack takes papers of up to ${mostPages.toLocaleString("en-GB")}.`,
          }
        : null,
  },
  {
    rule: "page-size",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: {
      word: "Layout, Size, choose A4, and save as PDF again.",
      libreOffice: "Format, Page Style, choose A4, and export as PDF again.",
      acrobat: "Print to Adobe PDF with the paper A4 and Fit.",
    },
    find: ({ pages }) => {
      const wrong = pages
        .filter(
          ({ width, height }) => Math.min(width, height) < smallest || Math.max(width, height) > largest,
        )
        .map(({ number }) => number);
      return wrong.length > 0
        ? {
            message: `${counted(wrong.length, "page")} measure${wrong.length === 1 ? "s" : ""} less than 1 inch or more than 200 inches.`,
            pages: wrong,
          }
        : null;
    },
  },
  {
    rule: "xfa-form",
    group: "pack",
    severity: "error",
    pack: "refuses",
    breaks: ["PDF/UA-1 7.15", "PDF/A-2 6.4.2"],
    remedy: {
      acrobat: "Open it, fill it in, choose Print, and print to Adobe PDF.",
      otherwise:
        "Ask the author for a copy that was printed to PDF: the pages of such forms are made only by Adobe's own programs.",
    },
    find: ({ form }) =>
      form.isXfa
        ? { message: "The file is a form in Adobe's XFA language, which other programs cannot show." }
        : null,
  },
  {
    rule: "signed",
    group: "pack",
    severity: "error",
    pack: "refuses",
    remedy: {
      otherwise:
        "Putting a signed file into a pack breaks its signature. Ask the signatory whether a copy may go in, publish the signed file beside the pack, and say so to the pack.",
    },
    find: ({ form: { signatures } }) =>
      signatures > 0
        ? { message: `The file bears ${counted(signatures, "digital signature")}, which a pack would break.` }
        : null,
  },
];
