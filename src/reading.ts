import type { z } from "zod";
import { type Checked, type Diagnostic, SourceError } from "./diagnostic.ts";
import { check } from "./model/check.ts";
import type { PageSource } from "./model/facts.ts";
import { once } from "./once.ts";
import { type MarkdownSource, readMarkdown } from "./sources/markdown.ts";
import { decodeUtf8, type SourceText } from "./sources/text.ts";
import { readYaml, type YamlSource } from "./sources/yaml.ts";

/** The part of the disk that reading needs; tests pass an in-memory one. Paths are relative, with forward slashes. */
export type SourceFiles = {
  /** Names of the entries of a folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The bytes of a file. @throws SourceError (`missingFile`) when there is none */
  read(file: string): Promise<Uint8Array>;
};

/** A reading under way: the disk, what has been read, and what is wrong with it. */
export type Reading = {
  readonly files: SourceFiles;
  readonly sources: Map<string, SourceText>;
  readonly problems: Diagnostic[];
};

/** That a file which must be there is not. */
export const missingFile = (file: string): SourceError =>
  new SourceError([{ place: { file, line: 1, column: 1 }, message: "this file is missing" }]);

// A running process reads the same bytes again: what has been made of them is taken as it is.
const decodeOnce = once((bytes: Uint8Array, file: string) => decodeUtf8(file, bytes));
const markdownOnce = once(readMarkdown);
const checkOnce = once((yaml: YamlSource, schema: z.ZodType) => check(schema, yaml));

/** The YAML of a text, or the problems of it. */
export const yamlOf: (text: SourceText) => Checked<YamlSource> = once(readYaml);

/** What a schema makes of a YAML text, or the problems of it. */
export const checkedBy = <S extends z.ZodType>(schema: S, yaml: YamlSource): Checked<z.output<S>> =>
  checkOnce(yaml, schema) as Checked<z.output<S>>;

async function readBytes(file: string, files: SourceFiles): Promise<Checked<Uint8Array>> {
  try {
    return { ok: true, value: await files.read(file) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ok: false, problems: error.problems };
  }
}

export async function readText(file: string, reading: Reading): Promise<SourceText | null> {
  const bytes = keep(await readBytes(file, reading.files), reading);
  const text = bytes === null ? null : keep(decodeOnce(bytes, file), reading);
  if (text !== null) reading.sources.set(file, text);
  return text;
}

export async function readChecked<S extends z.ZodType>(
  schema: S,
  file: string,
  reading: Reading,
): Promise<{ value: z.output<S>; yaml: YamlSource } | null> {
  const text = await readText(file, reading);
  const yaml = text === null ? null : keep(yamlOf(text), reading);
  const value = yaml === null ? null : keep(checkedBy(schema, yaml), reading);
  return yaml === null || value === null ? null : { value, yaml };
}

/** The value, or null after its problems have been noted. */
export function keep<T>(checked: Checked<T>, { problems }: Reading): T | null {
  if (checked.ok) return checked.value;
  problems.push(...checked.problems);
  return null;
}

/** A Markdown file cut into front matter and blocks; null after its problems have been noted. */
export async function readPage(file: string, reading: Reading): Promise<MarkdownSource | null> {
  const text = await readText(file, reading);
  return text === null ? null : keep(markdownOnce(text), reading);
}

export async function loadPage<S extends z.ZodType>(
  schema: S,
  file: string,
  reading: Reading,
): Promise<PageSource<z.output<S>> | null> {
  const markdown = await readPage(file, reading);
  const head = markdown === null ? null : keep(checkedBy(schema, markdown.frontMatter), reading);
  if (markdown === null || head === null) return null;
  return { id: pageId(file.split("/").at(-1) ?? ""), head, markdown };
}

export const pageId = (name: string): string => name.replace(/^\d+-/, "").replace(/\.md$/, "");
