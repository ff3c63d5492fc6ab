import { describe, expect, test } from "@jest/globals";
import { audit } from "../../src/audit/audit.ts";
import { auditedPaper } from "../../src/audit/auditedPaper.ts";
import type { AuditInput, Fixture } from "../../src/audit/rule.ts";
import { rules } from "../../src/audit/rules/index.ts";
import { load } from "../../src/load.ts";
import { readPaper } from "../../src/sources/paperText/read.ts";
import { inMemory, minimal } from "../support/project.ts";

const { facts } = await load("data", inMemory(minimal()));

/** As much of a word list as the fixtures of spelling need. */
const words = new Set(
  "victim satisfaction is central to the assessment performance stable as dashboard shows in december was good councillor asked about".split(
    " ",
  ),
);

const inputOf = (fixture: Fixture, needsRegister: boolean): AuditInput => ({
  papers: [fixture].flat().map((text, i) => auditedPaper(readPaper(`paper-${i + 1}.md`, text), null)),
  register: needsRegister ? facts : null,
  names: needsRegister ? facts.organisation : null,
  isWord: (word) => words.has(word),
  checked: () => undefined,
});

const numbered = (fixtures: readonly Fixture[]) => fixtures.map((papers, i) => ({ nth: i + 1, papers }));

test("every rule has its own name", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ id, rule }) => {
  const found = (papers: Fixture): string[] =>
    audit(inputOf(papers, rule.needsRegister === true)).map((finding) => finding.rule);

  test("has papers that fire it and papers that do not", () => {
    expect(rule.fires.length).toBeGreaterThan(0);
    expect(rule.silent.length).toBeGreaterThan(0);
  });

  test.each(numbered(rule.fires))("fires in paper $nth, and nothing else does", ({ papers }) => {
    expect([...new Set(found(papers))]).toEqual([id]);
  });

  test.each(numbered(rule.silent))("is silent in paper $nth, as is every other", ({ papers }) => {
    expect(found(papers)).toEqual([]);
  });
});
