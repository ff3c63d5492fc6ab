import type { FileWordings, LeakMemory } from "./memory.ts";
import { normalise, slot, wordsIn } from "./normalise.ts";
import type { Piece } from "./piece.ts";
import { runLength } from "./runs.ts";
import type { Readable } from "./search.ts";

/**
 * The product's own sentences, into which numbers are filled at build time: `Agenda Item ${label}`, `By virtue of paragraph ${n} of
 * Part 1 …`. No source holds them as they are printed, so an exempt paper that says the same words would seem to have leaked.
 */
export type Wordings = {
  /** Runs of four with slots, at least two words of them given. */
  readonly runs: ReadonlySet<string>;
  /** Last and first words of a wording, or of a part of it beside a slot (fewer than four): other public words are printed there. */
  readonly ends: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
};

/** Reads the wordings of all texts with slots: templates, code, and Markdown with figures. */
export async function wordingsOf(files: readonly Readable[], memory: LeakMemory): Promise<Wordings> {
  const all = { runs: new Set<string>(), ends: new Set<string>(), starts: new Set<string>() };
  for (const file of files) {
    const { runs, ends, starts } = memory.wordings.get(file.key) ?? (await read(file, memory));
    for (const run of runs) all.runs.add(run);
    for (const end of ends) all.ends.add(end);
    for (const start of starts) all.starts.add(start);
  }
  return all;
}

async function read(file: Readable, memory: LeakMemory): Promise<FileWordings> {
  const wordings = wordingsIn(await file.pieces());
  memory.wordings.set(file.key, wordings);
  return wordings;
}

function wordingsIn(pieces: readonly Piece[]): FileWordings {
  const runs = new Set<string>();
  const ends = new Set<string>();
  const starts = new Set<string>();
  for (const { where, text } of pieces) {
    if (!text.includes(slot)) {
      if (where !== "wording") continue;
    }
    const keys = wordsIn(normalise(text)).map(({ key }) => (isNumber(key) ? slot : key));
    for (let i = 0; i + runLength <= keys.length; i++) addRun(runs, keys.slice(i, i + runLength));
    if (where !== "wording" && where !== "text") continue;
    for (let length = 1; length < runLength && length <= keys.length; length++) {
      addEdge(ends, keys.slice(-length), keys.length);
      addEdge(starts, keys.slice(0, length), keys.length);
      keys.forEach((key, at) => {
        if (key !== slot) return;
        addBesideSlot(ends, keys.slice(Math.max(0, at - length), at), length);
        addBesideSlot(starts, keys.slice(at + 1, at + 1 + length), length);
      });
    }
  }
  return { runs: [...runs], ends: [...ends], starts: [...starts] };
}

function addRun(runs: Set<string>, keys: readonly string[]): void {
  const slots = keys.filter((key) => key === slot).length;
  if (slots > 0 && slots <= runLength - 2) runs.add(keys.join(" "));
}

/** An edge needs a slot or to be a whole short wording; a single given word says nothing. */
function addEdge(edges: Set<string>, keys: readonly string[], whole: number): void {
  if (keys.includes(slot) || (keys.length === whole && whole > 1)) edges.add(keys.join(" "));
}

/** What is filled into a slot may be words, which then stand beside those around it. */
function addBesideSlot(edges: Set<string>, keys: readonly string[], length: number): void {
  if (keys.length === length) edges.add(keys.join(" "));
}

/** A small number: a label, a count, a page; those of four and more digits are features of their own. */
const isNumber = (key: string): boolean => /^\d{1,3}$/.test(key);

/** True when a wording says the run, with numbers in its slots. */
export const isWording = ({ runs }: Wordings, run: readonly string[]): boolean => {
  const keys = run.map((key) => (isNumber(key) ? slot : key));
  return keys.includes(slot) && runs.has(keys.join(" "));
};

/** The words of a run that stand beside a wording's edge, in each way of cutting it; they must be public for the run to be. */
export function besideWordings({ ends, starts }: Wordings, run: readonly string[]): string[] {
  const keys = run.map((key) => (isNumber(key) ? slot : key));
  return [1, 2, 3].flatMap((cut) => [
    ...(ends.has(keys.slice(0, cut).join(" ")) ? [run.slice(cut).join("")] : []),
    ...(starts.has(keys.slice(cut).join(" ")) ? [run.slice(0, cut).join("")] : []),
  ]);
}
