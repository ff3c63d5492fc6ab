import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { project } from "../src/analysis/projection.ts";
import { readWorded } from "../src/check.ts";
import { SourceError } from "../src/diagnostic.ts";
import { sourceFiles } from "../src/disk.ts";
import { formatFigure } from "../src/document/format.ts";
import type { Kept } from "../src/kept.ts";
import { binary, type Form, json } from "../src/keptFile.ts";
import { type Memory, noMemory, openMemory } from "../src/memory.ts";
import type { Facts } from "../src/model/facts.ts";
import { missingFile, type SourceFiles } from "../src/reading.ts";
import { shared } from "../src/shared.ts";
import { traced } from "../src/traced.ts";

const sample = sourceFiles("");

/** The sample's sources with other texts for some files; null takes a file away. */
const withTexts = (texts: ReadonlyMap<string, string | null>): SourceFiles => ({
  list: async (folder) => {
    const names = new Set(await sample.list(folder));
    for (const [file, text] of texts) {
      const at = file.lastIndexOf("/");
      if (file.slice(0, at) !== folder) continue;
      if (text === null) names.delete(file.slice(at + 1));
      else names.add(file.slice(at + 1));
    }
    return [...names].sort();
  },
  read: async (file) => {
    const text = texts.get(file);
    if (text === null) throw missingFile(file);
    return text === undefined ? sample.read(file) : Buffer.from(text);
  },
});

const text = async (file: string): Promise<string> => Buffer.from(await sample.read(file)).toString("utf8");
const edited = async (file: string, edit: (text: string) => string): Promise<[string, string]> => {
  const before = await text(file);
  const after = edit(before);
  if (after === before) throw new Error(`${file} was not changed`);
  return [file, after];
};

/** What earlier runs have kept on disk. */
type OnDisk = Pick<Kept, "findings" | "sources" | "words" | "readings">;
const freshDisk = (): OnDisk => ({
  findings: new Map(),
  sources: new Map(),
  words: new Map(),
  readings: new Map(),
});

const kept = (memory: Memory, disk = freshDisk()): Kept => ({
  memory,
  ...disk,
  project,
  isWord: () => true,
  pdfText: async () => ({ ok: false, why: "not read here" }),
});

/** Values as files keep them, which give another object each time they are read. */
function keptAs<T>(form: Form): { get(key: string): T | undefined; set(key: string, value: T): void } {
  const files = new Map<string, Uint8Array>();
  return {
    get: (key) => {
      const bytes = files.get(key);
      return bytes === undefined ? undefined : (form.read(bytes) as T);
    },
    set: (key, value) => files.set(key, Buffer.from(form.write(value))),
  };
}
const asOnDisk = (): OnDisk => ({
  findings: keptAs(json),
  sources: keptAs(binary),
  words: keptAs(binary),
  readings: keptAs(binary),
});

