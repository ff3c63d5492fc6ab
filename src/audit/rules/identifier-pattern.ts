import type { Rule } from "../rule.ts";
import { type Match, matchesIn, type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const code = /(?<![\w/.@-])([A-Za-z]{2,6})([ -]?)(\d{3,7})(?![\w/]|[.,]\d)/g;
const fewest = 5;
type Code = Match & { readonly shape: string };

export const rule: Rule = {
  id: "identifier-pattern",
  family: "names",
  severity: "error",
  title: "A reference number is written as its siblings are",
  why: "“WPCC2009” between WPCC20098 and WPCC20100 has lost a figure: whoever looks the decision up finds another, or none.",
  fires: [
    "- WPCC20095 Music project.\n- Wpcc20096 Road safety.\n- WPCC20097 Small grants.\n- WPCC20098 Exempt.\n- WPCC2009 Governance.\n- WPCC20100 Donation.\n- WPCC20101 Refresh.\n- WPCC20102 Recruitment.\n- WPCC20103 Chaplaincy.\n",
  ],
  silent: [
    "- WPCC20095 Music project.\n- WPCC20096 Road safety.\n- WPCC20097 Small grants.\n- WPCC20098 Exempt.\n- WPCC20099 Governance.\n",
    "- HO 123\n- HO 1234\n- HO 12345\n- HO 12\n- HO 123456\n",
  ],
  find: (input) => partsIn(input).flatMap(oddOnes),
};

function oddOnes(partOf: PartOf) {
  const codes = wordsIn(partOf).flatMap((said) =>
    matchesIn(said, code).map((match): Code => ({ ...match, shape: shapeOf(match) })),
  );
  const letters = new Set(codes.map(lettersOf));
  return [...letters].flatMap((series) => {
    const siblings = codes.filter((one) => lettersOf(one) === series);
    const usual = mostCommon(siblings.map(({ shape }) => shape));
    const right = siblings.filter(({ shape }) => shape === usual);
    if (!/^A+\|-?\|/.test(usual) || siblings.length < fewest || right.length * 3 < siblings.length * 2)
      return [];
    return siblings
      .filter(({ shape }) => shape !== usual)
      .map((one) => {
        const model = right[0];
        return tell(
          rule,
          one.quoted,
          `${right.length} of its ${siblings.length} siblings are written like ${model?.quoted.words.text}`,
          model === undefined ? null : model.quoted,
          "Write it in the same way, after looking the number up.",
        );
      });
  });
}

const lettersOf = ({ groups }: Match): string => (groups[1] ?? "").toUpperCase();

/** Case of the letters, what stands between, how many figures: `WPCC|5`. */
const shapeOf = ({ groups }: Match): string =>
  `${(groups[1] ?? "").replace(/[A-Z]/g, "A").replace(/[a-z]/g, "a")}|${groups[2]}|${groups[3]?.length}`;

const mostCommon = (shapes: readonly string[]): string =>
  [...new Set(shapes)].sort((a, b) => count(shapes, b) - count(shapes, a))[0] ?? "";

const count = (shapes: readonly string[], shape: string): number =>
  shapes.filter((one) => one === shape).length;
