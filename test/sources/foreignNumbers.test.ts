import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { foreignNumber } from "../../src/sources/foreignNumbers.ts";

describe("a figure", () => {
  test.each([
    ["53", 53, "number", 0, "published"],
    ["0", 0, "number", 0, "published"],
    ["-0", 0, "number", 0, "published"],
    ["1,234", 1234, "number", 0, "published"],
    ["1,234,567.8", 1234567.8, "number", 1, "published"],
    ["1 234", 1234, "number", 0, "published"],
    ["1\u00A0234", 1234, "number", 0, "published"],
    ["−5", -5, "number", 0, "published"],
    ["75%", 75, "percent", 0, "published"],
    ["75.25 %", 75.25, "percent", 2, "published"],
    ["£1,200.50", 1200.5, "pounds", 2, "published"],
    ["14:01", 841, "duration", 0, "published"],
    ["1:02:03", 3723, "duration", 0, "published"],
    ["53 [p]", 53, "number", 0, "provisional"],
    ["53r", 53, "number", 0, "revised"],
    ["53 (e)", 53, "number", 0, "estimated"],
    ["75% [r]", 75, "percent", 0, "revised"],
  ])("%s", (text, value, unit, decimals, status) => {
    expect(foreignNumber(text)).toEqual({ kind: "value", value, unit, decimals, status });
  });

  test("with commas at its thousands is the number without them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (number) => {
        expect(foreignNumber(number.toLocaleString("en-GB"))).toMatchObject({ value: number });
      }),
    );
  });
});

describe("instead of a figure", () => {
  test.each(["", "..", "x", "[x]", "n/a", "N/A", ":", "#N/A"])("`%s` is missing, not zero", (text) => {
    expect(foreignNumber(text)).toEqual({ kind: "empty", status: "missing", dash: false });
  });
  test.each(["-", "–", "—"])("`%s` is missing too, and that is told", (text) => {
    expect(foreignNumber(text)).toEqual({ kind: "empty", status: "missing", dash: true });
  });
  test.each(["c", "[c]", "*"])("`%s` is suppressed", (text) => {
    expect(foreignNumber(text)).toEqual({ kind: "empty", status: "suppressed", dash: false });
  });
});

test.each([
  ["1,23", "write 123 or 1.23"],
  ["1.234,5", "has two readings"],
  ["1.234.567", "has two readings"],
  ["12,34,567", "is no figure"],
  ["five", "is no figure"],
  ["1e3", "is no figure"],
  ["[p]", "is no figure"],
  ["12345678901234567", "more digits than can be kept"],
  ["1:75:00", "is no time"],
])("%s is refused", (text, says) => {
  expect(foreignNumber(text)).toMatchObject({ kind: "wrong", message: expect.stringContaining(says) });
});
