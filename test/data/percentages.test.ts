import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readChecked } from "../../src/check.ts";
import { sourceFiles } from "../../src/disk.ts";
import { formatFigure } from "../../src/document/format.ts";
import type { Figure } from "../../src/figures/figure.ts";
import type { Register } from "../../src/figures/register.ts";
import type { Observation } from "../../src/model/observation.ts";

/** An exact number. The arithmetic here shares nothing with src: neither its ratios nor its rounding. */
type Exact = { readonly n: bigint; readonly d: bigint };

const whole = (n: bigint): Exact => ({ n, d: 1n });
const minus = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const plus = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Exact, b: Exact): Exact => times(a, b.d < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
const total = (all: readonly Exact[]): Exact => all.reduce(plus, whole(0n));
const meanOf = (all: readonly Exact[]): Exact => over(total(all), whole(BigInt(all.length)));
const percentOf = (part: Exact, base: Exact): Exact => times(whole(100n), over(part, base));
const percentChange = (now: Exact, then: Exact): Exact => percentOf(minus(now, then), then);

/** A number as it is written in the source. */
function written(value: number | null): Exact {
  const [, digits = "", fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  return { n: BigInt(digits + fraction), d: 10n ** BigInt(fraction.length) };
}

/** The average of a series: where every percentage is known as n of N, all n over all N. */
function averageOf(of: readonly Observation[]): Exact {
  if (of.some(({ numerator }) => numerator === null)) return meanOf(of.map(amountOf));
  return percentOf(
    total(of.map(({ numerator }) => written(numerator))),
    total(of.map(({ denominator }) => written(denominator))),
  );
}

/** The value of an observation: for a percentage that is known as n of N, 100 n / N. */
const amountOf = ({ value, numerator, denominator }: Observation): Exact =>
  numerator === null ? written(value) : percentOf(written(numerator), written(denominator));

/** Half away from zero: the digits as they are printed, without unit. */
function rounded({ n, d }: Exact, decimals: number): string {
  const size = (2n * (n < 0n ? -n : n) * 10n ** BigInt(decimals) + d) / (2n * d);
  const digits = String(size).padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const grouped = digits.slice(0, split).replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === 0 ? grouped : `${grouped}.${digits.slice(split)}`;
}

function printed(exact: Exact, { decimals, signed, unit }: Figure): string {
  const digits = rounded(exact, decimals);
  const isZero = !/[1-9]/.test(digits);
  const sign = isZero ? "" : exact.n < 0n ? "−" : signed ? "+" : "";
  if (unit === "percent") return `${sign}${digits}%`;
  return unit === "rate"
    ? `${sign}${digits}`
    : `${sign}${digits} ${Number(digits) === 1 ? "point" : "points"}`;
}

const root = join(import.meta.dirname, "..", "..");
const { papers } = await readChecked("data", [], sourceFiles(root));

/** The observations that a figure says it was made of, as its paper sees them. */
function observationsOf(figure: Figure, register: Register): Observation[] {
  const { facts, at } = register.series(figure.reference.measure);
  const places = new Map(
    facts.observations.map((o) => [`${o.place.file}:${o.place.line}:${o.place.column}`, o]),
  );
  return figure.from.map(({ file, line, column }) => {
    const found = places.get(`${file}:${line}:${column}`);
    const seen = found === undefined ? null : at(found.period, found.area, found.category);
    if (seen === null) throw new Error(`${figure.name} is made of ${file}:${line}, which is no observation`);
    return seen;
  });
}

/** A figure worked out again from the observations alone. */
function workedOut(figure: Figure, register: Register): Exact {
  if (/ [+\-/] /.test(figure.name)) return ofOthers(figure, register);
  const { measure: id, statistic, area } = figure.reference;
  const { measure } = register.series(id).facts;
  const made = observationsOf(figure, register);
  const [now, then] = made.map(amountOf);
  if (statistic === "projectedChange") return published(measure.annualProjection?.changePercent);
  // A projection rests on logarithms and a limit on a root or a mean of ranges, not on a ratio: their rounding alone is exact.
  if (/\.projected\.|\.outturnChange@/.test(figure.name)) return published(figure.value ?? undefined);
  if (statistic === "lower" || statistic === "upper") return published(figure.value ?? undefined);
  if (statistic === "target" || statistic === "baseline") return published(figure.value ?? undefined);
  if (now === undefined) throw new Error(`${figure.name} is made of nothing`);
  const base = (): Exact => {
    if (then === undefined) throw new Error(`${figure.name} has nothing to be compared with`);
    return then;
  };
  switch (statistic) {
    case "value":
    case "previous":
    case "yearAgo":
      return now;
    case "change":
    case "yearChange":
      return minus(now, base());
    case "changePercent":
    case "yearChangePercent":
      return percentChange(now, base());
    case "mean":
      return averageOf(made);
    case "meanChange":
      return minus(now, averageOf(made.slice(1)));
    case "meanChangePercent":
      return percentChange(now, averageOf(made.slice(1)));
    case "ytdChangePercent": {
      const values = made.map(amountOf);
      return percentChange(total(values.slice(0, values.length / 2)), total(values.slice(values.length / 2)));
    }
    case "share": {
      const [part, ofAll] = made;
      const denominator = part?.denominator ?? ofAll?.value ?? null;
      return percentOf(written(part?.numerator ?? part?.value ?? null), written(denominator));
    }
    case "rate": {
      const { organisation } = register.facts;
      const people =
        measure.rateBase === undefined ? undefined : organisation.bases[measure.rateBase].areas[area];
      return times(whole(1000n), over(now, published(people)));
    }
    default:
      throw new Error(`${figure.name}: this test does not know how ${statistic} becomes a percentage`);
  }
}

function published(value: number | undefined): Exact {
  if (value === undefined) throw new Error("a published number is missing");
  return value < 0 ? minus(whole(0n), written(-value)) : written(value);
}

/** A sum, a difference or a share of listed figures, worked out from theirs. */
function ofOthers(figure: Figure, register: Register): Exact {
  const listed = new Map(register.printed().map((f) => [f.name, f]));
  const [first = "", ...rest] = figure.name.split(/ ([+\-/]) /);
  const term = (name: string): Exact => {
    const found = listed.get(name);
    if (found === undefined) throw new Error(`${name} is not listed`);
    return found.unit === "count" || found.unit === "headcount"
      ? written(found.value)
      : workedOut(found, register);
  };
  return rest.reduce((sum, sign, i) => {
    const other = i % 2 === 0 ? term(rest[i + 1] ?? "") : whole(0n);
    if (i % 2 === 1) return sum;
    return sign === "/" ? percentOf(sum, other) : sign === "+" ? plus(sum, other) : minus(sum, other);
  }, term(first));
}

const exactUnits = ["percent", "percentage points", "rate"];

/** The ends of an interval come from a square root: they are no ratio of whole numbers. */
const isRatio = ({ reference: { statistic } }: Figure): boolean => !/^(lower|upper)95$/.test(statistic);

const exactFigures = (register: Register): readonly Figure[] =>
  register
    .printed()
    .filter((figure) => exactUnits.includes(figure.unit) && figure.value !== null && isRatio(figure));

describe("the papers together", () => {
  const all = papers.flatMap(({ worded: { register } }) =>
    exactFigures(register).map((figure) => ({ figure, register })),
  );

  test("print percentages, points and rates by the hundred", () => {
    const count = (unit: string): number => all.filter(({ figure }) => figure.unit === unit).length;
    expect(count("percent")).toBeGreaterThan(600);
    expect(count("percentage points")).toBeGreaterThan(20);
    expect(count("rate")).toBeGreaterThan(200);
  });

  test("have some that lie on a half, where rounding the other way or in binary would show", () => {
    const halves = all.filter(({ figure, register }) => {
      const { n, d } = workedOut(figure, register);
      return (
        (2n * n * 10n ** BigInt(figure.decimals)) % d === 0n &&
        (n * 10n ** BigInt(figure.decimals)) % d !== 0n
      );
    });
    expect(halves.length).toBeGreaterThan(0);
  });
});

describe.each(papers)("$target.path/$target.document", ({ worded: { register } }) => {
  test("each is what exact arithmetic on its observations gives, half away from zero", () => {
    const wrong = exactFigures(register).flatMap((figure) => {
      const [is, shouldBe] = [formatFigure(figure), printed(workedOut(figure, register), figure)];
      return is === shouldBe ? [] : [`${figure.name} is printed as ${is}, not ${shouldBe}`];
    });
    expect(wrong).toEqual([]);
  });
});
