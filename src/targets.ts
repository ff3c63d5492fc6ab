import { UsageError } from "./diagnostic.ts";
import { chainDocument } from "./document/papers/chain.ts";
import { agendaLines } from "./model/agenda.ts";
import { latestDate } from "./model/chain.ts";
import type { Facts, MeetingFacts, PaperSource } from "./model/facts.ts";
import { hasPack, packNames } from "./model/packs.ts";
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

/** A meeting whose pack is built: all that the build's options say, or one by its name. */
export type ChosenPack = { readonly meeting: MeetingFacts; readonly only: string | null };

/** What a build is asked for: documents, and packs that are made of them. */
export type Chosen = { readonly documents: readonly Target[]; readonly packs: readonly ChosenPack[] };

/**
 * The documents and packs that the names stand for; none means all. The documents of a pack come with it, from whatever folder.
 *
 * @throws UsageError for a name that answers to nothing
 */
export function chooseTargets(facts: Facts, names: readonly string[]): Chosen {
  const all = allTargets(facts);
  const meetings = [...facts.meetings.values()].filter(hasPack);
  if (names.length === 0)
    return { documents: all, packs: meetings.map((meeting) => ({ meeting, only: null })) };
  const possible = meetings.flatMap((meeting): [string, ChosenPack][] => [
    [meeting.id, { meeting, only: null }],
    ...packNames(meeting).map((only): [string, ChosenPack] => [`${meeting.id}/${only}`, { meeting, only }]),
  ]);
  const addresses = [...all.flatMap((t) => [t.path, addressOf(t)]), ...possible.map(([address]) => address)];
  const documents: Target[] = [];
  const packs: ChosenPack[] = [];
  for (const name of names) {
    const plain = name.replace(/\/+$/, "");
    const chosen = possible.flatMap(([address, pack]) => (address === plain ? [pack] : []));
    const found = all.filter((t) => t.path === plain || addressOf(t) === plain);
    if (chosen.length + found.length === 0)
      throw new UsageError(
        `there is nothing to build called ${name}. ${didYouMean(plain, [...new Set(addresses)])}`,
      );
    documents.push(...found, ...chosen.flatMap(({ meeting }) => documentsOf(meeting, all)));
    packs.push(...chosen);
  }
  return { documents: [...new Set(documents)], packs };
}

/** A document's address: `2019-20-q3/performance-summary`. */
export const addressOf = ({ path, document }: Pick<Target, "path" | "document">): string =>
  `${path}/${document}`;

/** The documents of ours that the packs of a meeting hold. */
function documentsOf(meeting: MeetingFacts, all: readonly Target[]): Target[] {
  const wanted = agendaLines(meeting).flatMap(({ refs }) =>
    refs.flatMap((ref) => (ref.kind === "paper" ? [ref.target] : [])),
  );
  return all.filter((target) => wanted.includes(addressOf(target)));
}
