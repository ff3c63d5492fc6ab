import { sentencesOfBlock } from "../../sources/paperText/outline.ts";
import type { PaperPart, Text } from "../../sources/paperText/paper.ts";
import { areasIn } from "./areas.ts";
import type { Claim, FigureClaim, Printed, Site } from "./claim.ts";
import { comparisonsIn } from "./comparisons.ts";
import { minimumsIn } from "./minimums.ts";
import { monthsIn } from "./months.ts";
import { readingOf } from "./reading.ts";
import { mainFigure, sharesIn } from "./shares.ts";

/** What the sentences of a part claim with numbers, in their order. Headings and tables claim nothing here. */
export function claimsOf({ blocks }: PaperPart): Claim[] {
  let before: Text | null = null;
  let main: Printed | null = null;
  let those: Printed | null = null;
  return blocks.flatMap((block, index) => {
    if (block.kind === "heading" || block.kind === "table") {
      before = null;
      main = null;
      those = null;
      return [];
    }
    const opens = new Set(
      block.kind === "list" ? block.items.flatMap(({ sentences }) => sentences[0] ?? []) : [],
    );
    return sentencesOfBlock(block).flatMap((words): Claim[] => {
      if (opens.has(words)) before = null;
      const site: Site = { words, block: index, section: block.section };
      if (ofThese.test(words.text)) those = main;
      else if (block.kind !== "list") those = null;
      const claims = [
        ...figuresIn(site),
        ...sharesIn(site, those),
        ...comparisonsIn(site, before),
        ...minimumsIn(site),
      ];
      before = words;
      main = those === null ? (mainFigure(words) ?? main) : main;
      return claims;
    });
  });
}

/** "Of these", with its parts behind it or in the list that follows. */
const ofThese = /^of (?:these|those|which|whom|them)\b|\bof (?:these|those|which|whom)\b[^.:]{0,20}:\s*-?$/i;

const figuresIn = (site: Site): FigureClaim[] => {
  const { text } = site.words;
  const [month = null] = monthsIn(text);
  const [area = null] = areasIn(text);
  return readingOf(site.words).quantities.map((quantity) => ({
    ...site,
    kind: "figure",
    quantity,
    month,
    area,
  }));
};
