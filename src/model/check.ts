import { z } from "zod";
import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import { didYouMean, nearest } from "../sources/suggest.ts";
import type { YamlSource } from "../sources/yaml.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** The document as the schema describes it, or every problem at its place in the file. */
export function check<S extends z.ZodType>(schema: S, yaml: YamlSource): Checked<z.output<S>> {
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const { issues } = result.error;
  const told = issues.filter((issue) => !(isMissing(issue) && isMistyped(issue, issues)));
  return { ok: false, problems: told.flatMap((issue) => diagnosticsOf(issue, schema, yaml)) };
}

const isMissing = (issue: Issue): boolean =>
  (issue.code === "invalid_type" || issue.code === "invalid_value") && issue.input === undefined;

/** Whether the key that is missing stands there with a slip in it, which is told already. */
function isMistyped({ path }: Issue, issues: readonly Issue[]): boolean {
  const key = String(path.at(-1));
  return issues.some(
    (other) =>
      other.code === "unrecognized_keys" &&
      other.path.join() === path.slice(0, -1).join() &&
      other.keys.some((written) => nearest(written, [key]) !== null),
  );
}

function diagnosticsOf(issue: Issue, schema: z.ZodType, yaml: YamlSource): Diagnostic[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      problem(
        yaml.keyPlaceOf([...path, key]),
        path,
        `\`${key}\` is not a key that is known here`,
        unknownKeyHint(key, known, valueAt(yaml.value, [...path, key])),
      ),
    );
  }
  if (isMissing(issue))
    return [problem(yaml.placeOf(path), path, `add the key \`${String(path.at(-1))}\`${expected(issue)}`)];
  return [problem(yaml.placeOf(path), path, messageOf(issue), hintOf(issue))];
}

/** Words with blanks, or without a value, are no key: a comma within { } has cut a text in two. */
function unknownKeyHint(key: string, known: readonly string[], value: unknown): string | undefined {
  if (/\s/.test(key) || (value === null && nearest(key, known) === null))
    return "Within { } a comma ends a value: put the words in quotation marks.";
  return known.length > 0 ? didYouMean(key, known) : undefined;
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at === null ? at : Reflect.get(Object(at), step)), value);

function problem(place: Place, path: Path, message: string, hint?: string): Diagnostic {
  const where = path.length > 0 ? `${path.join(".")}: ` : "";
  return { place, message: `${where}${message}`, ...(hint ? { hint } : {}) };
}

function messageOf(issue: Issue): string {
  if (issue.code === "invalid_value") return `\`${String(issue.input)}\` cannot stand here`;
  if (issue.code === "invalid_type" && issue.expected === "number" && isNumberInWords(issue.input))
    return `write the number without quotation marks: ${issue.input}`;
  if (issue.code === "invalid_type") return `write ${article(issue.expected)}, not ${described(issue.input)}`;
  if (issue.code === "invalid_union")
    return `write one of the forms that docs/writing-guide.md shows, not ${described(issue.input)}`;
  return issue.message;
}

const isNumberInWords = (input: unknown): input is string =>
  typeof input === "string" && /^[-+]?\d+(\.\d+)?$/.test(input);

function hintOf(issue: Issue): string | undefined {
  if (issue.code !== "invalid_value") return undefined;
  const values = issue.values.map(String);
  return didYouMean(String(issue.input), values);
}

function expected(issue: Issue): string {
  if (issue.code === "invalid_value") return ` (one of ${issue.values.join(", ")})`;
  return issue.code === "invalid_type" ? ` (${article(issue.expected)})` : "";
}

const kinds: Readonly<Record<string, string>> = {
  string: "words",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  boolean: "true or false",
};
const article = (type: string): string => kinds[type] ?? type;

function described(input: unknown): string {
  if (input === null) return "nothing";
  if (Array.isArray(input)) return "a list";
  return typeof input === "object" ? "a group of keys" : `\`${String(input)}\``;
}

/** The keys that the schema knows at a path; none where it takes any. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let here: z.ZodType | undefined = inner(schema);
  for (const step of path) here = here && inner(childOf(here, step));
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function childOf(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

function inner(schema: z.ZodType | undefined): z.ZodType | undefined {
  // A short form is turned into the long one before it is checked; the keys are those of the long one.
  if (schema instanceof z.ZodPipe) return inner(schema.out as z.ZodType);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? inner(schema.unwrap() as z.ZodType)
    : schema;
}
