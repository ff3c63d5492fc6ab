import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/load.ts";
import { paperFile, people, scrutinyHead } from "../support/papers.ts";
import { type Change, inMemory, minimal, problemsOf } from "../support/project.ts";

async function told(...changes: readonly Change[]): Promise<string[]> {
  const problems = await problemsOf(() => load("data", inMemory(minimal(people, ...changes))));
  return problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

const meeting = (...lines: readonly string[]): Change => ({
  file: "data/meetings/2019-11-28-panel/meeting.yaml",
  text: ["body: panel", "kind: panel", "date: 2019-11-28", ...lines, ""].join("\n"),
});

describe("names in papers and meetings that nothing answers to", () => {
  test("the body of a paper", async () => {
    const head = scrutinyHead.map((line) => (line === "body: opcc" ? "body: opc" : line));
    expect(await told(paperFile("scrutiny", head, ["Words."]))).toEqual([
      "5:7 there is no body `opc` in organisation.yaml",
    ]);
  });

  test("a member of a meeting, and a paper of its agenda", async () => {
    const items = "items: [{ label: '1', title: A report, paper: 2019-20-q3/scrutny }]";
    expect(await told(meeting("membership: [Ada North, Ada Nort]", items))).toEqual([
      "4:25 `Ada Nort` is not among the people of organisation.yaml",
      "5:47 there is no paper `2019-20-q3/scrutny`",
    ]);
  });

  test("papers of the meeting's own folder, of a quarter, and the Performance Summary are found", async () => {
    const items =
      "items: [{ label: '1', title: A, papers: [slides, 2019-20-q3/scrutiny, 2019-20-q3/performance-summary] }]";
    const slides: Change = {
      file: "data/meetings/2019-11-28-panel/slides.md",
      text: "---\nkind: slides\ntitle: Slides\ndate: 2019-11-28\nbody: panel\n---\n\n## One\n\nWords.\n",
    };
    expect(await told(meeting(items), slides, paperFile("scrutiny", scrutinyHead, ["Words."]))).toEqual([]);
  });
});
