import { type Alias, isAlias, isCollection, isScalar, type Node, type Pair, visit, type YAMLMap } from "yaml";
import type { Diagnostic } from "../diagnostic.ts";
import { limits } from "./limits.ts";
import type { SourceText } from "./text.ts";
import type { ParsedYaml } from "./yamlParse.ts";
import { placeOfNode } from "./yamlPlaces.ts";

/** Names that are given twice in one mapping, or are no text, or `__proto__`. */
export function keyProblems({ document }: ParsedYaml, source: SourceText): Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      problems.push(...keyProblemsOf(map, source, document.errors.length === 0));
    },
  });
  return problems;
}

/** After a syntax error (`sound` is false) odd keys are of yaml's making, not the writer's. */
function keyProblemsOf(map: YAMLMap, source: SourceText, sound: boolean): Diagnostic[] {
  const lines = new Map<string, number>();
  return map.items.flatMap((pair) => {
    const place = placeOfNode(source, isCollection(pair.key) ? map : pair.key);
    const name = nameOf(pair);
    if (name === null) return sound ? [{ place, message: notAName(pair.key) }] : [];
    if (name === "__proto__") return [{ place, message: "`__proto__` may not be used as a name" }];
    const first = lines.get(name);
    if (first === undefined) lines.set(name, place.line);
    return first === undefined ? [] : [{ place, message: givenTwice(name, first) }];
  });
}

const nameOf = ({ key }: Pair): string | null =>
  isScalar(key) && typeof key.value === "string" ? key.value : null;

const givenTwice = (name: string, line: number): string =>
  `\`${name}\` is given twice: it already stands on line ${line}; keep one of the two`;

function notAName(key: unknown): string {
  if (isAlias(key)) return "a name may not start with *: put it in quotation marks";
  if (!isScalar(key)) return "text that starts with { or [ must be in quotation marks";
  if (key.value === null) return "a name is missing before this colon";
  const written = key.source ?? String(key.value);
  return `the name ${written} would not be read as text: put it in quotation marks, "${written}"`;
}

/** Uses (`*name`) of parts that are not marked (`&name`) above, or inside those parts; marks without a use. */
export function aliasProblems({ document }: ParsedYaml, source: SourceText): Diagnostic[] {
  const [marked, used] = [new Map<string, Node>(), new Set<string>()];
  const problems: Diagnostic[] = [];
  let uses = 0;
  visit(document, {
    Alias(_, alias) {
      uses += 1;
      used.add(alias.source);
      const message = uses > limits.yamlAliases ? tooManyUses : aliasProblem(alias, marked.get(alias.source));
      if (message !== null) problems.push({ place: placeOfNode(source, alias), message });
    },
    Value(_, node) {
      if (node.anchor !== undefined) marked.set(node.anchor, node);
    },
  });
  const unused = [...marked].filter(([name]) => !used.has(name));
  return [
    ...problems,
    ...unused.map(([name, node]) => ({ place: placeOfNode(source, node), message: noUse(name) })),
  ];
}

const tooManyUses = `a file may use marked parts (*name) ${limits.yamlAliases} times: write this one out`;

const noUse = (name: string): string =>
  `text that starts with & must be in quotation marks (nothing uses *${name})`;

function aliasProblem(alias: Alias, target: Node | undefined): string | null {
  const name = alias.source;
  if (target === undefined)
    return `text that starts with * must be in quotation marks (there is no &${name} above)`;
  const [start, end] = target.range ?? [0, 0];
  const inside = alias.range && alias.range[0] >= start && alias.range[0] < end;
  return inside ? `*${name} stands inside &${name} itself, which would never end: write it out` : null;
}
