import { expect, test } from "@jest/globals";
import { readAudited } from "../../src/check.ts";
import { inMemory, minimal, type Project } from "../support/project.ts";

const quarter = "data/quarters/2019-20-q3";
const section = `${quarter}/performance-summary/01-burglary.md`;
const sentence = "Offences have increased by 22% compared to the month before (94).";
const month = "There were 115 calls about parking in November, of which 94 were answered.";

/** The smallest project with the same paper of the quarter before. */
function withEarlier(now: string, before: string): Project {
  const project = minimal();
  const text = project.get(section) ?? "";
  for (const [file, content] of minimal())
    if (file.startsWith(`${quarter}/`))
      project.set(file.replace(quarter, "data/quarters/2019-20-q2"), content);
  project.set("data/quarters/2019-20-q2/quarter.yaml", "month: 2019-08\ncutOff: 2019-08-31\n");
  project.set(section, `${text}\n${now}\n`);
  // Districts are published for the latest months only.
  const earlier = text.replace("{{burglary.hilltop}}", "more");
  project.set(section.replace(quarter, "data/quarters/2019-20-q2"), `${earlier}\n${before}\n`);
  return project;
}

const staleIn = async (project: Project) => {
  const { audit } = await readAudited("data", ["2019-20-q3/performance-summary"], inMemory(project));
  return audit.findings
    .filter(({ rule }) => rule === "stale-sentence" || rule === "unmoved-figures")
    .map(({ rule, place, quote }) => [rule, place.file, quote]);
};

test("a sentence of the quarter before is told at its place", async () => {
  expect(await staleIn(withEarlier(sentence, sentence))).toEqual([["stale-sentence", section, sentence]]);
});

test("so are figures that did not move with their month", async () => {
  expect(await staleIn(withEarlier(month, month.replace("November", "August")))).toEqual([
    ["unmoved-figures", section, month],
  ]);
});

test("what was written anew is not, nor is anything where no earlier quarter is held", async () => {
  expect(await staleIn(withEarlier(sentence, sentence.replace("22", "12")))).toEqual([]);
  const alone = minimal();
  alone.set(section, `${alone.get(section) ?? ""}\n${sentence}\n`);
  expect(await staleIn(alone)).toEqual([]);
});
