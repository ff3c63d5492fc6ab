import { formatFigure } from "./document/format.ts";
import { type PaperLine, paperLines } from "./document/paperLines.ts";
import { fullTitle, type Words } from "./document/worded.ts";
import { sha256 } from "./sha256.ts";

/** What must be known of a worded document where nothing of it has changed: little, beside its views. */
export type Gist = {
  /** Names its view: equal views have equal keys. */
  readonly key: string;
  readonly title: string;
  /** The month that it reports, and the day after which nothing is visible to it. */
  readonly month: string;
  readonly cutOff: string;
  readonly lines: readonly PaperLine[];
  /** Its figures, as they are printed. */
  readonly figures: readonly string[];
};

function gistOf(words: Words): Gist {
  const { view, register } = words;
  return {
    key: sha256(JSON.stringify(view)),
    title: fullTitle(view),
    month: register.month,
    cutOff: register.cutOff,
    lines: paperLines(words),
    figures: register.printed().map(formatFigure),
  };
}

/** A document ready to be set, and the gist of it. */
export type Worded = Words & { readonly gist: Gist };

/** Words, and the gist of them when it is asked for. */
export function withGist(words: Words): Worded {
  let gist: Gist | null = null;
  return {
    ...words,
    get gist() {
      gist ??= gistOf(words);
      return gist;
    },
  };
}

/** A document of which the gist is known, and the words are read when they are asked for. */
export function withWordsLater(gist: Gist, read: () => Words): Worded {
  let words: Words | null = null;
  const now = (): Words => {
    words ??= read();
    return words;
  };
  return {
    gist,
    get view() {
      return now().view;
    },
    get told() {
      return now().told;
    },
    get register() {
      return now().register;
    },
  };
}
