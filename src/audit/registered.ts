import { visibleSeries } from "../figures/series.ts";
import type { MeasureFacts } from "../model/facts.ts";
import type { Observation } from "../model/observation.ts";
import type { FigureClaim } from "./claims/claim.ts";
import { monthsIn } from "./claims/months.ts";
import type { AuditData, AuditedPaper } from "./rule.ts";

/** A figure of a sentence and the published one that it must be. */
export type Bound = {
  readonly claim: FigureClaim;
  readonly measure: MeasureFacts;
  readonly published: Observation;
};

/** Counts by the months they are kept for, whose noun no other measure shares: "53 rape offences" can mean one thing only. */
type Noun = { readonly words: readonly string[]; readonly measure: MeasureFacts };

export function nounsOf({ measures }: AuditData): Noun[] {
  const all = [...measures.values()].map((measure) => ({
    words: [measure.measure.counted.many, measure.measure.counted.one],
    measure,
  }));
  return all.filter(({ words: [many = ""], measure }) => {
    const { unit, periods, counted } = measure.measure;
    const shared = all.filter(({ words }) => words[0] === many).length > 1;
    const plain = !many.startsWith("of ") && counted.verb === "were recorded";
    return unit === "count" && periods === "month" && plain && !shared && !vague.has(many);
  });
}

/** Nouns that a sentence may mean more widely than the measure does. */
const vague = new Set(["offences", "incidents", "crimes", "people", "calls", "victims", "reports"]);

/** Words in front of a number that make it something else than the month's count. */
const otherwise =
  /\b(?:average|mean|increase[ds]?|decrease[ds]?|reduction|rise|rose|fall|fell|by|more|fewer|less|further|another|additional|extra|least|most|up to|target|project\w*|forecast|expected|than|between|from|about|around|over|nearly|almost|of the|only)\W+(?:\w+\W+){0,1}$/i;

/** Words behind the noun that narrow it. */
const narrowed =
  /^\s*(?:of|against|that|which|who|whom|whose|with|without|involving|by|on|at|under|linked|per|had|where|resulted|led|for)\b/i;

/** Sentences about longer spans than a month. */
const longer =
  /\b(?:year|ytd|quarter|since|so far|date|months|weeks?|to (?:January|February|March|April|May|June|July|August|September|October|November|December))\b/i;

/** The figures of a paper that name a measure and a month, with what was published for it. */
export function boundFigures(paper: AuditedPaper, facts: AuditData, nouns: readonly Noun[]): Bound[] {
  return paper.parts.flatMap(({ claims }) =>
    claims.flatMap((claim) => (claim.kind === "figure" ? boundFigure(claim, paper, facts, nouns) : [])),
  );
}

function boundFigure(
  claim: FigureClaim,
  paper: AuditedPaper,
  facts: AuditData,
  nouns: readonly Noun[],
): Bound[] {
  const { quantity, words } = claim;
  const text = words.text;
  if (quantity.kind !== "count" || quantity.loose || quantity.sign !== null) return [];
  if (longer.test(text) || otherwise.test(text.slice(0, quantity.at))) return [];
  const rest = text.slice(quantity.end).replace(/^\s+/, "");
  const noun = nouns.find(({ words }) => words.some((word) => startsWithWord(rest, word)));
  const area = areaOf(text, facts);
  const month = monthOf(claim, paper);
  if (noun === undefined || area === null || month === null) return [];
  const said = noun.words.find((word) => startsWithWord(rest, word)) ?? "";
  if (narrowed.test(rest.slice(said.length))) return [];
  const cutOff = paper.own?.cutOff ?? "9999-12-31";
  const published = visibleSeries(noun.measure, cutOff).at(month, area, null);
  return published === null || published.value === null || published.status !== "published"
    ? []
    : [{ claim, measure: noun.measure, published }];
}

const startsWithWord = (text: string, word: string): boolean =>
  text.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\d]/u.test(text.slice(word.length));

/** The area that a sentence names, the force where it names none; null where it names several, or parts that are not kept. */
function areaOf(text: string, { organisation }: AuditData): string | null {
  const named = organisation.areas.filter(({ name, kind }) => kind !== "force" && text.includes(name));
  const [first, ...others] = named;
  if (first !== undefined) return others.length === 0 ? first.id : null;
  return /\b(?:North|South|East|West|district|borough|area)\b/i.test(text) ? null : "force";
}

/** Words that part clauses: what stands behind them is said of another figure. */
const parting = /[,;:(–]|\b(?:but|and|while|whereas|against|after|than|compared|from)\b/i;

/** The one month of a sentence, with its year; where it names none, the year in which the paper's period has that month. */
function monthOf({ quantity, words }: FigureClaim, { own, read }: AuditedPaper): string | null {
  const { text } = words;
  const [named, ...others] = monthsIn(text);
  if (named === undefined || others.length > 0) return null;
  const between =
    named.at < quantity.at
      ? text.slice(named.end, quantity.at).replace(/^,? /, "")
      : text.slice(quantity.end, named.at);
  if (parting.test(between)) return null;
  const number = String(named.month).padStart(2, "0");
  if (named.year !== null) return `${named.year}-${number}`;
  const last = own?.month ?? read.period?.to ?? null;
  if (last === null) return null;
  const year = Number(last.slice(0, 4));
  const inYear = `${year}-${number}`;
  return inYear <= last ? inYear : `${year - 1}-${number}`;
}
