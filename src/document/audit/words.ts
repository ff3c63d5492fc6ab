import type { Coverage } from "../../audit/coverage.ts";
import type { Finding, Severity } from "../../audit/finding.ts";
import type { Place } from "../../diagnostic.ts";
import { capitalised, listed, sentence } from "../words.ts";

/** How findings of one severity are headed, gravest first. */
export const severityHeads: readonly (readonly [Severity, string])[] = [
  ["error", "Contradictions"],
  ["warning", "To look at"],
  ["review", "For a person to decide"],
];

/** "line 1060", "line 1060 (page 28)"; of a PDF, whose lines nobody counts, "page 28". */
export function placeWords({ file, line, page }: Place): string {
  if (page === undefined) return `line ${line}`;
  return /\.pdf$/i.test(file) ? `page ${page}` : `line ${line} (page ${page})`;
}

/** What a finding says, with what would settle it. */
export const findingWords = ({ message, settle }: Finding): string =>
  [message, ...(settle === undefined ? [] : [settle])].map((said) => sentence(capitalised(said))).join(" ");

const most = 160;

/** The words of a place as far as a note quotes them. */
export function quoteWords(quote: string): string {
  const plain = quote.replace(/\s+/g, " ").trim();
  const cut = plain.length <= most ? plain : `${plain.slice(0, plain.lastIndexOf(" ", most))} …`;
  return plain === "" ? "" : `“${cut}”`;
}

/** "3 contradictions, 2 things to look at and 1 for a person to decide" */
export function countWords(findings: readonly Finding[], accepted: number): string {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings, reviews] = [count("error"), count("warning"), count("review")];
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? "contradiction" : "contradictions"}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? "thing" : "things"} to look at`] : []),
    ...(reviews > 0 ? [`${reviews} for a person to decide`] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
  ];
  return parts.length === 0 ? "nothing found" : listed(parts);
}

/** "Of 310 numbers, 280 come from the data, 12 were held against something and 18 could be held against nothing." */
export function coverageWords({ printed, bound, checked, unverifiable }: Coverage): string {
  if (printed === 0) return "It prints no numbers.";
  const number = (n: number): string => n.toLocaleString("en-GB");
  const parts = [
    ...(bound > 0 ? [`${number(bound)} come from the data`] : []),
    ...(checked > 0 ? [`${number(checked)} were held against something`] : []),
    ...(unverifiable > 0 ? [`${number(unverifiable)} could be held against nothing`] : []),
  ];
  return `Of ${number(printed)} ${printed === 1 ? "number" : "numbers"}, ${listed(parts)}.`;
}
