import { describe, expect, test } from "@jest/globals";
import { areaSentences, leadSentence } from "../../src/document/opening.ts";
import { measure, monthRows, registerOf } from "../support/register.ts";

/** A year of months around 100 whose range reaches from about 85 to 115: what comes after it is what the sentence is about. */
const year = [100, 96, 104, 100, 96, 104, 100, 96, 104, 100, 96, 104];
const thefts = "counted: { one: theft, many: thefts }";

async function leadOf(rows: readonly string[], ...more: readonly string[]): Promise<string> {
  return leadSentence(await registerOf(...measure("thefts", rows, more)), "thefts");
}

/** October and November, and what the sentence says behind "… thefts were recorded in November 2019". */
const counts: readonly [string, number, number, string][] = [
  [
    "both up",
    96,
    107,
    ": more than in October and more than in an average month, but inside the expected range.",
  ],
  [
    "up, but low",
    90,
    95,
    ": slightly more than in October but fewer than in an average month, and inside the expected range.",
  ],
  [
    "down, but high",
    108,
    105,
    ": slightly fewer than in October but more than in an average month, and inside the expected range.",
  ],
  [
    "both down",
    100,
    94,
    ": slightly fewer than in October and fewer than in an average month, but inside the expected range.",
  ],
  [
    "no change",
    100,
    100,
    ": in line with October and in line with the monthly average, and inside the expected range.",
  ],
  [
    "one more, but high",
    106,
    107,
    ": in line with October but more than in an average month, and inside the expected range.",
  ],
  [
    "down to the average",
    106,
    100,
    ": slightly fewer than in October but in line with the monthly average, and inside the expected range.",
  ],
  [
    "much more",
    60,
    100,
    ": notably more than in October and more than in an average month, but inside the expected range.",
  ],
  [
    "exceptionally high",
    100,
    160,
    ": notably more than in October and more than in an average month, and above the expected range: an exceptional month.",
  ],
  [
    "exceptionally low",
    100,
    40,
    ": notably fewer than in October and fewer than in an average month, and below the expected range: an exceptional month.",
  ],
];

describe("the lead sentence of a count", () => {
  test.each(counts)("%s: from %d to %d", async (_, october, november, says) => {
    const lead = await leadOf(monthRows([...year, october, november]), thefts);
    expect(lead).toBe(`${november} thefts were recorded in November 2019${says}`);
  });

  test("speaks of one in the singular", async () => {
    expect(await leadOf(monthRows([3, 1]), thefts)).toMatch(/^1 theft was recorded in November 2019: /);
  });

  test("says nothing of limits while there are too few months for them, nor of an average of one month", async () => {
    expect(await leadOf(monthRows(year), thefts)).toBe(
      "104 thefts were recorded in November 2019: slightly more than in October and more than in an average month.",
    );
    expect(await leadOf(monthRows([120]), thefts)).toBe("120 thefts were recorded in November 2019.");
  });

  test("puts a comma into thousands", async () => {
    expect(await leadOf(monthRows([3738]), thefts)).toBe("3,738 thefts were recorded in November 2019.");
  });

  test("says so when nothing is published yet", async () => {
    expect(await leadOf(["period,value", "2020-02,3"], thefts)).toBe("Thefts: no figure is published yet.");
  });
});

describe("the lead sentence of a percentage", () => {
  const counted = "counted: { one: of victims, many: of victims, verb: were satisfied }";

  test.each([
    [75, 75.9, "in line with October"],
    [75, 76, "slightly higher than in October"],
    [75, 78, "higher than in October"],
    [75, 85, "notably higher than in October"],
    [75, 72.1, "slightly lower than in October"],
    [3.3, 3.32, "in line with October"],
    [3.3, 3.4, "slightly higher than in October"],
    [3.3, 2.6, "lower than in October"],
  ])("from %d to %d is %s", async (october, november, says) => {
    const line = "chart: { kind: line, why: Two months are no series. }";
    const lead = await leadOf(monthRows([october, november]), "unit: percent", counted, line);
    expect(lead).toBe(`${november}% of victims were satisfied in November 2019: ${says}.`);
  });

  test("rounds what is known exactly, halves up", async () => {
    const rows = ["period,value,denominator", "2019-11,29,40"];
    expect(await leadOf(rows, "unit: percent", counted)).toBe(
      "73% of victims were satisfied in November 2019.",
    );
  });
});

test("the lead sentence of a duration says higher and lower, and the time as mm:ss", async () => {
  const times = ["period,value", "2019-10,13:20", "2019-11,12:05"];
  const counted = "counted: { one: average time, many: average time, verb: was }";
  expect(await leadOf(times, "unit: duration", counted)).toBe(
    "The average time was 12:05 in November 2019: lower than in October and lower than in an average month.",
  );
});

describe("the lead sentence of other periods names them", () => {
  test.each([
    [
      "week",
      ["2019-11-10,40", "2019-11-17,60"],
      "in the week ending 17 November 2019: more than in the week ending 10 November 2019 and more than in an average week.",
    ],
    [
      "quarter",
      ["2019-20-q1,40", "2019-20-q2,60"],
      "in quarter 2 of 2019/20: more than in quarter 1 of 2019/20 and more than in an average quarter.",
    ],
    [
      "year-to",
      ["2019-03,40", "2019-06,60"],
      "in the year to June 2019: more than in the year to March 2019.",
    ],
    ["date", ["2019-08-31,40", "2019-11-30,60"], "on 30 November 2019: more than on 31 August 2019."],
    ["range", ["2018-04/2018-10,40", "2019-04/2019-10,60"], "in April to October 2019."],
  ])("%s", async (kind, rows, says) => {
    expect(await leadOf(["period,value", ...rows], `periods: ${kind}`, thefts)).toBe(
      `60 thefts were recorded ${says}`,
    );
  });

  test("a month of last year with its year", async () => {
    const { facts } = await registerOf(
      ...measure("thefts", ["period,value", "2018-12,40", "2019-01,60"], [thefts]),
    );
    const { createRegister } = await import("../../src/figures/register.ts");
    expect(leadSentence(createRegister(facts, "2019-01", "2019-01-31"), "thefts")).toContain(
      "more than in December 2018 and",
    );
  });
});

describe("the sentences on a year ago and on areas", () => {
  test("hold each area against the month before and its own average", async () => {
    expect(areaSentences(await registerOf(), "burglary")).toBe(
      "In November 2018 the figure was much the same, 54. North Marlshire had 34: more than in October (22) and significantly above its average of 23. " +
        "South Marlshire had 20: fewer than in October (24) and below its average of 27. North Marlshire’s figure is exceptionally high.",
    );
  });

  test("say when neither is exceptional", async () => {
    const calm = {
      file: "data/measures/burglary.csv",
      from: "2019-11,,54\n2019-11,north,34\n2019-11,south,20\n2019-11,hilltop,15\n2019-11,moorside,19",
      to: "2019-11,,54\n2019-11,north,24\n2019-11,south,30",
    };
    expect(areaSentences(await registerOf(calm), "burglary")).toMatch(
      / Neither area’s figure is exceptional\.$/,
    );
  });

  test("mark an estimate", async () => {
    const rows = ["period,value,status", "2018-11,40,estimated", "2019-11,60,"];
    expect(areaSentences(await registerOf(...measure("thefts", rows)), "thefts")).toBe(
      "In November 2018 the figure was 40 [e]: it is higher now.",
    );
  });

  test("are left out where there is nothing to say", async () => {
    expect(areaSentences(await registerOf(...measure("thefts", monthRows([3]))), "thefts")).toBe("");
  });
});
