import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../../src/audit/rules/index.ts";
import { sourceRules } from "../../src/audit/sourceRules.ts";
import { auditRulesText } from "./auditRulesText.ts";

/** Writes docs/audit-rules.md anew. */
await writeFile(
  join(import.meta.dirname, "..", "..", "docs", "audit-rules.md"),
  auditRulesText(rules, sourceRules),
);
