import type { Diagnostic, Place } from "../diagnostic.ts";
import type { Acceptance } from "../model/accepted.ts";
import { dayLabel } from "./periods.ts";
import { endAfter, plainText } from "./told.ts";
import type { NoteView, Prose } from "./views.ts";
import { sentence } from "./words.ts";

/** Blocks and notes of a page; some of its blocks hold prose. */
type Page<Block> = { readonly blocks: readonly Block[]; readonly notes: readonly NoteView[] };

/** What was accepted on a page, and where it says so. */
export type AcceptedHere = {
  readonly accepted: readonly Acceptance[];
  placeOf(path: readonly (string | number)[]): Place;
};

/**
 * A page with a footnote for each accepted finding that its reader should know the reason of: behind the words it is about, after the
 * notes that are there already. Words that stand in no sentence of the page are a problem.
 */
export function withAcceptedNotes<Block extends object>(
  name: string,
  page: Page<Block>,
  { accepted, placeOf }: AcceptedHere,
  problems: Diagnostic[],
): Page<Block> {
  return accepted.reduce((made, acceptance, i) => {
    if (!acceptance.note) return made;
    const number = made.notes.length + 1;
    const note: NoteView = {
      id: `note-${name}-${number}`,
      number,
      prose: { markdown: noteText(acceptance) },
    };
    const at = made.blocks.findIndex((block) =>
      plainText(proseOf(block)?.markdown ?? "").includes(acceptance.quote),
    );
    if (at < 0) {
      problems.push({
        place: placeOf(["accepted", i]),
        message: "`note: true` finds these words in no sentence of this page",
        hint: "Quote words as they are printed in one sentence, or leave `note` out.",
      });
      return made;
    }
    return {
      blocks: made.blocks.map((block, b) => (b === at ? marked(block, acceptance.quote, note) : block)),
      notes: [...made.notes, note],
    };
  }, page);
}

/** "The base is that of October. Accepted by David Patterson, 3 March 2020." */
const noteText = ({ reason, by, on }: Acceptance): string =>
  `${sentence(reason)} Accepted by ${by}, ${dayLabel(on)}.`;

const proseOf = (block: object): Prose | null => ("prose" in block ? (block.prose as Prose) : null);

function marked<Block extends object>(block: Block, quote: string, { number, id }: NoteView): Block {
  const markdown = proseOf(block)?.markdown ?? "";
  const end = endAfter(markdown, plainText(markdown).indexOf(quote) + quote.length);
  return {
    ...block,
    prose: { markdown: `${markdown.slice(0, end)}[^${number}:${id}]${markdown.slice(end)}` },
  };
}
