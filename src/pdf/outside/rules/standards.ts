import { casesOn, type Rule } from "../finding.ts";
import type { FontFacts } from "../paper.ts";

const note = { group: "standards", severity: "note", remedy: {} } as const;

/** What only the standards mind: most of it the pack supplies. */
export const standardsRules: readonly Rule[] = [
  {
    ...note,
    rule: "marked",
    breaks: ["PDF/UA-1 7.1"],
    packMends: true,
    find: ({ structure, saysTagged }) =>
      structure !== null && !saysTagged
        ? { message: "The file does not say of itself that it is tagged." }
        : null,
  },
  {
    ...note,
    rule: "decoration-unmarked",
    breaks: ["PDF/UA-1 7.1"],
    find: ({ structure, pages }) =>
      structure === null
        ? null
        : casesOn(
            pages
              .filter((page) => page.hasUnmarkedContent && !page.hasUnmarkedText && page.isTagged)
              .map(({ number }) => number),
            () => "Lines or pictures are neither tagged nor marked as decoration.",
          ),
  },
  {
    ...note,
    rule: "unknown-roles",
    breaks: ["PDF/UA-1 7.1"],
    find: ({ structure }) =>
      structure !== null && structure.unknownRoles.length > 0
        ? {
            message: `The file has tags of its own kinds that it does not explain: ${structure.unknownRoles
              .slice(0, 5)
              .map((role) => role.slice(0, 40))
              .join(", ")}.`,
          }
        : null,
  },
  {
    ...note,
    rule: "title-metadata",
    breaks: ["PDF/UA-1 7.1"],
    packMends: true,
    find: ({ xmpTitle, showsTitle }) =>
      xmpTitle === null || !showsTitle
        ? { message: "The title is not in the metadata, or is not shown at the head of the window." }
        : null,
  },
  {
    ...note,
    rule: "tab-order",
    breaks: ["PDF/UA-1 7.18.3"],
    packMends: true,
    find: ({ pages }) =>
      casesOn(
        pages.filter((page) => page.hasAnnotations && !page.tabsFollowStructure).map(({ number }) => number),
        () => "The Tab key does not follow the order of the tags.",
      ),
  },
  {
    ...note,
    rule: "accessibility-permission",
    breaks: ["PDF/UA-1 7.16"],
    packMends: true,
    find: ({ encryption }) =>
      encryption?.forbidsAccessibilityBit === true && !encryption.forbidsListening
        ? { message: "The protection withholds the permission for accessibility." }
        : null,
  },
  {
    ...note,
    rule: "newer-version",
    breaks: ["PDF/UA-1 5", "PDF/A-2 6.1.2"],
    find: ({ version }) =>
      Number(version) >= 2
        ? { message: `The file is a PDF ${version}, which these standards do not know.` }
        : null,
  },
  {
    ...note,
    rule: "identifier",
    breaks: ["PDF/A-2 6.1.3"],
    packMends: true,
    find: ({ hasId }) => (hasId ? null : { message: "The file has no identifier." }),
  },
  {
    ...note,
    rule: "colours",
    breaks: ["PDF/A-2 6.2.3"],
    packMends: true,
    find: ({ hasOutputIntent }) =>
      hasOutputIntent ? null : { message: "The file does not say what its colours mean." },
  },
  {
    ...note,
    rule: "print-flags",
    breaks: ["PDF/A-2 6.3.2"],
    packMends: true,
    find: ({ annotations }) =>
      casesOn(annotations.notPrinted, () => "Links or other marks are for the screen and not for print."),
  },
  {
    ...note,
    rule: "letters-by-name",
    breaks: ["PDF/UA-1 7.21.7", "PDF/A-2 6.2.11.7"],
    find: ({ fonts }) =>
      casesOn(
        pagesOf(fonts, ({ hasText, textIsByNames }) => hasText && textIsByNames),
        () =>
          "Letters of some fonts can be turned into text only by their names, which need not be on any list.",
      ),
  },
  {
    ...note,
    rule: "font-shapes",
    breaks: ["PDF/UA-1 7.21.3.2", "PDF/A-2 6.2.11.3.2"],
    find: ({ fonts }) =>
      casesOn(
        pagesOf(fonts, ({ mapsShapes }) => !mapsShapes),
        () => "A font does not say which shape belongs to which character.",
      ),
  },
];

const pagesOf = (fonts: readonly FontFacts[], wanted: (font: FontFacts) => boolean): number[] =>
  fonts.filter(wanted).flatMap(({ pages }) => pages);
