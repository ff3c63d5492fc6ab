import type { PaperPart, PlacedBlock, Text } from "../sources/paperText/paper.ts";
import { joined } from "../sources/paperText/text.ts";
import { passagesOf } from "./said.ts";

/** One of the numbered questions of a paper: its number, its heading (or its first words), and all of it. */
export type Request = { readonly number: string; readonly title: Text; readonly text: Text };

/** The heading under which a paper lists what it asks. */
const opening =
  /^(?:comments?|questions?(?: for .*)?|requests?|matters for response|points for response)\W*$/i;

/** Where the numbered questions of a paper begin: the block of their heading; -1 where it has none. */
export const requestsStart = ({ blocks }: PaperPart): number =>
  blocks.findLastIndex((block) =>
    passagesOf(block).some(({ text }) => text.length < 60 && opening.test(text)),
  );

/** The numbered questions under the last heading that says so, each with what stands below it. */
export function numberedRequests(part: PaperPart): Request[] {
  const start = requestsStart(part);
  if (start < 0) return [];
  const gathered: { number: string; title: Text; texts: Text[] }[] = [];
  for (const { number, words } of part.blocks.slice(start + 1).flatMap(numbered)) {
    const last = gathered.at(-1);
    if (number !== null) gathered.push({ number, title: words, texts: [words] });
    else if (last !== undefined) last.texts.push(words);
  }
  return gathered.map(({ number, title, texts }) => ({ number, title, text: joined(texts) }));
}

type Line = { readonly number: string | null; readonly words: Text };

/** The passages of a block with the whole number that each opens with. */
function numbered(block: PlacedBlock): Line[] {
  if (block.kind === "list")
    return block.items.flatMap(({ marker, sentences }) =>
      sentences.length === 0 ? [] : [{ number: wholeNumber(marker), words: joined(sentences) }],
    );
  const [words] = passagesOf(block);
  if (words === undefined) return [];
  const given = "number" in block && block.number !== null ? wholeNumber(block.number) : null;
  return [{ number: given ?? wholeNumber(/^\d{1,2}[.)]\s/.exec(words.text)?.[0] ?? ""), words }];
}

const wholeNumber = (mark: string): string | null => /^[-\s(Q]*(\d{1,2})[.):]*\s*$/.exec(mark)?.[1] ?? null;
