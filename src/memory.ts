import type { Facts } from "./model/facts.ts";
import type { SourceFiles } from "./reading.ts";
import { shared } from "./shared.ts";
import { type Traced, traced } from "./traced.ts";

/**
 * What a process that builds again and again remembers: what is the same as in the last build is the same object, and what was made of it
 * need not be made again. Results do not depend on it.
 */
export type Memory = {
  /** The files; one whose bytes are those of the last reading gives the same object again. */
  files(files: SourceFiles): SourceFiles;
  /** What is opened once in this process, such as a file of the cache. */
  opened<T>(name: string, open: () => Promise<T>): Promise<T>;
  /** The facts, with all parts of the last ones that are equal to theirs. */
  facts(read: Facts): Facts;
  /**
   * What was made before under a name, where it was made of the same.
   *
   * @param parts what it is made of besides the facts
   * @param facts of these, what was looked at while it was made
   */
  recall<T extends object>(name: string, parts: readonly unknown[], facts: Facts): Recalled<T>;
};

/** Something that is known already, or is to be made of these facts, which see what is looked at, and kept. */
export type Recalled<T> = {
  readonly known: T | null;
  readonly facts: Facts;
  keep(made: T): T;
};

/** Remembers nothing: for a process that builds once. */
export const noMemory: Memory = {
  files: (files) => files,
  opened: (_, open) => open(),
  facts: (read) => read,
  recall: (_, __, facts) => ({ known: null, facts, keep: (made) => made }),
};

type Kept = { readonly parts: readonly unknown[]; readonly trace: Traced["trace"]; readonly made: object };

export function openMemory(): Memory {
  const read = new Map<string, Uint8Array>();
  const kept = new Map<string, Kept>();
  const open = new Map<string, Promise<unknown>>();
  let last: Facts | null = null;
  return {
    files: ({ list, read: readFile }) => ({
      list,
      read: async (file) => {
        const bytes = await readFile(file);
        const before = read.get(file);
        if (before !== undefined && Buffer.compare(before, bytes) === 0) return before;
        read.set(file, bytes);
        return bytes;
      },
    }),
    opened: <T>(name: string, opening: () => Promise<T>) => {
      const known = open.get(name) ?? opening();
      open.set(name, known);
      return known as Promise<T>;
    },
    facts: (facts) => {
      last = shared(last, facts);
      return last;
    },
    recall: <T extends object>(name: string, parts: readonly unknown[], facts: Facts): Recalled<T> => {
      const before = kept.get(name);
      if (before !== undefined && isSame(before.parts, parts) && before.trace.holds(facts))
        return { known: before.made as T, facts, keep: (made) => made };
      const { facts: watched, trace } = traced(facts);
      return {
        known: null,
        facts: watched,
        keep: (made) => {
          kept.set(name, { parts, trace, made });
          return made;
        },
      };
    },
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);
