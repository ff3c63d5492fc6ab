import { expect, test } from "@jest/globals";
import { audit } from "../../src/audit/audit.ts";
import { auditedPaper } from "../../src/audit/auditedPaper.ts";
import type { Finding } from "../../src/audit/finding.ts";
import type { Family } from "../../src/audit/rule.ts";
import { rules } from "../../src/audit/rules/index.ts";
import { readPaper } from "../../src/sources/paperText/read.ts";
import { broken, generatedPaper, random, whole } from "./generatedPaper.ts";

const families: readonly Family[] = ["numbers", "percentages", "direction", "papers"];
const applied = rules.filter(({ family }) => families.includes(family));

const auditOf = (text: string): Finding[] =>
  audit(
    {
      papers: [auditedPaper(readPaper("paper.md", text), null)],
      register: null,
      names: null,
      checked: () => undefined,
      isWord: null,
    },
    applied,
  );

test("a paper whose numbers agree has no error, in 1,000", () => {
  const found = Array.from({ length: 1000 }, (_, seed) => whole(generatedPaper(random(seed)))).flatMap(
    (text) => auditOf(text).filter(({ severity }) => severity === "error"),
  );
  expect(found).toEqual([]);
});

test("one broken number, direction or total is found in at least 95 of 100", () => {
  const missed = Array.from({ length: 300 }, (_, seed) => {
    const next = random(seed);
    const paper = generatedPaper(next);
    const clean = auditOf(whole(paper)).length;
    const { text, what } = broken(paper, next);
    return auditOf(text).length > clean ? [] : [`${seed}: ${what}`];
  }).flat();
  expect(missed.length).toBeLessThanOrEqual(15);
});
