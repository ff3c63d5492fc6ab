import type { Severity } from "../../src/audit/finding.ts";
import { type Family, type Fixture, families, type Rule } from "../../src/audit/rule.ts";
import type { SourceRule } from "../../src/audit/sourceRules.ts";

const severities: Readonly<Record<Severity, string>> = {
  error: "a contradiction",
  warning: "something to look at",
  review: "for a person to decide",
};

/** docs/audit-rules.md: what each rule looks for, why, and papers that it speaks of or not. */
export function auditRulesText(rules: readonly Rule[], sourceRules: readonly SourceRule[]): string {
  const parts = [
    "# What the audit looks for",
    "This page is written by `npm run docs:audit` from the rules themselves (`src/audit/rules`): change them there.",
    "`panelpack audit FILE…` applies the rules to papers from anywhere, `panelpack check` and `build` to those of `data/` as they will be printed. A **contradiction** in a paper of ours stops a build, unless a person accepts it in its front matter by the rule’s name (docs/writing-papers.md); **something to look at** and what is **for a person to decide** stop nothing.",
    ...(Object.keys(families) as Family[]).flatMap((family) =>
      familyText(
        family,
        rules.filter((rule) => rule.family === family),
      ),
    ),
    "## Only in papers of ours",
    "These rules read the sources, which know more than the printed words: who asked, who answers, what is due.",
    ...sourceRules.map(
      ({ ids, severity, title, why }) =>
        `### ${title}\n\n${ids.map((id) => `\`${id}\``).join(", ")}: ${severities[severity]}. ${why}`,
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

const familyText = (family: Family, rules: readonly Rule[]): string[] =>
  rules.length === 0 ? [] : [`## ${families[family]}`, ...rules.map(ruleText)];

const ruleText = ({ id, severity, title, why, fires, silent, needsRegister }: Rule): string =>
  [
    `### ${title}`,
    `\`${id}\`: ${severities[severity]}${needsRegister === true ? "; where there is data to hold it against" : ""}. ${why}`,
    "It speaks of:",
    ...fires.map(fixtureText),
    "It is silent about:",
    ...silent.map(fixtureText),
  ].join("\n\n");

/** A small paper as it stands; several that are read together, one under the other. */
const fixtureText = (fixture: Fixture): string =>
  `\`\`\`\`markdown\n${[fixture]
    .flat()
    .map((paper) => paper.trim())
    .join("\n\n———\n\n")}\n\`\`\`\``;
