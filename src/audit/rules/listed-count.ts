import type { PlacedBlock } from "../../sources/paperText/paper.ts";
import { wholeNumber, wholePattern } from "../claims/numberWords.ts";
import { passages } from "../claims/passages.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "The following four issues:" is followed by four. */
export const rule: Rule = {
  id: "listed-count",
  family: "numbers",
  severity: "warning",
  title: "As many things are listed as are announced",
  why: "When four issues are announced and three follow, the reader looks for the fourth.",
  fires: [
    "Of continuing concern are the following four issues:\n\n- Charges\n- Files\n- Suspects at large\n",
  ],
  silent: [
    "Of continuing concern are the following three issues:\n\n- Charges\n- Files\n- Suspects at large\n",
    "There are four services to be moved, which need two years. These are:\n\n- Finance\n- Forensics\n",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words, index }) => {
          const match = announced.exec(words.text);
          if (match === null) return [];
          const wanted = wholeNumber(match[1] ?? "");
          const listed = countFrom(part.blocks.slice(index + 1));
          if (listed === null || listed === wanted || wanted < 2) return [];
          return [
            tell(
              rule,
              stretch(paper, words, match.index, words.text.length),
              `${match[1]} are announced, ${listed} ${listed === 1 ? "follows" : "follow"}.`,
              null,
              "Add what is missing, or correct the number.",
            ),
          ];
        }),
      ),
    ),
};

const announced = new RegExp(`\\bfollowing (${wholePattern}) [a-z]+[^.:]{0,40}: ?-?$`, "i");

type Marker = { readonly style: string; readonly ordinal: number };

/** How many things of one numbering, or bullets of one list, follow; null where none does. */
function countFrom(blocks: readonly PlacedBlock[]): number | null {
  const markers: Marker[] = [];
  for (const block of blocks) {
    const [first] = markers;
    if (
      block.kind === "list" &&
      first === undefined &&
      block.items.every(({ marker }) => markerOf(marker) === null)
    )
      return block.items.filter(({ depth }) => depth === 0).length;
    for (const marker of markersOf(block)) {
      const last = markers.at(-1);
      const continues =
        last === undefined
          ? marker.ordinal === 1
          : marker.style === last.style && marker.ordinal === last.ordinal + 1;
      if (continues) markers.push(marker);
    }
    if (first === undefined && markers.length === 0) return null;
    if (block.kind === "heading" && block.number === null && block.level <= 2) break;
  }
  return markers.length === 0 ? null : markers.length;
}

function markersOf(block: PlacedBlock): Marker[] {
  if (block.kind === "list")
    return block.items.filter(({ depth }) => depth === 0).flatMap(({ marker }) => markerOf(marker) ?? []);
  const number = block.kind === "heading" || block.kind === "paragraph" ? block.number : null;
  return number === null ? [] : [markerOf(number)].filter((marker) => marker !== null);
}

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

function markerOf(written: string): Marker | null {
  const bare = written.replace(/[().\s]/g, "");
  if (/^\d{1,2}$/.test(bare)) return { style: "figure", ordinal: Number(bare) };
  const numeral = roman.indexOf(bare.toLowerCase());
  if (numeral >= 0) return { style: bare === bare.toLowerCase() ? "roman" : "ROMAN", ordinal: numeral + 1 };
  return /^[a-z]$/i.test(bare)
    ? {
        style: bare === bare.toLowerCase() ? "letter" : "LETTER",
        ordinal: bare.toLowerCase().charCodeAt(0) - 96,
      }
    : null;
}
