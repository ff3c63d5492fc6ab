import { expect, test } from "@jest/globals";
import { SourceError } from "../../src/diagnostic.ts";
import { sampleFacts } from "../site/siteInput.ts";
import { factsOf } from "../support/register.ts";

const listed = (...entries: readonly string[]) =>
  factsOf({
    file: "data/specified-information.yaml",
    text: [
      "title: What must be published",
      "instruments: [{ citation: An Order, url: https://example.org/order, what: It lists. }]",
      "groups:",
      "  - title: Budget",
      "    entries:",
      ...entries.map((entry) => `      - { ${entry} }`),
      "",
    ].join("\n"),
  });

async function problems(...entries: readonly string[]): Promise<string> {
  const error: unknown = await listed(...entries).catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw error;
  return error.problems.map(({ place, message }) => `${place.line}: ${message}`).join("\n");
}

test("an entry has a link or says what is missing, and may do both", async () => {
  const facts = await listed(
    'paragraph: "3(a)", what: The budget, links: [{ title: Budget, page: /meetings/ }]',
    'paragraph: "3(b)", what: The precept, gap: Not held.',
    'paragraph: "3(c)", what: Revenue, gap: Old., links: [{ title: Elsewhere, url: https://example.org/ }]',
  );
  expect(facts.specifiedInformation?.groups[0]?.entries.map(({ paragraph }) => paragraph)).toEqual([
    "3(a)",
    "3(b)",
    "3(c)",
  ]);
  expect((await factsOf()).specifiedInformation).toBeNull();
});

test.each([
  ['paragraph: "3(a)", what: The budget', "give links, or say in `gap` what is missing"],
  [
    'paragraph: "3(a)", what: A, links: [{ title: B }]',
    "give either `page`, of this website, or `url`, elsewhere",
  ],
  [
    'paragraph: "3(a)", what: A, links: [{ title: B, page: decisions }]',
    "from the site's root, e.g. /decisions/",
  ],
  ['paragraph: "3(a)", what: A, links: [{ title: B, url: "javascript:alert(1)" }]', "give the web address"],
  ["paragraph: three, what: A, gap: B", "write the paragraph of the Schedule"],
])("%s", async (entry, message) => {
  expect(await problems(entry)).toContain(message);
});

test("a paragraph stands in the list once", async () => {
  expect(
    await problems('paragraph: "3(a)", what: A, gap: B', 'paragraph: "3(a)", what: C, gap: D'),
  ).toContain("7: groups.0.entries.1.paragraph: paragraph 3(a) stands here twice");
});

test("the sample has every paragraph of the Order to 2021, those of 2021 in a prominent place, each with an owner", async () => {
  const { specifiedInformation } = await sampleFacts;
  const groups = specifiedInformation?.groups ?? [];
  const paragraphs = groups.flatMap(({ entries }) => entries.map(({ paragraph }) => paragraph));
  expect(paragraphs.join(" ")).toBe(
    "1(a) 1(b) 1(c) 1(d) 1(e) 1(f) 2(a) 2(b) 2(c) 2(d) 2(e) 2A 3(a) 3(b) 3(c) 3(d) 3(e) 3(f) 3(g) 3(h) 4(a) 4(b) 4(c) 4(d) 5(a) 5(b) 5(c) 5(d) 6(a) 6(b) 6(c) 6(d) 7 7A(a) 7A(b) 7B(a) 7B(b) 7C(a) 7C(b) 8",
  );
  const prominent = groups.filter((group) => group.prominent).map(({ title }) => title.slice(0, 2));
  expect(prominent).toEqual(["7A", "7B", "7C"]);
  expect(groups.flatMap(({ entries }) => entries).every(({ owner }) => owner !== undefined)).toBe(true);
});
