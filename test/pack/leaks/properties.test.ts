import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { leaksIn, type ReadFile } from "../../../src/pack/leaks/leaks.ts";
import { noMemory } from "../../../src/pack/leaks/memory.ts";
import { planted, plants } from "./plantedPdf.ts";

/** Words of public papers, and words that only exempt papers have. */
const publicWords =
  "the panel is asked to note and agree that a report of police crime in north county was seen by members at their last meeting".split(
    " ",
  );
const secretWords =
  "lease rent valuation tender dismissal settlement grievance informant surveillance bidder landlord wayleave".split(
    " ",
  );
const syllables = ["bram", "thist", "quil", "gors", "wick", "ford", "lock", "dun", "mere", "pel"];

const publicText = fc
  .array(fc.constantFrom(...publicWords), { minLength: 1, maxLength: 60 })
  .map((words) => words.join(" "));
const run = fc
  .array(fc.constantFrom(...secretWords, ...publicWords), { minLength: 4, maxLength: 9 })
  .filter((words) => words.slice(0, 4).some((word) => secretWords.includes(word)))
  .map((words) => words.join(" "));
const personName = fc
  .array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 3 })
  .map((parts) => parts.join(""))
  .map((word) => word[0]?.toUpperCase() + word.slice(1));
const number = fc.integer({ min: 3000, max: 99_999_999 }).map(String);
const money = fc.integer({ min: 3, max: 9999 }).map((thousands) => `£${thousands},000`);
const reference = fc
  .tuple(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 100, max: 999 }))
  .map(([a, b]) => `WP/${a}/${b}`);
const secret = fc.oneof(run, personName, number, money, reference);

/** Ways of writing the same. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(" ", "\u00A0"),
  (text) => text.replaceAll(" ", "\n"),
  (text) => [...text].join("\u00AD"),
  (text) => [...text].join("\u200B"),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0xff41)),
];

/** Outputs in which the words stand at some place. */
const places: readonly ((words: string, around: string) => ReadFile)[] = [
  (words, around) => ({ file: "m/a.html", text: `<p>${around} ${words} ${around}</p>` }),
  (words, around) => ({ file: "m/a.html", text: `<p>${around}</p><!-- ${words} -->` }),
  (words, around) => ({ file: "m/a.html", text: `<p title='${words}'>${around}</p>` }),
  (words, around) => ({
    file: "m/a.html",
    text: `<p>${[...words].map((letter) => `<b>${letter}</b>`).join("")}</p>${around}`,
  }),
  (words, around) => ({ file: "m/a.svg", text: `<svg><desc>${words}</desc><text>${around}</text></svg>` }),
  (words, around) => ({
    file: "m/build.json",
    text: JSON.stringify({ a: [around, { b: `${around} ${words}` }] }),
  }),
  (words, around) => ({ file: "m/build.json", text: JSON.stringify({ [words]: around }) }),
  (words, around) => ({ file: "m/a.csv", text: `${around},"${words}"\n` }),
  (words, around) => ({ file: `m/${words.replaceAll("/", "_")}.png`, bytes: Buffer.from(around) }),
];

test("a secret is found wherever it stands and however it is written", async () => {
  await fc.assert(
    fc.asyncProperty(
      secret,
      publicText,
      fc.constantFrom(...disguises),
      fc.constantFrom(...places),
      async (words, around, disguise, place) => {
        const exempt = { file: "m/exempt/a.md", text: `Of ${words}, it is said.` };
        const sources = [{ file: "m/a.md", text: around }];
        expect(await leaksIn([place(disguise(words), around)], [exempt], sources)).not.toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test("a secret is found in every part of a PDF", async () => {
  await fc.assert(
    fc.asyncProperty(
      secret,
      fc.constantFrom(...plants),
      fc.boolean(),
      async (words, [way, , plant], packed) => {
        // A single word with a capital could be a word of the format.
        fc.pre(way !== "the name of an entry" || !/^[A-Z][a-z]+$/.test(words));
        const ascii = words.replace("£", "GBP ");
        const bytes = await planted(plant, ascii, packed);
        const exempt = { file: "m/exempt/a.md", text: `Of ${ascii}, it is said.` };
        expect(await leaksIn([{ file: "m/a.pdf", bytes }], [exempt], [])).not.toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test("outputs of public words give nothing, whatever is exempt", async () => {
  const texts = fc.array(fc.oneof(publicText, run, personName, number, money, reference), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(texts, texts, fc.constantFrom(...plants), async (published, exempt, [, , plant]) => {
      const sources = published.map((text, i) => ({ file: `m/${i}.md`, text }));
      const pages = published.map((text, i) => ({ file: `m/a${i}.html`, text: `<h1>${text}</h1>` }));
      const bytes = await planted(plant, (published[0] ?? "").replace("£", "GBP "));
      const secrets = [...exempt, ...published].map((text, i) => ({
        file: `m/exempt/${i}.md`,
        text: `${text}.`,
      }));
      expect(await leaksIn([...pages, { file: "m/a.pdf", bytes }], secrets, sources)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("a search that goes on from earlier ones finds what one from nothing finds", async () => {
  const texts = fc.array(fc.oneof(publicText, run, personName, number, money, reference), {
    minLength: 1,
    maxLength: 5,
  });
  const state = fc.record({
    published: texts,
    exempt: texts,
    printed: texts,
    plant: fc.constantFrom(...plants),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 4 }), async (states) => {
      const memory = noMemory();
      for (const {
        published,
        exempt,
        printed,
        plant: [, , plant],
      } of states) {
        const sources = published.map((text, i) => ({ file: `m/${i}.md`, text }));
        const secrets = exempt.map((text, i) => ({ file: `m/exempt/${i}.md`, text: `${text}.` }));
        const bytes = await planted(plant, (printed[0] ?? "").replace("£", "GBP "));
        const outputs = [
          ...printed.map((text, i) => ({ file: `m/a${i}.html`, text: `<h1>${text}</h1>` })),
          { file: "m/a.pdf", bytes },
        ];
        expect(await leaksIn(outputs, secrets, sources, memory)).toEqual(
          await leaksIn(outputs, secrets, sources),
        );
      }
    }),
    { numRuns: 60 },
  );
});
