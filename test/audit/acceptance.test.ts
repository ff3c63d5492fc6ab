import { expect, test } from "@jest/globals";
import { readAudited, readChecked } from "../../src/check.ts";
import { isFlowView } from "../../src/document/worded.ts";
import { type Change, inMemory, minimal, problemsOf } from "../support/project.ts";

const section = "data/quarters/2019-20-q3/performance-summary/01-burglary.md";
/** The data has 54 for November 2019. */
const wrong = "\nIn November 2019, 55 burglaries were recorded.\n";

const original = minimal().get(section) ?? "";
const withText = (text: string, head = ""): Change => ({
  file: section,
  text: `${original.replace(/\n---\n/, `\n${head}---\n`)}${text}`,
});
const accepted = (words: string): string =>
  `accepted:\n  - { rule: registered-figure, quote: "${words}", by: A. Reader, on: 2019-12-20, reason: The count was corrected later, note: true }\n`;

const audited = async (...changes: readonly Change[]) =>
  (await readAudited("data", [], inMemory(minimal(...changes)))).audit;

test("a typed figure that contradicts the data stops a build, at its place in the source", async () => {
  const project = inMemory(minimal(withText(wrong)));
  const problems = await problemsOf(() => readChecked("data", [], project));
  expect(problems.map(({ place, message }) => [place.file, place.line, place.column, message])).toEqual([
    [
      section,
      original.split("\n").length + 1,
      1,
      "Burglary, 2019-11: the data has 54, not 55. Name the figure in double braces instead of typing it, or correct it.",
    ],
  ]);
});

test("the same figure by its name is right", async () => {
  expect(
    (await audited(withText("\nIn November 2019, {{burglary}} burglaries were recorded.\n"))).errors,
  ).toEqual([]);
});

test("an accepted finding stops nothing and is listed with who accepted it", async () => {
  const { errors, documents } = await audited(withText(wrong, accepted("55 burglaries")));
  expect(errors).toEqual([]);
  expect(documents.flatMap((one) => one.accepted)).toMatchObject([
    { finding: { rule: "registered-figure", place: { file: section } }, acceptance: { by: "A. Reader" } },
  ]);
});

test("an acceptance of other words accepts nothing, and one that matches nothing is told", async () => {
  const { errors, findings } = await audited(
    withText(wrong, accepted("56 burglaries").replace(", note: true", "")),
  );
  expect(errors).toHaveLength(1);
  expect(findings.filter(({ rule }) => rule === "accepted-nothing")).toMatchObject([
    { severity: "warning", quote: "56 burglaries", place: { file: section } },
  ]);
});

test("its reason is a footnote at the words where `note` asks for one", async () => {
  const { papers } = await readAudited(
    "data",
    [],
    inMemory(minimal(withText(wrong, accepted("55 burglaries")))),
  );
  const views = papers.map(({ worded }) => worded.view);
  const shown = views
    .flatMap((view) => (isFlowView(view) ? [] : view.sections))
    .find(({ id }) => id === "burglary");
  const note = shown?.notes.at(-1);
  expect(note?.prose.markdown).toBe(
    "The count was corrected later. Accepted by A. Reader, 20 December 2019.",
  );
  expect(JSON.stringify(shown?.blocks)).toContain(
    `55 burglaries[^${note?.number}:${note?.id}] were recorded`,
  );
});

test("a footnote for words that no sentence has is a mistake", async () => {
  const project = inMemory(minimal(withText(wrong, accepted("57 burglaries"))));
  const problems = await problemsOf(() => readAudited("data", [], project));
  expect(problems.map(({ message }) => message)).toEqual([
    "`note: true` finds these words in no sentence of this page",
  ]);
});