/** All that a build takes from reading, wording and audit; or the problems that stop it. */
async function outcome(
  texts: ReadonlyMap<string, string | null>,
  memory: Memory,
  disk?: OnDisk,
): Promise<unknown> {
  try {
    const { papers, audit } = await readWorded("data", [], withTexts(texts), false, kept(memory, disk));
    return {
      papers: papers.map(({ target, worded: { view, register } }) => ({
        target,
        view,
        figures: register.printed().map((figure) => `${figure.name} ${formatFigure(figure)}`),
      })),
      audit: await audit(),
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.problems;
  }
}

const papers = "data/meetings/2020-03-16-police-and-crime-panel/papers";
const summary = "data/quarters/2019-20-q3/performance-summary";
const added = `${papers}/zz-added.md`;

describe("a process that remembers comes to the same as one that does not", () => {
  const memory = openMemory();
  const disk = asOnDisk();
  const texts = new Map<string, string | null>();
  const steps: readonly [string, () => Promise<[string, string | null]>][] = [
    ["as it is", async () => ["", null]],
    [
      "a paragraph more",
      () =>
        edited(
          `${papers}/02-5-appendix-e-rural-crime-team.md`,
          (t) => `${t}\nIn may 2019 there were 12 12 of them.\n`,
        ),
    ],
    [
      "another title of a measure",
      () => edited("data/measures/rape.yaml", (t) => t.replace("title: Rape", "title: Rapes")),
    ],
    [
      "another value of a series",
      () =>
        edited("data/measures/action-fraud.csv", (t) => t.replace("2017-02,force,218", "2017-02,force,221")),
    ],
    [
      "another name of the office",
      () =>
        edited("data/organisation.yaml", (t) =>
          t.replace("forceShort: the force", "forceShort: the service"),
        ),
    ],
    ["a section said otherwise", () => edited(`${summary}/panel-page.md`, (t) => `${t}\nOne thing more.\n`)],
    ["a paper less", async () => ["data/quarters/2020-21-q2/force-response.md", null]],
    [
      "a paper more",
      async () => [
        added,
        (await text(`${papers}/02-6-appendix-f-victims.md`)).replace(/title: .*/, "title: Another"),
      ],
    ],
    ["a mistake", async () => [`${papers}/02-6-appendix-f-victims.md`, "no front matter"]],
  ];

  test.each(steps)(
    "after %s",
    async (name, step) => {
      const [file, content] = await step();
      if (file !== "") texts.set(file, content);
      const afresh = await outcome(texts, noMemory);
      expect([name, Array.isArray(afresh)]).toEqual([name, name === "a mistake"]);
      expect(await outcome(texts, memory)).toEqual(afresh);
      // The same of a process of its own each time, which takes what earlier ones kept from disk.
      expect(await outcome(texts, noMemory, disk)).toEqual(afresh);
    },
    60_000,
  );

  test("and after all of it is taken back", async () => {
    const afresh = await outcome(new Map(), noMemory);
    expect(await outcome(new Map(), memory)).toEqual(afresh);
    expect(await outcome(new Map(), noMemory, disk)).toEqual(afresh);
  }, 60_000);
});

test("of an edit only the paper that it changes is worded again", async () => {
  const memory = openMemory();
  const worded = async (texts: ReadonlyMap<string, string>) =>
    (await readWorded("data", [], withTexts(texts), false, kept(memory))).papers;
  const before = await worded(new Map());
  const file = `${papers}/02-5-appendix-e-rural-crime-team.md`;
  const after = await worded(new Map([await edited(file, (t) => `${t}\nMore.\n`)]));
  const changed = after.filter(({ worded }, i) => worded !== before[i]?.worded);
  // The lists of questions and actions are drawn from all papers.
  const others = changed.filter(({ target }) => target.document !== "questions-and-actions");
  expect(others.map(({ target }) => target.document)).toEqual(["02-5-appendix-e-rural-crime-team"]);
});

test("nor in another process, which finds the words of the others on disk", async () => {
  const disk = asOnDisk();
  const isNew = async (texts: ReadonlyMap<string, string>): Promise<readonly string[]> => {
    const { papers } = await readWorded("data", [], withTexts(texts), false, kept(noMemory, disk));
    return papers.filter((paper) => paper.isNew).map(({ target }) => target.document);
  };
  expect((await isNew(new Map())).length).toBeGreaterThan(15);
  const file = `${papers}/02-5-appendix-e-rural-crime-team.md`;
  const again = await isNew(new Map([await edited(file, (t) => `${t}\nMore.\n`)]));
  expect(again.filter((name) => name !== "questions-and-actions")).toEqual([
    "02-5-appendix-e-rural-crime-team",
  ]);
}, 60_000);

const nothing = (): void => undefined;

describe("traced facts", () => {
  const tables = { measures: new Map(), quarters: new Map(), meetings: new Map(), papers: new Map() };
  const factsOf = (papers: readonly [string, unknown][], organisation: unknown = 1): Facts =>
    ({ ...tables, papers: new Map(papers), organisation, publishing: 2 }) as unknown as Facts;
  const one = { path: "one" };
  const before = factsOf([
    ["one", one],
    ["two", 2],
  ]);

  test.each<[string, (facts: Facts) => unknown, readonly boolean[]]>([
    // Whether it still holds: with another `one`, another `two`, one more, one less, in another order, and with another organisation.
    ["nothing", () => 0, [true, true, true, true, true, true]],
    ["one row", ({ papers }) => papers.get("one"), [false, true, true, true, true, true]],
    ["whether a row is there", ({ papers }) => papers.has("two"), [true, false, true, false, true, true]],
    ["a row that is missing", ({ papers }) => papers.get("three"), [true, true, false, true, true, true]],
    ["the names", ({ papers }) => [...papers.keys()], [true, true, false, false, false, true]],
    ["the number", ({ papers }) => papers.size, [true, true, false, false, false, true]],
    ["all rows", ({ papers }) => [...papers], [false, false, false, false, false, true]],
    ["all rows in turn", ({ papers }) => papers.forEach(nothing), [false, false, false, false, false, true]],
    ["the organisation", ({ organisation }) => organisation, [true, true, true, true, true, false]],
    [
      "a copy of all",
      (facts) => [...{ ...facts }.papers.values()],
      [false, false, false, false, false, false],
    ],
  ])("hold as long as what was looked at is the same: %s", (_, look, holding) => {
    const { facts, trace } = traced(before);
    look(facts);
    const others = [
      factsOf([
        ["one", { path: "one" }],
        ["two", 2],
      ]),
      factsOf([
        ["one", one],
        ["two", 3],
      ]),
      factsOf([
        ["one", one],
        ["two", 2],
        ["three", 3],
      ]),
      factsOf([["one", one]]),
      factsOf([
        ["two", 2],
        ["one", one],
      ]),
      factsOf(
        [
          ["one", one],
          ["two", 2],
        ],
        9,
      ),
    ];
    expect(trace.holds(before)).toBe(true);
    expect(others.map((other) => trace.holds(other))).toEqual(holding);
  });

  test("say what the facts say", () => {
    const { facts } = traced(before);
    expect([...facts.papers]).toEqual([...before.papers]);
    expect([...facts.papers.entries(), ...facts.papers.values()]).toEqual([
      ...before.papers.entries(),
      ...before.papers.values(),
    ]);
    expect([facts.papers.size, facts.papers.has("one"), facts.papers.get("one"), facts.organisation]).toEqual(
      [2, true, one, 1],
    );
  });
});

/** A value that is equal and shares nothing. */
const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, copyOf(one)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)]));
};

test("what is shared is equal to what was read, and the same object where all of it is equal", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.integer({ max: 3, min: 0 }),
      fc.constant(null),
      fc.constantFrom("a", "b"),
      tie("list"),
      tie("object"),
      tie("map"),
    ),
    list: fc.array(tie("any"), { maxLength: 3 }),
    object: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("any"), { maxKeys: 3, noNullPrototype: true }),
    map: fc
      .array(fc.tuple(fc.constantFrom("a", "b", "c"), tie("any")), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  })).any;
  fc.assert(
    fc.property(value, value, (before, now) => {
      expect(shared(before, now)).toEqual(now);
      expect(shared(now, copyOf(now))).toBe(now);
    }),
  );
});
