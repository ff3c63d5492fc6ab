import { addMonths } from "./analysis/calendar.ts";
import type { AuditedPaper } from "./audit/rule.ts";
import type { Worded } from "./gist.ts";
import type { KeptReadings } from "./keptPapers.ts";
import type { Loaded } from "./load.ts";
import type { Memory } from "./memory.ts";
import type { Facts } from "./model/facts.ts";
import { type OwnText, ownText } from "./ownPaper.ts";
import { addressOf, type Target } from "./targets.ts";

type Named = Omit<Target, "date">;

/** A paper of ours as the audit reads it, with the same one of the quarter before, where that is held. */
export function withEarlier(
  target: Named,
  worded: Worded,
  { facts, sources }: Loaded,
  word: (target: Named) => Worded | null,
  memory: Memory,
  readings: KeptReadings,
): { readonly now: OwnText; readonly before: OwnText | null } {
  const earlier = earlierOf(target, worded.gist.month, facts);
  const wordedBefore = earlier === null ? null : word(earlier);
  const text = (of: Named, words: Worded, past: AuditedPaper | null, what = "text"): OwnText => {
    const name = addressOf(of);
    const { known, keep } = memory.recall<OwnText>(`${what} of ${name}`, [words, past], facts);
    return known ?? keep(ownText(words, { name, earlier: past }, startOf(of, facts), sources, readings));
  };
  const before =
    earlier === null || wordedBefore === null ? null : text(earlier, wordedBefore, null, "earlier text");
  return { now: text(target, worded, before?.paper ?? null), before };
}

/** The same paper of the quarter before; null where none is held. */
function earlierOf({ path, document }: Named, month: string, { quarters, papers }: Facts): Named | null {
  if (!quarters.has(path)) return null;
  const before = [...quarters.values()].find(({ quarter }) => quarter.month === addMonths(month, -3));
  if (before === undefined) return null;
  const held =
    document === "performance-summary" ? before.summary !== null : papers.has(`${before.id}/${document}`);
  return held ? { path: before.id, document } : null;
}

/** Where the front matter of a document begins. */
function startOf(
  { path, document }: Named,
  { papers, quarters }: Facts,
): Pick<OwnText, "startOf" | "source"> {
  const paper = papers.get(`${path}/${document}`);
  if (paper !== undefined) {
    const { source, frontMatter } = paper.markdown;
    return { source: source.file, startOf: () => frontMatter.placeOf([]) };
  }
  const summary = quarters.get(path)?.summary ?? null;
  if (summary === null) throw new Error(`${path}/${document} is no paper of these facts`);
  return { source: `${summary.folder}/paper.yaml`, startOf: () => summary.placeOf([]) };
}
