import { describe, expect, test } from "@jest/globals";
import { readSeries } from "../../src/analyse/read.ts";
import { analysed } from "../../src/document/analysed.ts";
import { analysisJson } from "../../src/document/analysisJson.ts";
import { analystNote } from "../../src/document/analystNote.ts";

type Request = Readonly<Record<string, unknown>> & { readonly values: readonly (number | null)[] };

const monthsOf = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${2017 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );

function analysisOf(request: Request) {
  const whole = { title: "Theft", months: monthsOf(request.values.length), ...request };
  const read = readSeries({ file: "theft.json", bytes: Buffer.from(JSON.stringify(whole)), beside: null });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return analysed(read.value);
}

/** The note without its line breaks, a paragraph a line. */
const noteOf = (request: Request): string[] =>
  analystNote(analysisOf(request))
    .split("\n\n")
    .map((paragraph) => paragraph.replaceAll("\n", " "));

/** Values that go up and down by one around 50: mean 50, mean moving range 2, limits 44.68 and 55.32. */
const level = (count: number): number[] => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 49 : 51));

describe("the note", () => {
  test("of an ordinary month says where it stands and how that is known", () => {
    const [head, latest, exceptional, patterns, , method] = noteOf({ values: level(24) });
    expect(head).toBe("Theft: 24 months, January 2017 to December 2018.");
    expect(latest).toBe(
      "In December 2018 the value was 51, above the average of 50.0. That is within the limits of 44.7 to 55.3: an ordinary value for this series.",
    );
    expect(exceptional).toBe("No value lies outside the limits, so none is exceptional.");
    expect(patterns).toBe(
      "There is no shift to one side of the average and no steady rise or fall. No new baseline is proposed.",
    );
    expect(method).toMatch(
      /^How this was done\. The chart is an XmR chart .* The average, 50\.0, rests on 24 months, January 2017 to December 2018\. .*fitted to 24 months \(it looks back on 60 at most\)/,
    );
  });

  test("names each exceptional month with its limit", () => {
    const values = level(24);
    values[10] = 90;
    const note = noteOf({ values }).join("\n");
    const ucl = analysisOf({ values }).control.points[10]?.ucl ?? 0;
    expect(note).toContain(
      `Exceptional, that is outside the limits: November 2017 (90, above the upper limit of ${ucl.toFixed(1)}).`,
    );
  });

  test("tells a shift, a trend, and a new baseline that may be due", () => {
    const note = noteOf({ values: [...level(16), 60, 61, 62, 63, 64, 65, 66, 67] }).join("\n");
    expect(note).toContain("A shift: all eight months from May 2018 to December 2018 lie above the average.");
    expect(note).toMatch(/A trend: from \w+ 2018 to December 2018 each value rises on the one before/);
    expect(note).toContain(
      "A new baseline is proposed from April 2018: by November 2018 eight months in a row lay above the average before them; it increased from 49.9 to 61.5.",
    );
  });

  test("draws no limits from five values and calls nothing exceptional from twelve", () => {
    const five = noteOf({ values: [1, 2, 3, 4, 90] }).join("\n");
    expect(five).toContain("There are too few values for limits: six are needed.");
    const twelve = noteOf({ values: [...level(11), 90] }).join("\n");
    expect(twelve).toContain("they may still move, and nothing is called exceptional before 13 values.");
    expect(twelve).not.toContain("Exceptional");
    expect(noteOf({ values: [5] }).join("\n")).toContain("an average needs two, limits six");
  });

  test.each([
    [{ target: 60, improvementDirection: "decrease" }, "The target of 60 or less is met reliably"],
    [
      { target: 60, improvementDirection: "increase" },
      "The target of 60 or more will not be met as things stand",
    ],
    [
      { target: 50, improvementDirection: "increase" },
      "is met in some months and missed in others by chance",
    ],
    [{ target: 50 }, "whether it is met cannot be said"],
  ])("holds the limits against the target %j", (options, says) => {
    expect(noteOf({ values: level(24), options }).join("\n")).toContain(says);
  });

  test("of shares speaks in percent, and of rates for 1,000 of the base", () => {
    const denominators = level(24).map((_, i) => 100 + i);
    expect(noteOf({ values: level(24), denominators, chart: "p" })[1]).toContain("the value was 41.5%");
    const rates = noteOf({
      values: level(24),
      denominators: denominators.map((base) => base * 100),
      chart: "u",
    });
    expect(rates[1]).toContain("the value was 4.15 for 1,000 of the base");
  });

  test("counts how often a target within the limits was met, and claims no more", () => {
    const met = (target: number) =>
      noteOf({ values: level(24), options: { target, improvementDirection: "increase" } })[4];
    expect(met(50)).toContain("missed in others by chance");
    expect(met(50)).toContain("It was met in 12 of 24 months.");
    expect(met(53)).toBe(
      "The target of 53 or more lies within the limits, which run from 44.7 to 55.3, so that whether it is met is a matter of chance. It was met in none of 24 months.",
    );
  });

  test("calls the line of a g chart its median", () => {
    const note = noteOf({ values: level(24), chart: "g" }).join("\n");
    expect(note).toContain("above the median of 50.0");
    expect(note).not.toContain("average");
  });

  test("says of a month within the limits that it belongs to a shift", () => {
    const values = [...level(20), 53, 53, 53, 53, 53, 53, 53, 53];
    expect(noteOf({ values })[1]).toContain("by itself an ordinary value, but part of a shift.");
  });

  test("claims no certainty where all values are alike", () => {
    const note = noteOf({ values: Array(24).fill(7) }).join("\n");
    expect(note).toContain("All values of this baseline are alike, so there is no variation to judge by.");
    expect(note).toContain("about 7.0 in every month from January 2019 to June 2019, six months ahead.");
    expect(note).toContain("how far it may be out cannot be said.");
    expect(note).not.toContain("chance of");
  });

  test("projects no more finely than it was counted, and only if all goes on", () => {
    const note = noteOf({ values: level(24).map((value) => 2 * value) }).join("\n");
    expect(note).toMatch(
      /Projection: (from )?about \d+ in .* If the series goes on as it has, there is a chance of 80% that June 2019 lies between \d+ and \d+, and/,
    );
  });

  test("warns where the seasons may make the shifts", () => {
    const season = [60, 58, 52, 50, 44, 40, 38, 40, 45, 50, 55, 59];
    const values = Array.from({ length: 48 }, (_, i) => (season[i % 12] ?? 0) + ((i * 7) % 5) / 2);
    expect(noteOf({ values }).join("\n")).toContain(
      "a shift or a trend may be no more than the time of year.",
    );
    expect(noteOf({ values: level(24) }).join("\n")).not.toContain("time of year");
  });

  test("shows a number as it was meant, not as a computer holds it", () => {
    expect(noteOf({ values: [0.1 + 0.2, 36.300000000000004, 12] })[1]).toContain("the value was 12.0,");
  });

  test("cuts a limit that cannot be reached, as the data do not", () => {
    const values = [0, 9, 1, 8, 9, 2, 7, 8, 0, 9, 9, 5, 9, 8];
    const analysis = analysisOf({ values });
    expect(analysis.control.points[0]?.lcl).toBeLessThan(0);
    const note = analystNote(analysis).replaceAll("\n", " ");
    expect(note).toContain("the limits of 0 to");
    expect(note).toContain("A value cannot be exceptionally low");
  });

  test("names the months without a value, and the latest that has one", () => {
    const [head, latest] = noteOf({ values: [...level(12), null, 50, null] });
    expect(head).toBe(
      "Theft: 15 months, January 2017 to March 2018; there is no value for January 2018 and March 2018.",
    );
    expect(latest).toContain("In February 2018, the latest of the months that has a value, the value was 50");
  });

  test("keeps to lines that a letter can hold", () => {
    const lines = analystNote(analysisOf({ values: level(36) })).split("\n");
    expect(lines.filter((line) => line.length > 92)).toEqual([]);
  });
});

describe("the data for other programs", () => {
  test("have an element for each month in every array", () => {
    const json = Object.entries(analysisJson(analysisOf({ values: [...level(14), null, 51] })));
    const arrays = json.flatMap(([name, value]) =>
      Array.isArray(value) && !["rules", "proposedRebase", "remarks"].includes(name) ? [value.length] : [],
    );
    expect(arrays).toEqual(Array(13).fill(16));
  });

  test("hold shares, not percentages, for p and its projection", () => {
    const request = { values: level(24), denominators: level(24).map((_, i) => 100 + i), chart: "p" };
    const { mean, projection } = analysisJson(analysisOf(request)) as unknown as {
      mean: number[];
      projection: { hi95: number[] };
    };
    const total = level(24).reduce((a, b) => a + b) / (24 * 100 + (23 * 24) / 2);
    expect(mean[0]).toBeCloseTo(total, 12);
    expect(Math.max(...projection.hi95)).toBeLessThanOrEqual(1);
  });
});
