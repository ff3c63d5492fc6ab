import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { auditRulesText } from "../../scripts/docs/auditRulesText.ts";
import { rules } from "../../src/audit/rules/index.ts";
import { sourceRules } from "../../src/audit/sourceRules.ts";

test("docs/audit-rules.md says what the rules say; write it anew with npm run docs:audit", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "audit-rules.md"), "utf8");
  expect(page).toBe(auditRulesText(rules, sourceRules));
});
