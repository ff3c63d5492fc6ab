import { counted, groups, type OutsideFinding, type Remedy } from "./finding.ts";
import type { OutsidePaper } from "./paper.ts";
import type { OutsideReport, PackVerdict, StandardVerdict } from "./report.ts";

/** A report in words for the paper's author: whether it can go into a pack, what it lacks and what to do, and what it may claim. */
export function tellReport(file: string, { paper, findings, verdict, standards }: OutsideReport): string[] {
  return [
    `${file}: ${paper === null ? "cannot be opened" : aboutOf(paper)}`,
    ...verdictLines(verdict, findings),
    ...Object.entries(groups).flatMap(([group, title]) => {
      const some = findings.filter((each) => each.group === group && each.severity !== "note");
      return some.length === 0 ? [] : ["", `${title}:`, ...some.flatMap(tellFinding)];
    }),
    "",
    "Standards:",
    ...standardLines("PDF/UA-1 (for people who listen)", "PDF/UA-", "PDF/UA-1", standards.ua, findings),
    ...standardLines("PDF/A-2 (for archives)", "PDF/A-", "PDF/A-2", standards.a, findings),
    standards.ua.couldClaimInPack && standards.a.couldClaimInPack
      ? "  A pack may hold it and claim both. Only a validator, veraPDF, shows that a file complies."
      : "  A pack that holds it claims neither for it.",
  ];
}

function aboutOf({ pages, structure, version }: OutsidePaper): string {
  const tagged = structure === null ? "without tags" : "tagged";
  return `${counted(pages.length, "page")}, PDF ${version}, ${tagged}`;
}

function verdictLines(verdict: PackVerdict, findings: readonly OutsideFinding[]): string[] {
  const wanting = findings.some(({ severity }) => severity === "error")
    ? ", but lacks what some readers need"
    : "";
  if (verdict.kind === "refused") return ["It cannot go into a pack as it is."];
  if (verdict.kind === "ready") return [`It can go into a pack as it is${wanting}.`];
  return [`It can go into a pack${wanting}. The pack`, ...verdict.does.map((what) => `  - ${what}`)];
}

function tellFinding({ severity, message, pages, remedy }: OutsideFinding): string[] {
  const mark = severity === "error" ? "must" : "better";
  return [
    `  [${mark}] ${message}${pages.length === 0 ? "" : ` (${pageList(pages)})`}`,
    ...remedyLines(remedy).map((line) => `      ${line}`),
  ];
}

const remedyLines = ({ word, libreOffice, acrobat, otherwise }: Remedy): string[] =>
  (
    [
      ["Word", word],
      ["LibreOffice", libreOffice],
      ["Acrobat", acrobat],
    ] as const
  )
    .flatMap(([program, does]) => (does === undefined ? [] : [`${program}: ${does}`]))
    .concat(otherwise ?? []);

const mostRanges = 8;

/** "page 3", "pages 2, 4–6 and 9", "pages 1, 3 … (40 pages in all)". */
export function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const words = ranges.slice(0, mostRanges).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const kind = pages.length === 1 ? "page" : "pages";
  if (ranges.length > mostRanges) return `${kind} ${words.join(", ")} …, ${pages.length} in all`;
  return `${kind} ${[words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" and ")}`;
}

function standardLines(
  title: string,
  family: string,
  standard: string,
  { claims, couldClaim, couldClaimInPack, brokenBy }: StandardVerdict,
  findings: readonly OutsideFinding[],
): string[] {
  const claimed = claims === null ? "it does not claim it" : `it claims ${family}${claims}`;
  const clauses = findings
    .flatMap(({ breaks }) => breaks)
    .filter((clause) => clause.startsWith(`${standard} `))
    .map((clause) => clause.slice(standard.length + 1));
  const which =
    clauses.length === 0
      ? ""
      : ` (clause${clauses.length === 1 ? "" : "s"} ${[...new Set(clauses)].join(", ")})`;
  const inPack = couldClaimInPack
    ? "but could within a pack, which mends that"
    : "and a pack cannot mend all of that";
  const judged = couldClaim ? "By our checks it could." : `By our checks it could not${which}, ${inPack}.`;
  const notes = findings.filter(({ rule, severity }) => severity === "note" && brokenBy.includes(rule));
  return [`  ${title}: ${claimed}. ${judged}`, ...notes.map(({ message }) => `      ${message}`)];
}
