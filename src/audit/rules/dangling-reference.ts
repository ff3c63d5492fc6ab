import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, sentencesIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const reference = /\b(Figure|Table|Chart|Appendix|App)\s(\d{1,2}|[A-Z])\b(?!\s?[/&])/g;
const opens = /^[*_ ]*(Figure|Table|Chart|Appendix|App)\.?\s(\d{1,2}|[A-Z])\b/;
/** Another paper's. */
const elsewhere =
  /^[^.;]{0,40}\b(?:of|in|to|from) (?:the|that|its|their|our|last|this|a)\b|^\s*(?:,|of|in)\s+(?:Part|Schedule|the Act)/;

export const rule: Rule = {
  id: "dangling-reference",
  family: "structure",
  severity: "warning",
  title: "A reference points at something of the kind it names",
  why: "A sentence that sends the reader to “Figure 12” of a paper with nine figures was written for another version.",
  fires: ["As Figure 4 shows, it fell.\n\nFigure 1 - Victims by month\n\nFigure 2 - Victims by area\n"],
  silent: [
    "As Figure 2 shows, it fell.\n\nFigure 1 - Victims by month\n\nFigure 2 - Victims by area\n",
    "As Figure 4 of the national report shows, it fell.\n\nFigure 1 - Victims by month\n\nFigure 2 - Victims by area\n",
    "As Figure 4 shows, it fell.\n",
  ],
  find: (input) => partsIn(input).flatMap(dangling),
};

/** Only where two or more of the kind stand in the paper: pictures' captions are lost in some. */
function dangling(partOf: PartOf) {
  const there = wordsIn(partOf).flatMap(({ words }) => {
    const [, kind, mark] = opens.exec(words.text) ?? [];
    return kind === undefined ? [] : [`${full(kind)} ${mark}`];
  });
  return sentencesIn(partOf).flatMap((said) =>
    matchesIn(said, reference).flatMap(({ groups, quoted, at, end }) => {
      const [, kind = "", mark = ""] = groups;
      const series = there.filter(
        (one) => one.startsWith(`${full(kind)} `) && /\d$/.test(one) === /\d$/.test(mark),
      );
      if (new Set(series).size < 2 || series.includes(`${full(kind)} ${mark}`) || at === 0) return [];
      if (elsewhere.test(said.words.text.slice(end))) return [];
      return [
        tell(
          rule,
          quoted,
          `there is no ${full(kind)} ${mark} here: those there are end with ${[...series].sort().at(-1)}`,
          null,
          "Correct the reference, or add what it names.",
        ),
      ];
    }),
  );
}

const full = (kind: string): string => (kind === "App" ? "Appendix" : kind);
