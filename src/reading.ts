import type { z } from "zod";
import { type Checked, type Diagnostic, SourceError } from "./diagnostic.ts";
import type { KeptFile } from "./keptFile.ts";
import { check } from "./model/check.ts";
import type { PageSource } from "./model/facts.ts";
import { once } from "./once.ts";
import { sha256 } from "./sha256.ts";
import { readFrontMatter } from "./sources/frontMatter.ts";
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

/** What earlier readings made of source texts, where they had no problems. */
export type KeptSources = Pick<KeptFile<object>, "get" | "set">;

/** A reading under way: the disk, what has been read, what is wrong with it, and what need not be read again. */
export type Reading = {
  readonly files: SourceFiles;
  readonly sources: Map<string, SourceText>;
  readonly problems: Diagnostic[];
  readonly kept: KeptSources;
};

/** For a reading that keeps nothing. */
export const nothingKept: KeptSources = { get: () => undefined, set: () => undefined };

/** That a file which must be there is not. */
export const missingFile = (file: string): SourceError =>
  new SourceError([{ place: { file, line: 1, column: 1 }, message: "this file is missing" }]);

// A running process reads the same bytes again, which are the same text.
const decodeOnce = once((bytes: Uint8Array, file: string) => decodeUtf8(file, bytes));

/** A hash of a text and of the name of its file. */
export const hashOfText = once(({ file, text }: SourceText): string => sha256(`${file}\0${text}`));

/**
 * What is made of some texts: the same object as long as they are the same, of an earlier run too where that had no problem with them.
 *
 * @param make plain data; its problems are noted in the reading
 */
export function madeOf<T extends object>(
  texts: readonly (SourceText | null)[],
  { kept, problems }: Reading,
  make: () => T | null,
): T | null {
  const key = texts.map((text) => (text === null ? "" : hashOfText(text))).join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known as T;
  const before = problems.length;
  const made = make();
  if (made !== null && problems.length === before && !texts.some(namesExempt)) kept.set(key, made);
  return made;
}

/** Even the names of exempt papers, which an agenda gives, are kept nowhere but in their sources. */
const namesExempt = (text: SourceText | null): boolean => text?.text.includes("exempt/") === true;

/** What is known to be without problems, read when it is asked for: hardly anybody asks for a place. */
function later(source: SourceText, read: (source: SourceText) => Checked<YamlSource>): YamlSource {
  const yaml = (): YamlSource => {
    const now = read(source);
    if (!now.ok) throw new SourceError(now.problems);
    return now.value;
  };
  return {
    source,
    get value() {
      return yaml().value;
    },
    placeOf: (path) => yaml().placeOf(path),
    keyPlaceOf: (path) => yaml().keyPlaceOf(path),
  };
}

/** The YAML of a text, or the problems of it. */
export const yamlOf: (text: SourceText) => Checked<YamlSource> = once(readYaml);
const frontMatterOf = once((text: SourceText): Checked<YamlSource> => {
  const read = readFrontMatter(text);
  return read.ok ? { ok: true, value: read.value.frontMatter } : read;
});

/** The YAML of a text without problems; each time the same object. */
export const yamlLater = once((text: SourceText): YamlSource => later(text, yamlOf));
const frontMatterLater = once((text: SourceText): YamlSource => later(text, frontMatterOf));

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

export async function readChecked<S extends z.ZodType<object>>(
  schema: S,
  file: string,
  reading: Reading,
): Promise<{ value: z.output<S>; yaml: YamlSource } | null> {
  const text = await readText(file, reading);
  if (text === null) return null;
  const value = madeOf([text], reading, (): z.output<S> | null => {
    const yaml = keep(yamlOf(text), reading);
    return yaml === null ? null : keep(check(schema, yaml), reading);
  });
  return value === null ? null : { value, yaml: yamlLater(text) };
}

/** The value, or null after its problems have been noted. */
export function keep<T>(checked: Checked<T>, { problems }: Reading): T | null {
  if (checked.ok) return checked.value;
  problems.push(...checked.problems);
  return null;
}

/** A Markdown file: its front matter as a schema has it, and its blocks. */
type Page<Head> = { readonly head: Head; readonly markdown: MarkdownSource };
type PlainPage = { readonly head: unknown; readonly blocks: MarkdownSource["blocks"] };

const pageOf = once(
  ({ head, blocks }: PlainPage, source: SourceText): Page<unknown> => ({
    head,
    markdown: { source, frontMatter: frontMatterLater(source), blocks },
  }),
);

/**
 * A Markdown file cut into front matter and blocks; null after its problems have been noted.
 *
 * @param headOf what its front matter says
 */
export async function readPage<Head>(
  file: string,
  reading: Reading,
  headOf: (frontMatter: YamlSource) => Checked<Head>,
): Promise<Page<Head> | null> {
  const text = await readText(file, reading);
  if (text === null) return null;
  const plain = madeOf([text], reading, (): PlainPage | null => {
    const markdown = keep(readMarkdown(text), reading);
    const head = markdown === null ? null : keep(headOf(markdown.frontMatter), reading);
    return markdown === null || head === null ? null : { head, blocks: markdown.blocks };
  });
  return plain === null ? null : (pageOf(plain, text) as Page<Head>);
}

export async function loadPage<S extends z.ZodType>(
  schema: S,
  file: string,
  reading: Reading,
): Promise<PageSource<z.output<S>> | null> {
  const page = await readPage(file, reading, (frontMatter) => check(schema, frontMatter));
  return page === null ? null : { id: pageId(file.split("/").at(-1) ?? ""), ...page };
}

export const pageId = (name: string): string => name.replace(/^\d+-/, "").replace(/\.md$/, "");
