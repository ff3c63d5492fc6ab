import { ratioOf } from "./computed.ts";
import type { Expression } from "./expression.ts";
import type { Figure, Ratio } from "./figure.ts";
import { referenceName } from "./reference.ts";
import type { Register } from "./register.ts";

type Figures = Extract<Expression, { kind: "figures" }>;

/** The figure that an expression stands for: one from the register, or their sum, difference or share, listed there too. */
export function evaluate(expression: Figures, register: Register): Figure {
  const [first, ...rest] = expression.terms.map((term) => ({
    sign: term.sign,
    figure: register.figure(term.reference),
  }));
  if (first === undefined) throw new Error("an expression without a figure: the parser must refuse it");
  if (rest.length === 0) return first.figure;
  const name = expression.terms
    .map((t, i) => `${i === 0 ? "" : ` ${t.sign} `}${referenceName(t.reference)}`)
    .join("");
  const made = rest.reduce(
    (sum, { sign, figure }) => (sign === "/" ? shareOf(sum, figure) : added(sum, figure, sign)),
    first.figure,
  );
  return register.add({ ...made, name, formula: name.replaceAll("/", "÷").replaceAll(" - ", " − ") });
}

const both = (a: Figure, b: Figure) => ({
  ...a,
  ratio: null,
  rank: null,
  words: null,
  decimals: Math.max(a.decimals, b.decimals),
  status: a.status === "published" ? b.status : a.status,
  reason: a.reason ?? b.reason,
  from: [...a.from, ...b.from],
});

/** Two percentages differ by percentage points. */
function added(a: Figure, b: Figure, sign: "+" | "-"): Figure {
  if (a.unit !== b.unit) return unlike(a, b);
  if (a.unit === "rank") return places(a, b, sign);
  const unit = sign === "-" && a.unit === "percent" ? "percentage points" : a.unit;
  const made = { ...both(a, b), unit, signed: a.signed };
  if (a.value === null || b.value === null) return { ...made, value: null };
  const [x, y] = [ratioOf(a.value, a.ratio), ratioOf(b.value, b.ratio)];
  const exact = sumOf(x, sign === "+" ? y : { ...y, numerator: -y.numerator });
  return {
    ...made,
    value: exact.numerator / exact.denominator,
    ratio: a.ratio === null && b.ratio === null ? null : exact,
  };
}

/** Two places are so many apart; they have no sum. */
function places(a: Figure, b: Figure, sign: "+" | "-"): Figure {
  const apart = sign === "-" && a.value !== null && b.value !== null ? a.value - b.value : null;
  const reason = sign === "+" ? "places cannot be added" : (a.reason ?? b.reason);
  return {
    ...both(a, b),
    value: apart,
    unit: "places",
    signed: true,
    ...(apart === null ? { status: "missing" as const, reason } : {}),
  };
}

const sumOf = (x: Ratio, y: Ratio): Ratio =>
  x.denominator === y.denominator
    ? { numerator: x.numerator + y.numerator, denominator: x.denominator }
    : {
        numerator: x.numerator * y.denominator + y.numerator * x.denominator,
        denominator: x.denominator * y.denominator,
      };

const unlike = (a: Figure, b: Figure): Figure => ({
  ...both(a, b),
  value: null,
  status: "missing",
  reason: `its parts are in different units, ${a.unit} and ${b.unit}`,
});

/** `a` as a percentage of `b`, without decimals. */
function shareOf(a: Figure, b: Figure): Figure {
  if (a.unit !== b.unit) return unlike(a, b);
  const made = { ...both(a, b), unit: "percent", decimals: 0, signed: false } as const;
  const undefinedFor = a.unit === "rank" ? "a place has no share" : "the base is 0";
  if (a.unit === "rank" || a.value === null || b.value === null || b.value === 0)
    return { ...made, value: null, ratio: null, reason: a.reason ?? b.reason ?? undefinedFor };
  const [x, y] = [ratioOf(a.value, a.ratio), ratioOf(b.value, b.ratio)];
  const ratio = { numerator: 100 * x.numerator * y.denominator, denominator: y.numerator * x.denominator };
  return { ...made, value: ratio.numerator / ratio.denominator, ratio, reason: null };
}
