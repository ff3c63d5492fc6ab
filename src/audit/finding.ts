import type { Place } from "../diagnostic.ts";

/** error: it contradicts; warning: look at it; review: a person decides. */
export type Severity = "error" | "warning" | "review";

/** Something that a careful reader would point out: where, the words, the other place with its words, and what would settle it. */
export type Finding = {
  /** The rule's name, which is its file's. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  /** The words it is about. */
  readonly quote: string;
  readonly other: { readonly place: Place; readonly quote: string } | null;
  /** What would settle it, where the message does not say so. */
  readonly settle?: string;
};

/** The finding as other programs read it; stable. */
export const findingJson = ({ rule, severity, place, message, quote, other }: Finding) => ({
  rule,
  severity,
  file: place.file,
  line: place.line,
  column: place.column,
  ...pageOf(place),
  message,
  quote,
  other:
    other === null
      ? null
      : { file: other.place.file, line: other.place.line, ...pageOf(other.place), quote: other.quote },
});

/** The page of a PDF; page numbers that were read off a text are for people. */
const pageOf = ({ file, page }: Place): { readonly page?: number } =>
  page === undefined || !/\.pdf$/i.test(file) ? {} : { page };
