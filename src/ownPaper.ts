import { auditedPaper } from "./audit/auditedPaper.ts";
import type { Finding } from "./audit/finding.ts";
import type { PrintedNumber } from "./audit/numbersIn.ts";
import type { AuditedPaper, Family, OwnPaper } from "./audit/rule.ts";
import { rules } from "./audit/rules/index.ts";
import type { Place } from "./diagnostic.ts";
import type { PaperLine } from "./document/paperLines.ts";
import type { Worded } from "./gist.ts";
import { type KeptReadings, recallReading } from "./keptPapers.ts";
import { readPaper } from "./sources/paperText/read.ts";
import { placeOfLine, type SourceText } from "./sources/text.ts";

/** One of our papers as the audit reads it, worded, and the way back from its lines to the sources. */
export type OwnText = {
  readonly paper: AuditedPaper;
  readonly lines: readonly PaperLine[];
  /** Where its front matter begins: what nobody typed is told there. */
  startOf(): Place;
  /** The file of its front matter. */
  readonly source: string;
};

/** Writes a worded paper down, so that the rules which read papers from elsewhere read ours too: as they will be printed. */
export function ownText(
  worded: Worded,
  named: Pick<OwnPaper, "name" | "earlier">,
  start: Pick<OwnText, "startOf" | "source">,
  sources: ReadonlyMap<string, SourceText>,
  readings: KeptReadings,
): OwnText {
  const { month, cutOff, lines } = worded.gist;
  const own: OwnPaper = {
    ...named,
    month,
    cutOff,
    isComputed: (number) => isComputed(lines, number, sources),
  };
  const text = lines.map(({ text }) => text).join("\n");
  return { paper: { ...readOnce(`${own.name}.md`, text, readings), own }, lines, ...start };
}

/** A paper as rules read it, from an earlier run where its text is the same. */
function readOnce(file: string, text: string, readings: KeptReadings): AuditedPaper {
  const { known, keep } = recallReading(readings, file, text);
  return known ?? keep(auditedPaper(readPaper(file, text), null));
}

const exact: ReadonlySet<Family> = new Set(["numbers", "percentages", "direction", "language"]);
const familyOf = new Map(rules.map(({ id, family }) => [id, family]));

/**
 * Whether a finding is about figures, or the words between them, that nobody wrote: these come from the register, whose sums and
 * differences are checked as data, with their reasons (`model/sums.ts`).
 */
export function isOfComputedWords(
  { rule, place, other }: Finding,
  own: ReadonlyMap<string, OwnText>,
): boolean {
  const family = familyOf.get(rule);
  if (family === undefined || !exact.has(family)) return false;
  const isComputed = ({ file, line }: Place): boolean => {
    const found = own.get(file)?.lines[line - 1];
    return found !== undefined && found.place === null;
  };
  return isComputed(place) && (other === null || isComputed(other.place));
}

/** Of a line, or of the nearest one above it that somebody wrote. */
const nearestPlace = ({ lines, startOf }: OwnText, line: number): Place =>
  lines.slice(0, line).findLast(({ place }) => place !== null)?.place ?? startOf();

/** The finding with its places in the sources of our papers instead of in their worded lines. */
export function inSources(
  finding: Finding,
  own: ReadonlyMap<string, OwnText>,
  sources: ReadonlyMap<string, SourceText>,
): Finding {
  const placed = (place: Place, quote: string): Place => {
    const text = own.get(place.file);
    if (text === undefined) return place;
    const { file, line, column } = nearestPlace(text, place.line);
    const source = sources.get(file);
    return source === undefined ? { file, line, column } : withinLine(source, line, column, quote);
  };
  const { place, quote, other } = finding;
  return {
    ...finding,
    place: placed(place, quote),
    other: other === null ? null : { ...other, place: placed(other.place, other.quote) },
  };
}

/** The column at which the quoted words begin, as far as the source has them: figures stand there by name. */
function withinLine(source: SourceText, line: number, column: number, quote: string): Place {
  const text = placeOfLine(source, line).text ?? "";
  const words = quote.split(" ");
  for (let count = Math.min(words.length, 8); count > 0; count -= 1) {
    const at = text.indexOf(words.slice(0, count).join(" "));
    if (at >= 0 && (count > 1 || words.length === 1)) return placeOfLine(source, line, at + 1);
  }
  return placeOfLine(source, line, column);
}

/** Whether a number was computed: its line was not written, or its author wrote a name for it. */
function isComputed(
  lines: readonly PaperLine[],
  { text, spot }: PrintedNumber,
  sources: ReadonlyMap<string, SourceText>,
): boolean {
  const place = lines[spot.line - 1]?.place ?? null;
  const source = place === null ? undefined : sources.get(place.file);
  if (place === null || source === undefined) return true;
  const typed = (placeOfLine(source, place.line).text ?? "").replace(/\{\{.*?\}\}/g, "{}");
  return !typed.includes(text);
}
