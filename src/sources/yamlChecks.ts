import { type Document, type Range, visit, type YAMLError } from "yaml";
import type { Diagnostic, Place } from "../diagnostic.ts";
import { placeAt, type SourceText } from "./text.ts";
import { plainMessage } from "./yamlMessages.ts";
import type { ParsedYaml, YamlMark } from "./yamlParse.ts";
import { aliasProblems, keyProblems } from "./yamlTree.ts";

/**
 * Everything that is wrong with a parsed YAML source: bad syntax, and the legal YAML that we refuse because
 * somebody who is not a programmer writes it only by mistake. One problem for each line: the first tends to
 * be the cause of the others.
 */
export function yamlProblems(parsed: ParsedYaml, source: SourceText): readonly Diagnostic[] {
  return onePerLine([
    ...refusedMarks(parsed, source),
    ...syntaxProblems(parsed, source),
    ...keyProblems(parsed, source),
    ...aliasProblems(parsed, source),
  ]);
}

function onePerLine(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const byLine = new Map<number, Diagnostic>();
  for (const problem of problems) {
    if (!byLine.has(problem.place.line)) byLine.set(problem.place.line, problem);
  }
  return [...byLine.values()];
}

function syntaxProblems({ document }: ParsedYaml, source: SourceText): Diagnostic[] {
  const openings = rangesOfBrackets(document);
  return document.errors.map((error) => ({
    place: placeOfError(error, openings, source),
    message: plainMessage(error, source.text),
  }));
}

/** Where texts in quotation marks, and lists and mappings in brackets, start and end; in order of the starts. */
function rangesOfBrackets(document: Document.Parsed): readonly Range[] {
  const ranges: Range[] = [];
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith("QUOTE_")) ranges.push(range);
    },
    Collection(_, { flow, range }) {
      if (range && flow) ranges.push(range);
    },
  });
  return ranges;
}

/** yaml reports an unclosed quotation mark or bracket where it ends; the reader needs to see where it starts. */
function placeOfError({ pos, message }: YAMLError, ranges: readonly Range[], source: SourceText): Place {
  const [start, end] = pos;
  if (!/^Missing closing|end with a [\]}]/.test(message)) return placeAt(source, start, end - start);
  const opened = ranges.findLast((range) => range[0] < start && range[1] >= start);
  return placeAt(source, opened?.[0] ?? start);
}

function refusedMarks(parsed: ParsedYaml, source: SourceText): Diagnostic[] {
  const at = ({ offset, source: mark }: YamlMark): Place => placeAt(source, offset, mark.length);
  return [
    ...parsed.directives.map((mark) => ({
      place: at(mark),
      message: "a line may not start with %: put the text in quotation marks, or leave the line out",
    })),
    ...parsed.furtherDocuments.map((offset) => ({
      place: placeAt(source, offset, 3),
      message: "a file holds one document only: leave out this ---, or put what follows in a file of its own",
    })),
    ...parsed.lostTexts.map((mark) => ({
      place: at(mark),
      message: mark.source.startsWith("!")
        ? `text that starts with ! has a special meaning: put the text from ${mark.source} on in quotation marks`
        : "what follows a # is left out: put the whole text in quotation marks, or a blank after the # of a comment",
    })),
  ];
}
