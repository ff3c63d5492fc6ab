import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { performanceSummary, type Summary } from "../../src/document/summary.ts";
import { createRegister } from "../../src/figures/register.ts";
import { visibleSeries } from "../../src/figures/series.ts";
import type { Change } from "../support/project.ts";
import { minimal } from "../support/project.ts";
import { factsOf, figureOf, measure, monthRows } from "../support/register.ts";

const rows = [
  "period,value,status,was,revised",
  "2019-10,3,,,",
  "2019-11,5,revised,4,2019-12-05",
  "2019-12,9,,,",
  "2020-01,8,,,",
];
const lagged = ["availabilityLag: { months: 2, reason: Deaths are counted after thirty days. }"];

async function seen(cutOff: string, more: readonly string[] = []): Promise<object> {
  const facts = await factsOf(...measure("thefts", rows, more));
  const found = facts.measures.get("thefts");
  if (found === undefined) throw new Error("the test's measure is gone");
  const { latest, periods, at } = visibleSeries(found, cutOff);
  return { latest, periods, november: at("2019-11", "force", null)?.value ?? null };
}

describe("a paper sees", () => {
  test.each([
    ["2019-11-29", { latest: "2019-10", periods: ["2019-10"], november: null }],
    ["2019-11-30", { latest: "2019-11", periods: ["2019-10", "2019-11"], november: 4 }],
    ["2019-12-04", { latest: "2019-11", periods: ["2019-10", "2019-11"], november: 4 }],
    ["2019-12-05", { latest: "2019-11", periods: ["2019-10", "2019-11"], november: 5 }],
    ["2019-12-31", { latest: "2019-12", periods: ["2019-10", "2019-11", "2019-12"], november: 5 }],
  ])("what was known on %s", async (cutOff, expected) => {
    expect(await seen(cutOff)).toEqual(expected);
  });

  test.each([
    ["2019-12-31", "2019-10"],
    ["2020-01-01", "2019-11"],
    ["2020-01-31", "2019-11"],
  ])("late figures only after their delay: on %s those of %s", async (cutOff, latest) => {
    expect(await seen(cutOff, lagged)).toMatchObject({ latest });
  });

  test("a percentage as it was before its revision, with the number behind it", async () => {
    const revised = ["period,value,denominator,status,was,revised", "2019-11,30,40,revised,20,2019-12-05"];
    const facts = await factsOf(...measure("answers", revised, ["unit: percent"]));
    const at = (cutOff: string) => createRegister(facts, "2019-11", cutOff);
    expect(figureOf(at("2019-11-30"), "answers")).toMatchObject({ value: 50, status: "published" });
    expect(figureOf(at("2019-11-30"), "answers.numerator").value).toBe(20);
    expect(figureOf(at("2019-12-05"), "answers")).toMatchObject({ value: 75, status: "revised" });
  });

  test("for a measure that the force has no figure for, the latest of any area", async () => {
    const facts = await factsOf(
      ...measure(
        "thefts",
        ["period,area,value", "2019-09,north,3", "2019-10,south,4"],
        ["areas: [north, south]"],
      ),
    );
    const found = facts.measures.get("thefts");
    expect(found && visibleSeries(found, "2019-11-30").latest).toBe("2019-10");
  });
});

async function summaryOf(...changes: readonly Change[]): Promise<Summary> {
  const facts = await factsOf(...changes);
  const quarter = facts.quarters.get("2019-20-q3");
  if (quarter?.summary == null) throw new Error("the smallest project has lost its paper");
  return performanceSummary(facts, quarter, quarter.summary);
}

/** All that a paper says, and all figures behind it; of their places only file, line and column. */
const content = ({ view, register }: Summary): object => ({
  view,
  printed: register.printed().map((figure) => ({
    ...figure,
    from: figure.from.map(({ file, line, column }) => `${file}:${line}:${column}`),
  })),
});

/** Rows of months after the cut-off for the CSV of burglary, whose areas add up, and of response times. */
const later = fc.array(
  fc.record({
    north: fc.nat(500),
    south: fc.nat(500),
    seconds: fc.integer({ min: 0, max: 5999 }),
    status: fc.constantFrom("", "estimated", "provisional"),
  }),
  { minLength: 1, maxLength: 14 },
);

const appended = (file: string, added: readonly string[]): Change => ({
  file,
  text: `${minimal().get(file)}${added.join("\n")}\n`,
});
const monthAfter = (i: number): string =>
  `${2019 + Math.floor((11 + i) / 12)}-${String(((11 + i) % 12) + 1).padStart(2, "0")}`;

describe("what comes later changes nothing", () => {
  test("of what was printed, whatever the later months hold", async () => {
    const before = content(await summaryOf());
    await fc.assert(
      fc.asyncProperty(later, async (months) => {
        const burglary = months.flatMap(({ north, south }, i) => [
          `${monthAfter(i)},,${north + south}`,
          `${monthAfter(i)},north,${north}`,
          `${monthAfter(i)},south,${south}`,
        ]);
        const times = months.map(
          ({ seconds, status }, i) =>
            `${monthAfter(i)},,${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")},${status},`,
        );
        const after = await summaryOf(
          appended("data/measures/burglary.csv", burglary),
          appended("data/measures/response-time.csv", times),
        );
        expect(content(after)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  test("when a value is revised after the cut-off", async () => {
    const before = content(await summaryOf());
    const file = "data/measures/response-time.csv";
    const text = (minimal().get(file) ?? "")
      .trim()
      .split("\n")
      .map(
        (row, i) =>
          `${row}${i === 0 ? ",was,revised" : row.startsWith("2019-11") ? ",14:20,2019-12-20" : ",,"}`,
      )
      .map((row) => row.replace("2019-11,,14:20,,", "2019-11,,59:59,revised,"))
      .join("\n");
    expect(content(await summaryOf({ file, text }))).toEqual(before);
  });

  test("when a new average is confirmed after the paper came out; one before it does", async () => {
    const before = content(await summaryOf());
    const baseline = (confirmedOn: string): Change => ({
      file: "data/measures/burglary.yaml",
      from: "periods: month\n",
      to: `periods: month\nbaselines:\n  - { start: 2019-03, reason: Fewer., confirmedBy: The team, confirmedOn: ${confirmedOn} }\n`,
    });
    expect(content(await summaryOf(baseline("2019-12-11")))).toEqual(before);
    expect(content(await summaryOf(baseline("2019-12-10")))).not.toEqual(before);
  });

  test("of a register: its figures are those it first gave", async () => {
    const facts = await factsOf(...measure("thefts", monthRows([1, 2, 3])));
    const register = createRegister(facts, "2019-11", "2019-11-30");
    const first = figureOf(register, "thefts.change");
    expect(figureOf(register, "thefts.change")).toBe(first);
    expect(register.printed().map((f) => f.name)).toEqual(["thefts.change"]);
  });
});
