import matter from "gray-matter";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { count, failed, limits } from "./limits.ts";
import { contentStart, placeAt, placeOfLine, type SourceText } from "./text.ts";
import { emptyYaml, readYaml, type YamlSource } from "./yaml.ts";

/** The front matter of a Markdown file, and the offset at which its body starts. */
export type FrontMatter = { readonly frontMatter: YamlSource; readonly bodyStart: number };

const fence = "---";
const opening = /^---[ \t]*(?:\r?\n|$)/;

/**
 * Cuts the front matter, `name: value` lines between two lines of `---`, from the top of a file.
 * Problems: no second `---`, more than the two marks on their lines, bad YAML, anything but names and values.
 */
export function readFrontMatter(source: SourceText): Checked<FrontMatter> {
  const start = contentStart(source);
  const content = source.text.slice(start);
  if (!startsLikeFrontMatter(content)) {
    const late = lateProblem(source, content);
    return late === null ? noFrontMatter(source, start) : failed([late]);
  }
  const problem = markProblem(source, start);
  return problem === null ? cut(source, start) : failed([problem]);
}

/** A line of four or more hyphens is a rule across the page, as gray-matter takes it too. */
const startsLikeFrontMatter = (content: string): boolean =>
  content.startsWith(fence) && !content.startsWith(`${fence}-`);

const noFrontMatter = (source: SourceText, bodyStart: number): Checked<FrontMatter> => ({
  ok: true,
  value: { frontMatter: emptyYaml(source), bodyStart },
});

/** Front matter below blank lines would silently be printed as text. */
function lateProblem(source: SourceText, content: string): Diagnostic | null {
  const text = content.trimStart();
  if (content === text || !opening.test(text)) return null;
  const message = "the front matter must start on the first line: leave out what is above this ---";
  return { place: placeAt(source, source.text.length - text.length, 3), message };
}

/**
 * What is wrong with the two marks. Checked before gray-matter sees the text: it would run what follows
 * `---js` as a program, and takes a file without a second mark as all front matter.
 */
function markProblem(source: SourceText, start: number): Diagnostic | null {
  const first = placeOfLine(source, 1, 1, fence.length);
  if (!opening.test(source.text.slice(start)))
    return { place: first, message: "the first line must be --- alone" };
  const close = source.text.indexOf(`\n${fence}`, start);
  if (close < 0) return { place: first, message: "the front matter is not closed: add a line --- below it" };
  if (close - start > limits.frontMatterCharacters)
    return {
      place: first,
      message: `the front matter is longer than ${count(limits.frontMatterCharacters)} characters`,
    };
  const closing = placeAt(source, close + 1, fence.length);
  const alone = closing.text?.trimEnd() === fence;
  return alone
    ? null
    : { place: closing, message: "the line that closes the front matter must be --- alone" };
}

/** gray-matter finds the two parts; what it takes for YAML is read with the places of the whole file. */
function cut(source: SourceText, start: number): Checked<FrontMatter> {
  let read: Checked<YamlSource> = { ok: true, value: emptyYaml(source) };
  const yaml = (part: string): object => {
    // The opening --- is YAML's own mark of a document's start, so that the file up to here, with the line break
    // that gray-matter leaves out, is YAML too.
    const end = start + fence.length + part.length + 1;
    read = readYaml({ file: source.file, text: source.text.slice(0, end) });
    return {};
  };
  const { content } = matter(source.text, { engines: { yaml } });
  const bodyStart = source.text.length - content.length;
  return withMapping(source, read, bodyStart);
}

function withMapping(source: SourceText, read: Checked<YamlSource>, bodyStart: number): Checked<FrontMatter> {
  if (!read.ok) return read;
  const { value } = read.value;
  if (value === null) return noFrontMatter(source, bodyStart);
  if (typeof value === "object" && !Array.isArray(value))
    return { ok: true, value: { frontMatter: { ...read.value, source }, bodyStart } };
  return failed([
    { place: read.value.placeOf([]), message: "the front matter must be lines of `name: value`" },
  ]);
}
