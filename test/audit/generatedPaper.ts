import { roundRatio } from "../../src/analysis/rounding.ts";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A piece of a paper: words that stay, or something that can be broken, with how. */
type Piece = string | { readonly text: string; readonly broken: (next: () => number) => string };

/** A paper in pieces; what can be broken is a number, a direction or a total that something else in the paper contradicts. */
export type GeneratedPaper = readonly Piece[];

export const whole = (paper: GeneratedPaper): string =>
  paper.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");

/** The paper with one of its pieces broken, and what was broken. */
export function broken(
  paper: GeneratedPaper,
  next: () => number,
): { readonly text: string; readonly what: string } {
  const can = paper.flatMap((piece, i) => (typeof piece === "string" ? [] : [i]));
  const chosen = can[Math.floor(next() * can.length)];
  let what = "";
  const text = paper
    .map((piece, i) => {
      if (typeof piece === "string") return piece;
      if (i !== chosen) return piece.text;
      const instead = piece.broken(next);
      what = `${piece.text} > ${instead}`;
      return instead;
    })
    .join("");
  return { text, what };
}

const measures = [
  "Robbery",
  "Residential Burglary",
  "Vehicle Crime",
  "Rural Crime",
  "Hate Crime",
  "Shoplifting",
  "Criminal Damage",
];
const counties = ["Avonshire", "Tamarshire", "Wealdshire"];
const months = ["October", "November", "December"];

const shown = (value: number): string => value.toLocaleString("en-GB");

/** Another number of about the same size, as a slip of the keyboard makes it. */
const number = (value: number, write: (value: number) => string = shown): Piece => ({
  text: write(value),
  broken: (next) =>
    write(value + (next() < 0.5 && value > 12 ? -1 : 1) * (1 + Math.floor(next() * Math.max(9, value / 5)))),
});

const direction = (isUp: boolean, up: string, down: string): Piece => ({
  text: isUp ? up : down,
  broken: () => (isUp ? down : up),
});

/** A paper of two to four sections and a breakdown of their figures. */
export function generatedPaper(next: () => number): GeneratedPaper {
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from));
  const county = counties[whole(0, counties.length)] ?? "Avonshire";
  const start = whole(0, measures.length);
  const chosen = Array.from(
    { length: whole(2, 5) },
    (_, i) => measures[(start + i) % measures.length] ?? "Robbery",
  );
  const sections = chosen.map((measure) => ({
    measure,
    north: months.map(() => whole(20, 900)),
    south: months.map(() => whole(20, 900)),
  }));
  return [
    `# Performance summary\n\n`,
    ...sections.flatMap((section) => sectionOf(section, county, whole)),
    ...breakdownOf(sections),
  ];
}

type SectionFigures = {
  readonly measure: string;
  readonly north: readonly number[];
  readonly south: readonly number[];
};

const totalOf = ({ north, south }: SectionFigures, month: number): number =>
  (north[month] ?? 0) + (south[month] ?? 0);

function sectionOf(
  section: SectionFigures,
  county: string,
  whole: (from: number, to: number) => number,
): Piece[] {
  const { measure, north, south } = section;
  const [before, now] = [totalOf(section, 1), totalOf(section, 2)];
  const average = now + (whole(0, 2) === 0 ? -1 : 1) * whole(2, 19);
  const row = (label: string, values: readonly number[]): Piece[] => [
    `| ${label} |`,
    ...values.flatMap((value): Piece[] => [" ", number(value), " |"]),
    "\n",
  ];
  const part = whole(1, now);
  const isUp = now > before;
  const isAbove = now > average;
  const grew = (values: readonly number[]): boolean => (values[2] ?? 0) > (values[1] ?? 0);
  const name = measure.toLowerCase().replace(/ crime$/, "");
  return [
    `## ${measure}\n\n|  | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n`,
    ...row(`North ${county}`, north),
    ...row(`South ${county}`, south),
    ...row(
      county,
      months.map((_, month) => totalOf(section, month)),
    ),
    "\n",
    number(now),
    ` ${name} offences were recorded in December. This is `,
    ...(now === before ? ["in line with"] : [direction(isUp, "an increase", "a decrease"), " compared to"]),
    " November (",
    number(before),
    `) ${isUp === isAbove || now === before ? "and" : "but"} `,
    direction(isAbove, "above", "below"),
    ` the monthly average (${shown(average)}).\n\n`,
    ...(north[1] === north[2]
      ? []
      : [
          direction(grew(north), "Increased", "Decreased"),
          ` volumes were seen in North ${county} in December.\n\n`,
        ]),
    "Out of the ",
    number(now),
    ` ${name} offences of December, `,
    number(part),
    " (",
    number(Number(roundRatio(100 * part, now, 0).text), (value) => `${value}%`),
    ") resulted in a charge.\n\n",
  ];
}

function breakdownOf(sections: readonly SectionFigures[]): Piece[] {
  const rows = sections.map((section) => ({
    measure: section.measure,
    before: totalOf(section, 1),
    now: totalOf(section, 2),
  }));
  const total = {
    measure: "Total",
    before: rows.reduce((sum, { before }) => sum + before, 0),
    now: rows.reduce((sum, { now }) => sum + now, 0),
  };
  return [
    "## Crime Breakdown\n\n|  | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n",
    ...[...rows, total].flatMap(({ measure, before, now }): Piece[] => [
      `| ${measure} | `,
      number(now),
      " | ",
      number(before),
      ` | ${roundRatio(100 * (now - before), before, 1).text}% |\n`,
    ]),
  ];
}
