import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import MiniSearch from "minisearch";
import { documentAddress, measureAddress, meetingAddress } from "../../src/document/site/addresses.ts";
import { type SearchEntry, searchEntries, searchIndex, searchOptions } from "../../src/site/search.ts";
import { sampleFacts, siteInputOf } from "./siteInput.ts";

const loaded = (entries: readonly SearchEntry[]) => {
  const { bytes } = searchIndex(entries);
  return {
    weight: gzipSync(bytes).byteLength,
    index: MiniSearch.loadJSON<SearchEntry>(Buffer.from(bytes).toString("utf8"), searchOptions),
  };
};

test("every measure, paper and meeting of the sample is found by its title, within the weight of a page", async () => {
  const facts = await sampleFacts;
  const input = siteInputOf(facts);
  const { index, weight } = loaded(searchEntries(input));
  expect(weight).toBeLessThan(80_000);
  const meetings = new Set(facts.meetings.keys());
  const wanted = [
    ...[...facts.measures.values()].map(({ measure }): [string, string] => [
      measure.title,
      measureAddress(measure.id),
    ]),
    ...input.documents.map((one): [string, string] => [one.title, documentAddress(one.entry, meetings)]),
    ...[...meetings].map((id): [string, string] => [id.replaceAll("-", " "), meetingAddress(id)]),
  ];
  const lost = wanted.filter(([title, address]) => !index.search(title).some(({ id }) => id === address));
  expect(lost).toEqual([]);
  expect(index.search("Rape")[0]).toMatchObject({ id: "/measures/rape/", title: "Rape", kind: "measure" });
});

test("words of a paper's text find it: a question, a resolution, a heading", async () => {
  const { index } = loaded(searchEntries(siteInputOf(await sampleFacts)));
  const found = (words: string): string[] =>
    index.search(words, { combineWith: "AND" }).map(({ id }) => String(id));
  expect(found("rural crime team wildlife")).toContain(
    "/meetings/2020-03-16-police-and-crime-panel/02-pcc-report/",
  );
  expect(found("precept consultation")).toContain("/meetings/2020-02-03-police-and-crime-panel/letter/");
});

const entries = (count: number): SearchEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    address: `/papers/${i}/`,
    title: `Paper number${i}`,
    kind: "paper" as const,
    summary: "A paper",
    text: Array.from({ length: 400 }, (_, j) => `word${(i * 7919 + j * 104729) % 20011}x`).join(" "),
  }));

test("where there is much to find, texts are cut alike until the index is light, and titles stay whole", () => {
  const few = loaded(entries(5));
  expect(few.index.search("word0x").length).toBeGreaterThan(0);
  const many = loaded(entries(600));
  expect(many.weight).toBeLessThan(80_000);
  expect(many.index.search("number599", { prefix: false })[0]?.id).toBe("/papers/599/");
  const last = [...many.index.search("word0x")].map(({ id }) => id);
  expect(last.length).toBeLessThan(few.index.search("word0x").length + 600);
});

test("equal entries give equal bytes", () => {
  expect(
    Buffer.from(searchIndex(entries(20)).bytes).equals(Buffer.from(searchIndex(entries(20)).bytes)),
  ).toBe(true);
});
