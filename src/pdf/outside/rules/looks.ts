import { counted, type Rule } from "../finding.ts";
import type { OutsidePage } from "../paper.ts";

/** A4 in points; programs round it differently. */
const a4 = [595.28, 841.89] as const;
const isA4 = ({ width, height }: OutsidePage): boolean =>
  Math.abs(Math.min(width, height) - a4[0]) < 4 && Math.abs(Math.max(width, height) - a4[1]) < 4;

/** What may look other than its author meant it to. */
export const looksRules: readonly Rule[] = [
  {
    rule: "fonts-not-embedded",
    group: "looks",
    severity: "advice",
    breaks: ["PDF/UA-1 7.21.4", "PDF/A-2 6.2.11.4"],
    remedy: {
      word: "Save as PDF, Options: tick PDF/A compliant, which puts all fonts in.",
      libreOffice: "Export as PDF: tick Archival (PDF/A), which puts all fonts in.",
      acrobat: "Print Production, Preflight, Fix: Embed missing fonts.",
    },
    find: ({ fonts }) => {
      const missing = fonts.filter(({ isEmbedded }) => !isEmbedded);
      const names = [...new Set(missing.map(({ name }) => name.slice(0, 40)))];
      return missing.length === 0
        ? null
        : {
            message: `${counted(names.length, "font")} (${names.slice(0, 5).join(", ")}) ${names.length === 1 ? "is" : "are"} not in the file: other machines show other letters.`,
            pages: missing.flatMap(({ pages }) => pages),
          };
    },
  },
  {
    rule: "not-a4",
    group: "looks",
    severity: "advice",
    remedy: {
      word: "Layout, Size: A4; then save as PDF again.",
      libreOffice: "Format, Page Style, Page: A4; then export again.",
      acrobat: "Print to Adobe PDF on A4 with Fit, if the original is lost; but that takes the tags away.",
    },
    find: ({ pages }) => {
      const other = pages.filter((page) => !isA4(page));
      const sizes = [
        ...new Set(other.map(({ width, height }) => `${millimetres(width)} × ${millimetres(height)} mm`)),
      ];
      return other.length === 0
        ? null
        : {
            message: `${counted(other.length, "page")} ${other.length === 1 ? "is" : "are"} not A4 (${sizes.slice(0, 3).join(", ")}${sizes.length > 3 ? " …" : ""}): printed, ${other.length === 1 ? "it is" : "they are"} scaled or cut.`,
            pages: other.map(({ number }) => number),
          };
    },
  },
];

const millimetres = (points: number): string => Math.round((points / 72) * 25.4).toLocaleString("en-GB");
