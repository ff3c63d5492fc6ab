import type { Document } from "yaml";
import type { Checked, Place } from "../diagnostic.ts";
import { failed, limits, withinSize } from "./limits.ts";
import { contentStart, placeAt, type SourceText } from "./text.ts";
import { yamlProblems } from "./yamlChecks.ts";
import { parseYaml } from "./yamlParse.ts";
import { type YamlPath, yamlLocator } from "./yamlPlaces.ts";

export type { YamlPath } from "./yamlPlaces.ts";

/** A YAML source as plain data that remembers its places. */
export type YamlSource = {
  readonly source: SourceText;
  /**
   * Plain data as the YAML 1.2 core schema gives it: `2019-12-31` and `14:01` are text, `010` is 10; an empty
   * value, an empty file and `null` are null. Aliased values are one shared object: do not change them.
   */
  readonly value: unknown;
  /** The place of the value at a path; of its nearest existing ancestor when there is none. */
  readonly placeOf: (path: YamlPath) => Place;
  /** The place of the key that a path ends with (of the item, in a list); else as `placeOf`. */
  readonly keyPlaceOf: (path: YamlPath) => Place;
};

/**
 * A YAML source read as plain data, or every problem found in it, in words for a non-programmer.
 *
 * Refused, beyond bad syntax: a name given twice, names that are not text, `__proto__`, tags (`!x`),
 * directives (`%YAML`), several documents in one file, anchors inside themselves, and what exceeds `limits`.
 */
export function readYaml(source: SourceText): Checked<YamlSource> {
  const sized = withinSize(source, limits.yamlCharacters, "put long series in a CSV file beside it");
  if (!sized.ok) return sized;
  const parsed = parseYaml(source);
  if (!parsed.ok) return parsed;
  const problems = yamlProblems(parsed.value, source);
  return problems.length > 0 ? failed(problems) : plainYaml(source, parsed.value.document);
}

/** A source without any YAML, such as a Markdown file without front matter: an empty mapping. */
export function emptyYaml(source: SourceText): YamlSource {
  const start = (): Place => placeAt(source, contentStart(source));
  return { source, value: {}, placeOf: start, keyPlaceOf: start };
}

/** The document as plain data; yaml's own count of alias expansions stops a "billion laughs". */
function plainYaml(source: SourceText, document: Document.Parsed): Checked<YamlSource> {
  try {
    const value: unknown = document.toJS({ maxAliasCount: limits.yamlAliases });
    return { ok: true, value: { source, value, ...yamlLocator(source, document) } };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const place = placeAt(source, firstOffset(document));
    const message = "the uses (*name) of marked parts (&name) multiply too much: write the parts out";
    return { ok: false, problems: [{ place, message }] };
  }
}

const firstOffset = ({ contents }: Document.Parsed): number => contents?.range[0] ?? 0;
