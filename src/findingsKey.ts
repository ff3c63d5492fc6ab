import { createHash } from "node:crypto";
import type { OwnText } from "./ownPaper.ts";
import { sha256 } from "./sha256.ts";
import { placeOfLine, type SourceText } from "./sources/text.ts";

/**
 * Names all that the rules look at when they look at a paper of ours by itself: its lines, with who wrote each of them, the same paper of the
 * quarter before, and the data.
 */
export function findingsKey(
  sources: ReadonlyMap<string, SourceText>,
): (text: OwnText, before: OwnText | null) => string {
  const data = createHash("sha256");
  for (const [file, { text }] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (/^data\/(?:measures\/|organisation\.yaml$)/.test(file)) data.update(`${file}\0${text}\0`);
  const dataKey = data.digest("hex");
  return (text, before) =>
    sha256(
      JSON.stringify([
        dataKey,
        ...partsOf(text, sources),
        ...(before === null ? [] : partsOf(before, sources)),
      ]),
    );
}

function partsOf({ paper, lines }: OwnText, sources: ReadonlyMap<string, SourceText>): unknown[] {
  return [
    paper.file,
    paper.own?.month,
    paper.own?.cutOff,
    lines.map(({ text, place }) => {
      const source = place === null ? undefined : sources.get(place.file);
      return place === null || source === undefined ? text : [text, placeOfLine(source, place.line).text];
    }),
  ];
}
