import type { Feature, Search } from "./feature.ts";
import { type Finder, finderOf } from "./find.ts";
import type { Piece } from "./piece.ts";
import { besideWordings, isWording, wordingsOf } from "./wordings.ts";

/** Features by what is searched for: each search once, with all features that it stands for, and the finder of the searches. */
export type Secrets<T extends Feature> = {
  readonly features: readonly (readonly T[])[];
  readonly find: Finder;
};

/** The features that no public text has, by the same search that later looks for them in the outputs. */
export function secretsOf<T extends Feature>(
  features: readonly T[],
  publicPieces: readonly Piece[],
): Secrets<T> {
  const groups = [...grouped(features).values()];
  const found = foundIn(groups.map(searchOf), publicPieces);
  const wordings = wordingsOf(publicPieces);
  const unknown = groups.filter((_, i) => !found.has(i));
  const beside = unknown.map(([{ run } = {}]) => (run ? besideWordings(wordings, run) : []));
  const known = knownWords([...new Set(beside.flat())], publicPieces);
  const secret = unknown.filter(
    ([{ run } = {}], i) => !(run && (isWording(wordings, run) || beside[i]?.some((key) => known(key)))),
  );
  return { features: secret, find: finderOf(secret.map(searchOf)) };
}

const searchOf = ([first]: readonly Feature[]): Search => {
  if (!first) throw new RangeError("a group of features has at least one");
  return first.search;
};

function grouped<T extends Feature>(features: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const feature of features) {
    const { by, key } = feature.search;
    const id = `${by} ${by === "letters" && feature.search.unbroken ? "unbroken" : ""} ${key}`;
    const group = groups.get(id);
    if (group) group.push(feature);
    else groups.set(id, [feature]);
  }
  return groups;
}

function foundIn(searches: readonly Search[], pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>();
  const find = finderOf(searches);
  for (const { text } of pieces) find(text, (number) => found.add(number));
  return found;
}

/** Which of some words are public; the smallest always are. */
function knownWords(keys: readonly string[], pieces: readonly Piece[]): (key: string) => boolean {
  const asked = keys.filter((key) => key.length >= 4);
  if (asked.length === 0) return (key) => key.length < 4;
  const found = foundIn(
    asked.map((key): Search => ({ by: "letters", key, whole: true, unbroken: false })),
    pieces,
  );
  const known = new Set(asked.filter((_, i) => found.has(i)));
  return (key) => key.length < 4 || known.has(key);
}
