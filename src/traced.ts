import type { Facts } from "./model/facts.ts";

/** What was looked at in some facts. */
export type Trace = {
  /** Whether other facts say the same of all of it: have the same objects there. */
  holds(facts: Facts): boolean;
};

/** Facts that note what is looked at in them. */
export type Traced = { readonly facts: Facts; readonly trace: Trace };

type Question = { ask(facts: Facts): readonly unknown[]; readonly answer: readonly unknown[] };

/** The parts of facts that are looked up by name. */
const tables = ["measures", "quarters", "meetings", "papers"] as const;
type Table = (typeof tables)[number];

/** The same facts, and what is looked at in them from now on; how projections are made is no fact. */
export function traced(facts: Facts): Traced {
  const questions = new Map<string, Question>();
  const note = (name: string, ask: Question["ask"]): void => {
    if (!questions.has(name)) questions.set(name, { ask, answer: ask(facts) });
  };
  const watched = { ...facts };
  for (const key of Object.keys(facts) as (keyof Facts)[]) {
    if (typeof facts[key] === "function" || isTable(key)) continue;
    Object.defineProperty(watched, key, {
      enumerable: true,
      get: () => {
        note(key, (asked) => [asked[key]]);
        return facts[key];
      },
    });
  }
  for (const table of tables) Object.assign(watched, { [table]: tracedTable(facts, table, note) });
  return {
    facts: watched,
    trace: {
      holds: (other) =>
        [...questions.values()].every(({ ask, answer }) => {
          const now = ask(other);
          return now.length === answer.length && now.every((each, i) => each === answer[i]);
        }),
    },
  };
}

const isTable = (key: string): key is Table => (tables as readonly string[]).includes(key);

/** A table that notes which of its rows are looked at; who goes through all of it has looked at all. */
function tracedTable(
  facts: Facts,
  table: Table,
  note: (name: string, ask: Question["ask"]) => void,
): ReadonlyMap<string, unknown> {
  const rows: ReadonlyMap<string, unknown> = facts[table];
  const seen = new Set<string>();
  const one = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    note(`${table} ${key}`, (asked) => [asked[table].get(key), asked[table].has(key)]);
  };
  const names = (): void => note(`names of ${table}`, (asked) => [...asked[table].keys()]);
  const all = (): ReadonlyMap<string, unknown> => {
    note(`all of ${table}`, (asked) => [...asked[table]].flat());
    return rows;
  };
  return {
    get: (key) => {
      one(key);
      return rows.get(key);
    },
    has: (key) => {
      one(key);
      return rows.has(key);
    },
    get size() {
      names();
      return rows.size;
    },
    keys: () => {
      names();
      return rows.keys();
    },
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (visit) => {
      all().forEach(visit);
    },
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
