import type { Feature, Search } from "./feature.ts";
import type { LeakMemory } from "./memory.ts";
import { hitsIn, type Readable, type Searches, searchesOf } from "./search.ts";
import { besideWordings, isWording, wordingsOf } from "./wordings.ts";

/** Features by what is searched for: each search once, with all features that it stands for. */
export type Secrets<T extends Feature> = {
  readonly features: readonly (readonly T[])[];
  readonly searches: Searches;
};

/** The features that no public text has, by the same search that later looks for them in the outputs. */
export async function secretsOf<T extends Feature>(
  features: readonly T[],
  publicFiles: readonly Readable[],
  memory: LeakMemory,
): Promise<Secrets<T>> {
  const groups = [...grouped(features).values()];
  const found = await foundIn(groups.map(searchOf), publicFiles, memory);
  const wordings = await wordingsOf(publicFiles, memory);
  const isRun = ([first]: readonly T[]): boolean => first?.kind === "words";
  const wordsOf = ([first]: readonly T[]): readonly string[] => first?.words ?? [];
  const beside = (group: readonly T[]): string[] =>
    isRun(group) ? besideWordings(wordings, wordsOf(group)) : [];

  const unknown = groups.filter(
    (group, i) => !found.has(i) && !(isRun(group) && isWording(wordings, wordsOf(group))),
  );
  const asked = unknown.flatMap((group) => (isRun(group) ? beside(group) : wordsOf(group)));
  const isPublic = await publicWords(asked, publicFiles, memory);
  const secret = unknown.filter((group) => !beside(group).some(isPublic));
  // Two names that are public each, such as a body's and a paper's, may meet where a line or a cell ends.
  const near = (group: readonly T[]): boolean => !isRun(group) && wordsOf(group).every(isPublic);
  const searches = secret.map((group): Search => {
    const search = searchOf(group);
    return search.by === "letters" && wordsOf(group).length > 0 ? { ...search, near: near(group) } : search;
  });
  return { features: secret, searches: searchesOf(searches) };
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

async function foundIn(
  searches: readonly Search[],
  files: readonly Readable[],
  memory: LeakMemory,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  const asked = searchesOf(searches);
  for (const file of files)
    for (const { hits } of await hitsIn(file, asked, memory)) for (const [number] of hits) found.add(number);
  return found;
}

/** Tells which of some words in sequence, written together, are public; the smallest always are. */
export async function publicWords(
  keys: readonly string[],
  files: readonly Readable[],
  memory: LeakMemory,
): Promise<(key: string) => boolean> {
  const asked = [...new Set(keys)].filter((key) => key.length >= shortestAsked);
  const found = await foundIn(
    asked.map((key): Search => ({ by: "letters", key, whole: true, unbroken: false })),
    asked.length > 0 ? files : [],
    memory,
  );
  const known = new Set(asked.filter((_, i) => found.has(i)));
  return (key) => key.length < shortestAsked || known.has(key);
}

const shortestAsked = 4;
