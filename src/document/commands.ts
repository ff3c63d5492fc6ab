import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import { parseReference, type Reference } from "../figures/reference.ts";
import type { Facts } from "../model/facts.ts";
import type { DirectiveWord } from "../sources/markdown.ts";
import { didYouMean } from "../sources/suggest.ts";

/** A line of a section that asks for a chart, a table or the opening sentences of a measure. */
export type Command = {
  readonly name: "chart" | "table" | "opening";
  readonly type: string;
  readonly references: readonly Reference[];
  readonly options: Readonly<Record<string, string>>;
  /** The author's title, as written, and where. */
  readonly title: { readonly text: string; readonly place: Place } | null;
  readonly place: Place;
};

type Options = Readonly<Record<string, RegExp>>;
type Part = "area" | "category" | "statistic" | "period";
type Kind = {
  readonly least: number;
  readonly most: number;
  readonly options: Options;
  /** What may follow a measure's name, as in `rape.north`; nothing when not given. */
  readonly takes?: readonly Part[];
};

const count = /^[1-9]\d?$/;
const anyPeriod = /^\d{4}-\d{2}(-\d{2})?$/;
const many = 99;

/** What each line may say; docs/writing-guide.md shows an example of each. */
const kinds: Readonly<Record<Command["name"], Readonly<Record<string, Kind>>>> = {
  chart: {
    control: { least: 1, most: 1, options: { from: anyPeriod }, takes: ["area"] },
    areas: { least: 1, most: 1, options: {} },
    line: { least: 1, most: 4, options: {}, takes: ["area", "category"] },
    projection: { least: 1, most: 1, options: {}, takes: ["area"] },
    rolling: { least: 1, most: 1, options: {}, takes: ["area"] },
    "volume-share": { least: 1, most: 1, options: { by: /./ }, takes: ["area"] },
    bars: { least: 1, most: 1, options: { top: count, with: /^yearAgo$/, order: /^file$/ }, takes: ["area"] },
  },
  table: {
    months: { least: 1, most: 1, options: { last: count, areas: /^all$/ } },
    series: { least: 1, most: 1, options: { last: count } },
    categories: { least: 1, most: 1, options: { last: count } },
    outcomes: { least: 1, most: 1, options: {} },
    breakdown: { least: 2, most: many, options: {} },
    districts: { least: 1, most: many, options: {} },
    projections: { least: 1, most: many, options: {} },
    outturn: { least: 1, most: many, options: {} },
    measures: { least: 1, most: many, options: {} },
    rows: { least: 1, most: many, options: { last: count } },
    variation: { least: 1, most: many, options: {} },
  },
  opening: { opening: { least: 1, most: 1, options: {} } },
};

/** Reads `{{chart control rape.north "A title" from=2018-04}}`, or every problem in it. */
export function readCommand(
  name: Command["name"],
  words: readonly DirectiveWord[],
  place: Place,
  facts: Facts,
): Checked<Command> {
  const [first, ...rest] = name === "opening" ? [{ text: "opening", quoted: false, place }, ...words] : words;
  const kind =
    first !== undefined && Object.hasOwn(kinds[name], first.text) ? kinds[name][first.text] : undefined;
  if (first === undefined || kind === undefined) {
    const known = Object.keys(kinds[name]);
    return {
      ok: false,
      problems: [
        {
          place: first?.place ?? place,
          message:
            first === undefined
              ? `say which ${name}: ${known.join(", ")}`
              : `\`${first.text}\` is no kind of ${name}`,
          hint: didYouMean(first?.text ?? "", known),
        },
      ],
    };
  }
  const problems: Diagnostic[] = [];
  const references = rest.filter(isReference).flatMap((word) => {
    const read = parseReference(word.text, word.place, facts);
    problems.push(...(read.ok ? surplusProblems(read.value, kind, first.text, word) : read.problems));
    return read.ok ? [read.value] : [];
  });
  const options = optionsOf(
    rest.filter((w) => !w.quoted && w.text.includes("=")),
    kind,
    facts,
    problems,
  );
  const titles = rest.filter((w) => w.quoted);
  const [title, second] = titles;
  if (second !== undefined) problems.push({ place: second.place, message: "one title is enough" });
  if (problems.length === 0 && (references.length < kind.least || references.length > kind.most))
    problems.push({
      place,
      message:
        kind.most === 1
          ? `name one measure, e.g. {{${name} ${first.text === "opening" ? "" : `${first.text} `}rape}}`
          : `name ${kind.least} or more measures${kind.most < many ? `, at most ${kind.most}` : ""}`,
    });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      name,
      type: first.text,
      references,
      options,
      title: title === undefined ? null : { text: title.text, place: title.place },
      place,
    },
  };
}

/** Parts of a reference that this kind of command would pass over. */
function surplusProblems(
  reference: Reference,
  kind: Kind,
  type: string,
  { place }: DirectiveWord,
): Diagnostic[] {
  const given: Readonly<Record<Part, boolean>> = {
    area: reference.area !== "force",
    category: reference.category !== null,
    statistic: reference.statistic !== "value",
    period: reference.period !== null,
  };
  const surplus = (["area", "category", "statistic", "period"] as const).find(
    (part) => given[part] && !kind.takes?.includes(part),
  );
  if (surplus === undefined) return [];
  return [{ place, message: `${type} takes no ${surplus} here`, hint: `Write \`${reference.measure}\`.` }];
}

const isReference = (word: DirectiveWord): boolean => !word.quoted && !word.text.includes("=");

function optionsOf(
  words: readonly DirectiveWord[],
  kind: Kind,
  facts: Facts,
  problems: Diagnostic[],
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const { text, place } of words) {
    const [key = "", value = ""] = text.split("=");
    const allowed = Object.hasOwn(kind.options, key) ? kind.options[key] : undefined;
    if (allowed === undefined)
      problems.push({
        place,
        message: `\`${key}=\` cannot stand here`,
        hint: didYouMean(key, Object.keys(kind.options)),
      });
    else if (!allowed.test(value))
      problems.push({ place, message: `\`${text}\`: \`${value}\` is not what ${key}= takes` });
    else if (key === "by" && !facts.measures.has(value))
      problems.push({
        place,
        message: `there is no measure \`${value}\``,
        hint: didYouMean(value, [...facts.measures.keys()]),
      });
    else options[key] = value;
  }
  return options;
}
