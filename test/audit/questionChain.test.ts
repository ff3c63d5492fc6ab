import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../src/audit/finding.ts";
import { questionChainFindings } from "../../src/audit/questionChain.ts";
import { chainPaper } from "../../src/document/papers/chain.ts";
import {
  chainFacts,
  paperFile,
  people,
  responseHead,
  scrutinyBody,
  scrutinyHead,
} from "../support/papers.ts";
import { factsOf } from "../support/register.ts";

const told = (findings: readonly Finding[]): string[] => findings.map(({ message }) => message);

const answer = (id: string): string[] => [`{{answer ${id}}}`, "", "It is so.", ""];
const all = ["burglary", "rui.a", "rui.b"];

describe("the chain of questions and answers", () => {
  test("is whole where every question and part has its answer", async () => {
    expect(questionChainFindings(await chainFacts(all.flatMap(answer)))).toEqual([]);
  });

  test.each([
    ["rui.b", "part (b) of question 2 (Released under investigation) is not answered", "{{answer rui.b}}"],
    ["burglary", "question 1 (Burglary) is not answered", "{{answer burglary}}"],
  ])("names %s where its answer is missing, and what to write", async (missing, says, write) => {
    const findings = questionChainFindings(
      await chainFacts(all.filter((id) => id !== missing).flatMap(answer)),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: "error", rule: "question-chain" });
    expect(findings[0]?.message).toContain(says);
    expect(findings[0]?.message).toContain(write);
    expect(findings[0]?.other?.place.file).toMatch(/scrutiny\.md$/);
  });

  test("takes a gap with its reason for an answer, and refuses one that is not needed", async () => {
    const gaps = (...lines: string[]): string[] => ["gaps:", ...lines.map((line) => `  - { ${line} }`)];
    const without = all.filter((id) => id !== "rui.b").flatMap(answer);
    expect(
      questionChainFindings(await chainFacts(without, gaps("question: rui, part: b, reason: Not said."))),
    ).toEqual([]);
    expect(
      told(
        questionChainFindings(
          await chainFacts(all.flatMap(answer), gaps("question: rui, part: b, reason: x")),
        ),
      ),
    ).toEqual(["question `rui` is answered below: take the gap out, or name the part it is about"]);
    expect(
      told(questionChainFindings(await chainFacts(all.flatMap(answer), gaps("number: 2, reason: x")))),
    ).toEqual(["question 2 is held: name it by its id"]);
  });

  test("names answers without a question, twice, or out of order", async () => {
    const findings = async (...ids: string[]): Promise<string[]> =>
      told(questionChainFindings(await chainFacts(ids.flatMap(answer))));
    expect(await findings(...all, "rape")).toEqual([
      "2019-20-q3/scrutiny asks no question `rape`. Use one of: burglary, rui",
    ]);
    expect(await findings(...all, "rui.b")).toEqual(["question `rui` is answered twice"]);
    expect(await findings("rui.a", "rui.b", "burglary")).toEqual([
      "the answer to question 1 stands after that to question 2",
    ]);
    expect(await findings("burglary", "rui.a", "rui.b", "burglary.c")).toContain(
      "question `burglary` has no part (c)",
    );
  });

  test("a paper whose response is not held yet is for a person to follow", async () => {
    const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, scrutinyBody));
    expect(questionChainFindings(facts)).toMatchObject([
      { severity: "review", message: "no response to the 2 questions of this paper is held yet" },
    ]);
  });

  test("every question or part that is removed from any response is found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 0, maxLength: 2 }), async (kept) => {
        const missing = all.filter((id) => !kept.includes(id));
        const findings = questionChainFindings(await chainFacts(["Words.", "", ...kept.flatMap(answer)]));
        expect(findings).toHaveLength(missing.length);
        for (const id of missing) expect(told(findings).join(" ")).toContain(`{{answer ${id}}}`);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  test("follows a question into later papers, and tells a follow-up of nothing", async () => {
    const minutes = (follows: string) =>
      paperFile(
        "minutes",
        [
          "kind: minutes",
          "title: Minutes",
          "date: 2019-12-20",
          "body: panel",
          "status: draft",
          "attendance: { groups: [{ body: panel, people: [Ada North] }] }",
        ],
        [
          `{{action "01.20/12/2019" owner="Ben South" due=2020-01-31 follows=${follows}}}`,
          "",
          "Report back.",
        ],
      );
    const facts = (follows: string) =>
      factsOf(
        people,
        paperFile("scrutiny", scrutinyHead, scrutinyBody),
        paperFile("response", responseHead, all.flatMap(answer)),
        minutes(follows),
      );
    const whole = await facts("2019-20-q3/scrutiny.rui");
    expect(questionChainFindings(whole)).toEqual([]);
    const [table] = chainPaper(whole, "2019-20-q3")?.view.blocks ?? [];
    const rows = table?.kind === "table" ? table.table.rows : [];
    expect(rows.map(({ head, cells }) => [head, cells[1]?.text])).toEqual([
      ["1", "Answered on 12 December 2019"],
      ["2 (a)", "Answered on 12 December 2019"],
      [
        "2 (b)",
        "Answered on 12 December 2019. Followed up by action 01.20/12/2019 (Minutes, 20 December 2019): open",
      ],
    ]);
    expect(told(questionChainFindings(await facts("2019-20-q3/scrutiny.rape")))).toEqual([
      "2019-20-q3/scrutiny asks no question `rape`. Use one of: burglary, rui",
    ]);
  });
});
