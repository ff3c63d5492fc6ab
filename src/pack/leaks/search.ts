import { createHash } from "node:crypto";
import type { Search } from "./feature.ts";
import { type Finder, finderOf } from "./find.ts";
import type { LeakMemory, PlaceHits } from "./memory.ts";
import type { LeakFile, Piece } from "./piece.ts";
import { piecesOf } from "./readFile.ts";

/** A file that is read when it must be, and known by a hash of its name and its bytes. */
export type Readable = {
  readonly file: string;
  readonly section: string | null;
  readonly key: string;
  pieces(): Promise<readonly Piece[]>;
};

/** Many searches, and a hash of them. */
export type Searches = { readonly key: string; readonly finder: () => Finder };

export function searchesOf(searches: readonly Search[]): Searches {
  let finder: Finder | null = null;
  return {
    key: hashOf(JSON.stringify(searches)),
    finder: () => {
      finder ??= finderOf(searches);
      return finder;
    },
  };
}

/** A file to be searched; read anew each time, so that no more than one is in memory unpacked. */
export const readable = (file: LeakFile, memory: LeakMemory): Readable => ({
  file: file.file,
  section: file.section ?? null,
  key: keyOf(file),
  pieces: () =>
    piecesOf("key" in file ? { file: file.file, bytes: file.made(), opened: file.opened } : file, memory),
});

const keys = new WeakMap<LeakFile, string>();

/** A hash of a file's name and content; of the same object, which is not changed, made once. */
function keyOf(file: LeakFile): string {
  const known =
    keys.get(file) ??
    hashOf(file.file, "key" in file ? file.key : "text" in file ? file.text : (file.sha256 ?? file.bytes));
  keys.set(file, known);
  return known;
}

/** The same, read once and held: several searches ask every public source. */
export function held(file: Readable): Readable {
  let pieces: Promise<readonly Piece[]> | null = null;
  return {
    ...file,
    pieces: () => {
      pieces ??= file.pieces();
      return pieces;
    },
  };
}

/** What of some searches a file answers, place by place; a file that was searched for them before is not read. */
export async function hitsIn(
  file: Readable,
  searches: Searches,
  memory: LeakMemory,
): Promise<readonly PlaceHits[]> {
  const key = hashOf(searches.key, file.key);
  const known = memory.hits.get(key);
  if (known !== undefined) return known;
  const find = searches.finder();
  const places: PlaceHits[] = [];
  for (const { where, text } of await file.pieces()) {
    const hits: [number, number][] = [];
    find(text, (search, parted) => hits.push([search, parted]));
    if (hits.length > 0) places.push({ where, hits });
  }
  memory.hits.set(key, places);
  return places;
}

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("base64url");
}
