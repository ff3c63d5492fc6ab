import { describe, expect, test } from "@jest/globals";
import { audit } from "../../src/audit/audit.ts";
import { auditedPaper } from "../../src/audit/auditedPaper.ts";
import type { AuditInput, Fixture } from "../../src/audit/rule.ts";
import { rules } from "../../src/audit/rules/index.ts";
import { readPaper } from "../../src/sources/paperText/read.ts";

const inputOf = (fixture: Fixture): AuditInput => ({
  papers: [fixture]
    .flat()
    .map((text, i) => auditedPaper(readPaper(`paper-${i + 1}.md`, Buffer.from(text)), null)),
  register: null,
  names: null,
  checked: () => undefined,
});

test("every rule has its own name", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has papers that fire it and papers that do not", () => {
    expect(rule.fires.length).toBeGreaterThan(0);
    expect(rule.silent.length).toBeGreaterThan(0);
  });

  test.each(rule.fires.map((papers) => ({ papers })))(
    "fires, and nothing else does: $papers",
    ({ papers }) => {
      const found = audit(inputOf(papers));
      expect(found.map(({ rule }) => rule)).toContain(id);
      expect(found.filter(({ rule }) => rule !== id)).toEqual([]);
    },
  );

  test.each(rule.silent.map((papers) => ({ papers })))("is silent: $papers", ({ papers }) => {
    expect(audit(inputOf(papers))).toEqual([]);
  });
});
