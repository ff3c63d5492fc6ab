import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import type { Place } from "../diagnostic.ts";
import { contentStart, placeAt, type SourceText } from "./text.ts";

/** The names and list positions (from 0) that lead to a value, as zod gives them. */
export type YamlPath = readonly (string | number)[];

type Locator = {
  readonly placeOf: (path: YamlPath) => Place;
  readonly keyPlaceOf: (path: YamlPath) => Place;
};

/** A value of the tree, and its key when it stands in a mapping. */
type Step = { readonly value: unknown; readonly key: unknown };

const pairsOfMap = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The two look-ups of places for one parsed document. */
export function yamlLocator(source: SourceText, document: Document.Parsed): Locator {
  return {
    placeOf(path) {
      const { value, key } = descend(document, path);
      return placeOfNode(source, value ?? key);
    },
    keyPlaceOf(path) {
      const { value, key } = descend(document, path);
      return placeOfNode(source, key ?? value);
    },
  };
}

/** The place of a node of the tree; a list or mapping counts as its first character. */
export function placeOfNode(source: SourceText, node: unknown): Place {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return placeAt(source, contentStart(source));
  return placeAt(source, range[0], isScalar(node) || isAlias(node) ? range[1] - range[0] : 1);
}

/** The last step of a path that exists. */
function descend(document: Document.Parsed, path: YamlPath): Step {
  let step: Step = { value: document.contents, key: null };
  for (const name of path) {
    const next = child(document, step.value, name);
    if (next === null) return step;
    step = next;
  }
  return step;
}

/** What stands under a name or position; an alias is followed to the part it stands for. */
function child(document: Document.Parsed, node: unknown, name: string | number): Step | null {
  const parent = isAlias(node) ? node.resolve(document) : node;
  if (isMap(parent)) return pairsOf(parent).get(String(name)) ?? null;
  if (!isSeq(parent)) return null;
  const value = parent.items[Number(name)];
  return value === undefined ? null : { value, key: null };
}

/** The pairs of a mapping by name; kept, as a linear search for each problem would be quadratic. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairsOfMap.get(map);
  if (known !== undefined) return known;
  const pairs = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
  pairsOfMap.set(map, pairs);
  return pairs;
}
