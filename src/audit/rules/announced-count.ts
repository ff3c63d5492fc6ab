import type { ListItem, PlacedBlock, Text } from "../../sources/paperText/paper.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/** "the following four issues:", "five areas are listed below". */
const announced = new RegExp(
  `\\b(?:the )?(?:following (${numbers.slice(1).join("|")})|(${numbers.slice(1).join("|")}) (?:following |key |main )?[a-z]+s\\b[^.:]{0,60}(?:listed below|as follows|namely|are|following))\\b[^.:]*:\\s?[-–]?\\s*$`,
  "i",
);

export const rule: Rule = {
  id: "announced-count",
  family: "structure",
  severity: "warning",
  title: "A list has as many items as it announces",
  why: "“The following four issues” and then three: the fourth is what the reader most wants to know.",
  fires: [
    "Of concern are the following four issues:\n\n- The ratio.\n- The quality of files.\n- Release under investigation.\n",
  ],
  silent: [
    "Of concern are the following three issues:\n\n- The ratio.\n- The quality of files.\n- Release under investigation.\n",
  ],
  find: (input) => partsIn(input).flatMap(miscounted),
};

function miscounted({ paper, part }: PartOf) {
  return part.blocks.flatMap((block, i) => {
    if (block.kind === "table" || block.kind === "debris") return [];
    const words = passagesOf(block).at(-1);
    const [, before, alone] = announced.exec(words?.text ?? "") ?? [];
    const said = numbers.indexOf((before ?? alone ?? "").toLowerCase()) + 1;
    if (words === undefined || said < 2) return [];
    const there = following(part.blocks.slice(i + 1));
    if (there < 2 || there === said) return [];
    // More bullets than announced may be bullets of bullets.
    if (there > said && part.blocks[i + 1]?.kind === "list" && styleOf(part.blocks[i + 1]) !== "figures")
      return [];
    return [
      tell(
        rule,
        { paper, words },
        `${numbers[said - 1]} are announced, ${numbers[there - 1] ?? there} follow`,
        null,
        "Add what is missing, or correct the number.",
      ),
    ];
  });
}

/** How many items follow: those of the next list, or the numbered headings and paragraphs from the first on. */
function following(blocks: readonly PlacedBlock[]): number {
  const [first] = blocks;
  const start = first?.kind === "list" ? first.items.filter(({ depth }) => depth === 0).length : 0;
  const rest = blocks.slice(start === 0 ? 0 : 1);
  const style = styleOf(first);
  // An unnumbered heading, or one with another kind of number, begins something else.
  const end = rest.findIndex(
    (block) => block.kind === "heading" && (orderOf(block) === 0 || styleOf(block) !== style),
  );
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .reduce(
      (count, block) => (orderOf(block) === count + 1 && styleOf(block) === style ? count + 1 : count),
      start,
    );
}

const styleOf = (block: PlacedBlock | undefined): string =>
  block === undefined ? "" : /\d/.test(markOf(block)) ? "figures" : "numerals";

/** The place in its list that a block's number or numeral gives it; 0 for none. */
function orderOf(block: PlacedBlock): number {
  const plain = markOf(block);
  return romans.indexOf(plain) + 1 || (/^\d+$/.test(plain) ? Number(plain) : 0);
}

/** What a block is numbered with, in small letters: `2`, `iv`. */
function markOf(block: PlacedBlock): string {
  const text: Text | undefined = passagesOf(block)[0];
  const items: readonly ListItem[] = block.kind === "list" ? block.items : [];
  const number =
    "number" in block && block.number !== null
      ? block.number
      : (items[0]?.marker ?? /^\W*([ivx]{1,4}|\d{1,2})[.)]\s/i.exec(text?.text ?? "")?.[1] ?? "");
  return number.toLowerCase().replace(/[^\divx]/g, "");
}
