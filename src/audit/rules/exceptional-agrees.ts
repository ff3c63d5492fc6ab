import type { Text } from "../../sources/paperText/paper.ts";
import { gridRows, rowsOf } from "../claims/grids.ts";
import { stretch } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "No exceptional volumes" beside "exceptional volumes": in one row of a grid, or in a grid and the section of the same name. */
export const rule: Rule = {
  id: "exceptional-agrees",
  family: "direction",
  severity: "warning",
  title: "“Exceptional” is said everywhere or nowhere",
  why: "“Exceptional” means outside the control limits, which are the same for the summary and the section.",
  fires: [
    "| Topic | Data | Commentary |\n|---|---|---|\n| Violence | Exceptional volumes at force level. | No exceptional volumes. |\n| Robbery | Increase on previous month. | No exceptional volumes. |\n",
    "| Topic | Data | Commentary |\n|---|---|---|\n| Robbery | Increase on previous month | No exceptional volumes |\n| Burglary | Increase on previous month | None |\n\n## Robbery\n\nReduced and exceptional volumes were seen across North Avonshire in December.",
  ],
  silent: [
    "| Topic | Data | Commentary |\n|---|---|---|\n| Robbery | Increase on previous month | Exceptional volumes in North Avonshire |\n| Burglary | Increase on previous month | No exceptional volumes |\n\n## Robbery\n\nReduced and exceptional volumes were seen across North Avonshire in December.\n\n## Burglary\n\nVolumes were not exceptional.",
  ],
  find: ({ papers }) => papers.flatMap((paper) => [...inRows(paper), ...inSections(paper)]),
};

type Said = { readonly words: Text; readonly at: number; readonly end: number };

const yes =
  /\b(?<!\bno |\bnot |\bnon-)exceptional(?:ly)? (?:volumes?|levels?|numbers?|high|low)\b|\b(?:volumes?|levels?|numbers?) (?:was|were|is|are) exceptional(?:ly)?\b/i;
const no = /\b(?:no|not|without)(?: \w+){0,2} exceptional(?: (?:volumes?|levels?))?\b|\bNEV\b/i;

const find = (words: Text, pattern: RegExp): Said[] => {
  const match = pattern.exec(words.text);
  return match === null ? [] : [{ words, at: match.index, end: match.index + match[0].length }];
};
const saysNo = (words: Text): Said[] => find(words, no);
const saysYes = (words: Text): Said[] => (no.test(words.text) ? [] : find(words, yes));

const inRows = (paper: AuditedPaper): Finding[] =>
  rowsOf(paper).flatMap(({ label, cells }) => {
    const [denied] = cells.flatMap(saysNo);
    const [said] = cells.flatMap(saysYes);
    return denied === undefined || said === undefined
      ? []
      : [tellOf(paper, denied, said, `The row “${label}” says both.`)];
  });

const inSections = (paper: AuditedPaper): Finding[] =>
  gridRows(paper).flatMap(({ row, section }) => {
    const own = section.passages.map(({ words }) => words);
    const [denied] = row.cells.flatMap(saysNo);
    const [said] = own.flatMap(saysYes);
    if (denied !== undefined && said !== undefined && row.cells.flatMap(saysYes).length === 0)
      return [
        tellOf(
          paper,
          denied,
          said,
          `The section “${section.heading.text.text}” speaks of exceptional volumes.`,
        ),
      ];
    return [];
  });

const tellOf = (paper: AuditedPaper, denied: Said, said: Said, message: string): Finding =>
  tell(
    rule,
    stretch(paper, denied.words, denied.at, denied.end),
    message,
    stretch(paper, said.words, 0, said.words.text.length),
    "Look at the limits, and say the same in both places; name the area that is meant.",
  );
