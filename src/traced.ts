import type { Facts } from "./model/facts.ts";

/** The parts of facts that are looked up by name. */
const tables = ["measures", "quarters", "meetings", "papers"] as const;
export type Table = (typeof tables)[number];

/** One thing that can be looked at in facts: a part of them, or of a table one row, the names of its rows, or all of it. */
export type Question =
  | { readonly kind: "part"; readonly part: Exclude<keyof Facts, Table> }
  | { readonly kind: "row"; readonly table: Table; readonly name: string }
  | { readonly kind: "names" | "all"; readonly table: Table };

/** What was looked at in some facts. */
export type Trace = {
  questions(): readonly Question[];
  /** Whether other facts say the same of all of it: have the same objects there. */
  holds(facts: Facts): boolean;
};

/** Facts that note what is looked at in them. */
export type Traced = { readonly facts: Facts; readonly trace: Trace };

/** What facts say of one thing; facts that are traced note that it was looked at. */
export function answerOf(question: Question, facts: Facts): readonly unknown[] {
  switch (question.kind) {
    case "part":
      return [facts[question.part]];
    case "row": {
      const { table, name } = question;
      return [facts[table].get(name), facts[table].has(name)];
    }
    case "names":
      return [...facts[question.table].keys()];
    case "all":
      return [...facts[question.table]].flat();
  }
}

/** The same facts, and what is looked at in them from now on; how projections are made is no fact. */
export function traced(facts: Facts): Traced {
  const noted = new Map<string, { readonly question: Question; readonly answer: readonly unknown[] }>();
  const note = (question: Question): void => {
    const name = Object.values(question).join(" ");
    if (!noted.has(name)) noted.set(name, { question, answer: answerOf(question, facts) });
  };
  const watched = { ...facts };
  for (const part of Object.keys(facts) as (keyof Facts)[]) {
    if (typeof facts[part] === "function" || isTable(part)) continue;
    Object.defineProperty(watched, part, {
      enumerable: true,
      get: () => {
        note({ kind: "part", part });
        return facts[part];
      },
    });
  }
  for (const table of tables) Object.assign(watched, { [table]: tracedTable(facts, table, note) });
  return {
    facts: watched,
    trace: {
      questions: () => [...noted.values()].map(({ question }) => question),
      holds: (other) =>
        [...noted.values()].every(({ question, answer }) => {
          const now = answerOf(question, other);
          return now.length === answer.length && now.every((each, i) => each === answer[i]);
        }),
    },
  };
}

const isTable = (part: string): part is Table => (tables as readonly string[]).includes(part);

/** A table that notes which of its rows are looked at; who goes through all of it has looked at all. */
function tracedTable(
  facts: Facts,
  table: Table,
  note: (question: Question) => void,
): ReadonlyMap<string, unknown> {
  const rows: ReadonlyMap<string, unknown> = facts[table];
  const seen = new Set<string>();
  const one = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    note({ kind: "row", table, name });
  };
  const names = (): void => note({ kind: "names", table });
  const all = (): ReadonlyMap<string, unknown> => {
    note({ kind: "all", table });
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
