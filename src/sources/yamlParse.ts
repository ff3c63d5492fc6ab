import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import type { Checked } from "../diagnostic.ts";
import { count, limits } from "./limits.ts";
import { placeAt, type SourceText } from "./text.ts";

/** A piece of syntax and where it starts. */
export type YamlMark = { readonly offset: number; readonly source: string };

/** A parsed YAML text: its first document (with its syntax errors), and the marks that we do not accept. */
export type ParsedYaml = {
  readonly document: Document.Parsed;
  /** What YAML gives a meaning, but a writer meant as text: tags (`!important`), comments (`#1 in Kent`). */
  readonly lostTexts: readonly YamlMark[];
  /** Lines such as `%YAML 1.1`. */
  readonly directives: readonly YamlMark[];
  /** Where each document after the first starts. */
  readonly furtherDocuments: readonly number[];
};

type Tokens = { readonly tokens: readonly CST.Token[]; readonly lostTexts: readonly YamlMark[] };

/**
 * The syntax tree of a YAML text; its syntax errors are in `document.errors`.
 *
 * Problem: more tokens or deeper nesting than `limits`. Both are counted while reading, so that a hostile file is
 * given up early: composing a document recurses and would overflow the stack.
 */
export function parseYaml(source: SourceText): Checked<ParsedYaml> {
  const read = readTokens(source);
  return read.ok ? { ok: true, value: compose(source, read.value) } : read;
}

function readTokens(source: SourceText): Checked<Tokens> {
  const [tokens, lostTexts]: [CST.Token[], YamlMark[]] = [[], []];
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    if (isLostText(lexeme)) lostTexts.push({ offset: parser.offset, source: lexeme });
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    const message = tooMuch(lexemes, parser.stack.length);
    if (message !== null)
      return { ok: false, problems: [{ place: placeAt(source, parser.offset), message }] };
  }
  tokens.push(...parser.end());
  return { ok: true, value: { tokens, lostTexts } };
}

/** Why a file is given up after so many tokens at such a depth, or null when it is not. */
function tooMuch(lexemes: number, depth: number): string | null {
  if (depth > limits.yamlDepth)
    return `lists and mappings are nested more than ${limits.yamlDepth} deep here`;
  if (lexemes <= limits.yamlTokens) return null;
  return `this file holds more than ${count(limits.yamlTokens)} YAML tokens: put long series in a CSV file`;
}

/** A tag, or a comment such as `#1`; inside a quoted or block text, no token starts with these. */
const isLostText = (lexeme: string): boolean => /^(?:!|#\d)/.test(lexeme);

function compose(source: SourceText, { tokens, lostTexts }: Tokens): ParsedYaml {
  // Our own check of names given twice says where the first stands, and is not quadratic as yaml's is.
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent" });
  const [document] = composer.compose(tokens, true, source.text.length);
  if (document === undefined) throw new Error("yaml composed no document");
  const documents = tokens.filter((token) => token.type === "document");
  const directives = tokens.filter((token) => token.type === "directive");
  return {
    document,
    lostTexts,
    directives,
    furtherDocuments: documents.slice(1).map(({ offset }) => offset),
  };
}
