import { expect, test } from "@jest/globals";
import { readReleasedFigures, releasedFiguresFile } from "../../src/releasedFigures.ts";
import { type Correction, differenceKey } from "../../src/site/corrections.ts";
import { correctionsPage } from "../../src/site/correctionsPage.ts";
import type { DigestedInput } from "../../src/site/digest.ts";
import { newsOf } from "../../src/site/news.ts";
import { brokenLinks, specifiedInformationPage } from "../../src/site/specifiedInformationPage.ts";
import { type Change, inMemory, minimal } from "../support/project.ts";
import { factsOf } from "../support/register.ts";
import { documentsOf, sampleFacts, siteInputOf } from "./siteInput.ts";

const november = "2019-11,,";
const paper = "2019-20-q3/performance-summary";

/** The input of a site whose summary has gone out, with some changes since. */
async function sinceRelease(...changes: readonly Change[]) {
  const then = documentsOf(await factsOf());
  const files = inMemory(minimal());
  const { path, bytes } = await releasedFiguresFile(
    "quarters/2019-20-q3",
    then.map(({ path: folder, document, register }) => ({
      target: { path: folder, document },
      worded: { register },
    })),
    files,
  );
  const file = { file: `data/${path}`, text: Buffer.from(bytes).toString("utf8") };
  const facts = await factsOf(...changes);
  const releasedFigures = await readReleasedFigures(facts, inMemory(minimal(file)));
  return { ...siteInputOf(facts, { cutOff: "2019-11-30", releasedFigures }), kept: releasedFigures, then };
}

const correctionsOf = ({ documents }: DigestedInput): Correction[] =>
  documents.flatMap(({ corrections }) => [...corrections]);

test("a release keeps every figure as it was printed, signs and units included", async () => {
  const { kept, then } = await sinceRelease();
  const figures = kept.get(paper);
  const printed = then.flatMap(({ register }) => register.printed());
  expect(figures?.size).toBeGreaterThan(20);
  expect([...(figures?.values() ?? [])].some((text) => text.startsWith("+"))).toBe(true);
  expect(new Set(figures?.keys())).toEqual(
    new Set(printed.filter(({ value, words }) => value !== null || words !== null).map(({ name }) => name)),
  );
});

test("nothing is corrected while figures are as they went out", async () => {
  const input = await sinceRelease();
  expect(correctionsOf(input)).toEqual([]);
  const text = JSON.stringify(correctionsPage(input));
  expect(text).toContain("No figure of a paper differs from what was released.");
});

const row = (minimal().get("data/measures/burglary.csv") ?? "")
  .split("\n")
  .find((line) => line.startsWith(november));

test("a value that was changed in silence is listed with what was released and what is printed now", async () => {
  if (row === undefined) throw new Error("the project has lost its November");
  const was = Number(row.split(",")[2]);
  const input = await sinceRelease(
    { file: "data/measures/burglary.csv", from: `${row}\n`, to: "" },
    {
      file: "data/measures/satisfaction.yaml",
      from: "{ period: 2019-11, value: 30, denominator: 40 }",
      to: "{ period: 2019-11, value: 20, denominator: 40 }",
    },
  );
  expect(was).toBeGreaterThan(0);
  const found = correctionsOf(input);
  expect(found).toContainEqual({
    path: "2019-20-q3",
    document: "performance-summary",
    title: "Performance Summary, November 2019",
    figure: "satisfaction",
    what: "Satisfaction of victims, Marlshire, November 2019: the figure itself",
    was: "75%",
    now: "50%",
    since: "2026-11-25",
  });
  const text = JSON.stringify(correctionsPage(input));
  expect(text).toContain("Satisfaction of victims, Marlshire, November 2019: the figure itself");
  expect(text).not.toContain("No figure of a paper differs");
});

test("what was accepted is shown with who did so, when and why", async () => {
  const text = JSON.stringify(correctionsPage(siteInputOf(await sampleFacts)));
  for (const words of [
    "Homicide: ",
    "Analysis and Service Improvement",
    "25 November 2026",
    "December’s 1 stands in the Performance Summary.",
  ])
    expect(text).toContain(words);
});

test("the Order's list shows links, dates, owners and gaps, what is to be prominent first", async () => {
  const { specifiedInformation } = await sampleFacts;
  const page = specifiedInformationPage(specifiedInformation);
  expect(page.sections.slice(0, -1).map(({ id }) => id)).toEqual(
    ["7a", "7b", "7c", "1", "2", "3", "4", "5", "6", "7", "8"].map((number) => `paragraph-${number}`),
  );
  expect(page.sections.at(-1)?.id).toBe("law");
  expect(page.opening).toMatchObject([
    {
      prose: {
        markdown:
          "Who answers for all of them: Office of the Police and Crime Commissioner for Warwickshire.",
      },
    },
  ]);
  expect(page.lead).toMatch(
    /^The law lists 40 things to publish\. \d+ of them are missing here, or are not complete\.$/,
  );
  const budget = page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
  );
  const precept = budget.filter(([paragraph]) => paragraph?.text === "3(b)");
  expect(precept.map((cells) => cells.map(({ text }) => text).slice(2))).toEqual([
    ["The Panel’s letter on the precept for 2020/21", "3 February 2020"],
    ["Decisions WPCC20115 and WPCC20122", "3 February 2020"],
    ["Missing. The precept as issued is not among the papers held.", "–"],
  ]);
  expect(brokenLinks(specifiedInformation, ["decisions/index.html"])).toContainEqual(
    expect.objectContaining({ message: "paragraph 5(a): the website has no page /meetings/" }),
  );
  expect(specifiedInformationPage(null).lead).toBe("The office has not written this list yet.");
});

test("what was shown before keeps its day; what came later makes the paper's piece of news newer, not another", async () => {
  const input = await sinceRelease({
    file: "data/measures/satisfaction.yaml",
    from: "{ period: 2019-11, value: 30, denominator: 40 }",
    to: "{ period: 2019-11, value: 20, denominator: 40 }",
  });
  const [first, ...others] = correctionsOf(input);
  if (first === undefined) throw new Error("nothing differs");
  expect(others.length).toBeGreaterThan(0);
  const shownSince = new Map([[differenceKey(first), "2020-02-01"]]);
  const shown = (more: object): DigestedInput =>
    siteInputOf(input.facts, { cutOff: input.cutOff, releasedFigures: input.kept, ...more });
  const days = correctionsOf(shown({ shownSince })).map(({ since }) => since);
  expect(days).toEqual(["2020-02-01", ...others.map(() => "2026-11-25")]);
  const news = (more: object) => newsOf(shown(more)).filter(({ kind }) => kind === "differs");
  expect(news({ shownSince })).toMatchObject([
    { first: "2020-02-01", on: "2026-11-25", key: news({})[0]?.key },
  ]);
});
