import type { MinimumClaim, Site } from "./claim.ts";
import { wholeNumber, wholePattern } from "./numberWords.ts";
import { readingOf } from "./reading.ts";

const least =
  /\b(?:(\d+) ?\+|(\d+) or more|at least (\d+)|(\d+) ?[-–] ?(\d+)|(\d+)(?= [a-z ]{3,25}each\b)) ?([A-Z]{2,5} )?(?:[a-z]+ ){0,2}?(?:offences?|crimes?|incidents?|reports?|calls?|times|cases?)\b/g;
const people = new RegExp(
  `\\b(${wholePattern})(?: (?!and\\b)[\\w’'-]+){0,3}? (?:and (${wholePattern})(?: [\\w’'-]+){0,3}? )?(?:individuals?|people|persons?|victims?|offenders?|suspects?|repeat victims?)\\b`,
  "gi",
);
const each = /\beach\b/;

/** "Three individuals have had 20+ offences each that together represent 4% (38)": people, the least that each has, the total said. */
export function minimumsIn(site: Site): MinimumClaim[] {
  const { text } = site.words;
  const counts = readingOf(site.words).quantities.filter(
    ({ kind, decimals }) => kind === "count" && decimals === 0,
  );
  return [...text.matchAll(least)].flatMap((match): MinimumClaim[] => {
    const [whole, plus, more, atLeast, low, high, exactly] = match;
    const said = Number(plus ?? more ?? atLeast ?? low ?? exactly);
    const end = match.index + whole.length;
    const inFront = [...text.slice(0, match.index).matchAll(people)].at(-1);
    const bracket = counts.find(
      (q) => /^[^.;()]*\($/.test(text.slice(end, q.at)) && q.at >= end && q.at - end < 25,
    );
    const totalFrom = bracket?.end ?? end;
    const total =
      counts.find(
        (q) =>
          q.at >= totalFrom &&
          /\b(?:represent(?:s|ing)?|account(?:s|ing)? for|total(?:l?ing)?|with)\b[^.;]*$/.test(
            text.slice(totalFrom, q.at),
          ),
      ) ?? null;
    const isEach = each.test(text.slice(match.index, end + 20));
    if (inFront === undefined && bracket === undefined) return [];
    if (bracket !== undefined && !isEach) return [];
    const count =
      bracket?.value ??
      wholeNumber(inFront?.[1] ?? "") + (inFront?.[2] === undefined ? 0 : wholeNumber(inFront[2]));
    const at = bracket?.at ?? inFront?.index ?? match.index;
    return [
      {
        ...site,
        kind: "minimum",
        people: {
          words: site.words,
          quantity: bracket ?? {
            at,
            end: at + (inFront?.[0].length ?? 0),
            kind: "count",
            value: count,
            decimals: 0,
            sign: null,
            loose: false,
          },
        },
        least: said,
        most: high === undefined ? (exactly === undefined ? null : said) : Number(high),
        total: isEach ? total : null,
        at: Math.min(at, match.index),
        end: Math.max(end, total?.end ?? end),
      },
    ];
  });
}
