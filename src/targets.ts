import { UsageError } from "./diagnostic.ts";
import { chainDocument } from "./document/papers/chain.ts";
import { latestDate } from "./model/chain.ts";
import type { Facts, PaperSource } from "./model/facts.ts";
import { didYouMean } from "./sources/suggest.ts";

/** A document that can be built: `2019-20-q3/performance-summary`. */
export type Target = {
  /** The quarter or meeting, which is also the folder below `output`. */
  readonly path: string;
  readonly document: string;
  /** The date the document bears. */
  readonly date: string;
};

/** Every document in the sources. */
export function allTargets(facts: Facts): Target[] {
  const summaries = [...facts.quarters.values()].flatMap(({ id, summary }) =>
    summary === null ? [] : [{ path: id, document: "performance-summary", date: summary.metadata.date }],
  );
  const papers = [...facts.papers.values()].map(({ path, document, head: { date } }) => ({
    path,
    document,
    date,
  }));
  const chains = [...new Set([...facts.papers.values()].filter(asks).map(({ path }) => path))].map(
    (path) => ({
      path,
      document: chainDocument,
      date: latestIn(facts, path),
    }),
  );
  return [...summaries, ...papers, ...chains];
}

/** Whether a paper asks, answers, or gives somebody something to do. */
const asks = ({ markdown }: PaperSource): boolean =>
  markdown.blocks.some(
    (block) => block.kind === "directive" && ["question", "answer", "ask", "action"].includes(block.name),
  );

const latestIn = (facts: Facts, path: string): string =>
  latestDate([...facts.papers.values()].filter((paper) => paper.path === path)) ?? "";

/** The documents that the names stand for; none means all. A name that answers to nothing is a UsageError. */
export function chooseTargets(facts: Facts, names: readonly string[]): Target[] {
  const all = allTargets(facts);
  if (names.length === 0) return all;
  const chosen = names.flatMap((name) => {
    const plain = name.replace(/\/+$/, "");
    const found = all.filter((t) => t.path === plain || `${t.path}/${t.document}` === plain);
    const known = [...new Set(all.flatMap((t) => [t.path, `${t.path}/${t.document}`]))];
    if (found.length === 0)
      throw new UsageError(`there is nothing to build called ${name}. ${didYouMean(plain, known)}`);
    return found;
  });
  return [...new Set(chosen)];
}
