import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatFigure, formatMarked, formatNumber, formatSize } from "../../src/document/format.ts";
import type { Figure } from "../../src/figures/figure.ts";

const blank: Figure = {
  name: "x",
  reference: { measure: "x", area: "force", category: null, period: null, statistic: "value" },
  value: null,
  ratio: null,
  rank: null,
  words: null,
  unit: "count",
  decimals: 0,
  signed: false,
  period: "2019-11",
  periodKind: "month",
  formula: "",
  status: "published",
  reason: null,
  from: [],
};
const figure = (more: Partial<Figure>): Figure => ({ ...blank, ...more });

describe("a figure is printed", () => {
  const printed: readonly [string, Partial<Figure>][] = [
    ["0", { value: 0 }],
    ["999", { value: 999 }],
    ["3,738", { value: 3738 }],
    ["1,234,567", { value: 1_234_567 }],
    ["12,345.68", { value: 12_345.675, decimals: 2 }],
    ["+8", { value: 8, signed: true }],
    ["−1,234", { value: -1234, signed: true }],
    ["0", { value: 0, signed: true }],
    ["0", { value: -0.4, signed: true }],
    ["−14", { value: -14 }],
    ["3.30%", { value: 3.3, unit: "percent", decimals: 2 }],
    ["73%", { value: 72.5, ratio: { numerator: 2900, denominator: 40 }, unit: "percent" }],
    ["33%", { value: 100 / 3, ratio: { numerator: 100, denominator: 3 }, unit: "percent" }],
    ["−2.4%", { value: -2.4, unit: "percent", decimals: 1, signed: true }],
    ["+1 point", { value: 1, unit: "percentage points", signed: true }],
    ["−2.5 points", { value: -2.5, unit: "percentage points", decimals: 1, signed: true }],
    ["0 points", { value: 0.3, unit: "percentage points", signed: true }],
    ["14:01", { value: 841, unit: "duration" }],
    ["1:02:03", { value: 3723, unit: "duration" }],
    ["+0:40", { value: 40, unit: "duration", signed: true }],
    ["−10:05", { value: -605, unit: "duration", signed: true }],
    ["£1,200", { value: 1200, unit: "pounds" }],
    ["−£5", { value: -5, unit: "pounds", signed: true }],
    ["0.09", { value: 0.0899, unit: "rate", decimals: 2 }],
    ["Y (low)", { words: "Y (low)", unit: "words" }],
    ["", { words: "", unit: "words" }],
    ["[x]", { status: "missing", reason: "late" }],
    ["[c]", { status: "suppressed", reason: "few" }],
    ["n/a", { status: "missing", reason: "n/a (from 0)" }],
  ];
  test.each(printed)("%j", (text, more) => {
    expect(formatFigure(figure(more))).toBe(text);
  });

  test("without its sign where the sentence has it", () => {
    expect(
      [
        figure({ value: -5.5, unit: "percent", decimals: 1, signed: true }),
        figure({ value: 8, signed: true }),
        figure({ status: "missing" }),
      ].map(formatSize),
    ).toEqual(["5.5%", "8", "[x]"]);
  });

  test("with the mark of its status, where it has a value", () => {
    const marks = (["published", "estimated", "provisional", "revised"] as const).map((status) =>
      formatMarked(figure({ value: 5, status })),
    );
    expect(marks).toEqual(["5", "5 [e]", "5 [p]", "5 [r]"]);
    expect(formatMarked(figure({ status: "missing" }))).toBe("[x]");
  });
});

describe("a number", () => {
  test("of any size reads back as itself, rounded", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 2 }),
        (hundredths, decimals) => {
          const text = formatNumber(hundredths / 100, "count", decimals);
          expect(text).toMatch(/^\d{1,3}(,\d{3})*(\.\d+)?$/);
          expect(Math.abs(Number(text.replaceAll(",", "")) - hundredths / 100)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + 1e-6,
          );
        },
      ),
    );
  });
});
