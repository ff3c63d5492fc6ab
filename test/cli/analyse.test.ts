import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");
const folder = mkdtempSync(join(tmpdir(), "panelpack-analyse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (file: string): unknown => JSON.parse(readFileSync(join(fixtures, "spc", file), "utf8"));

/** Analyses what is written to a file of that name, and gives the parsed JSON. */
async function analyse(name: string, request: unknown): Promise<Record<string, unknown>> {
  writeFileSync(join(folder, name), typeof request === "string" ? request : JSON.stringify(request));
  const { status, out, err } = await panelpack(folder, "analyse", name, "--format", "json");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return JSON.parse(out) as Record<string, unknown>;
}

/** Equal; numbers to nine digits. */
function same(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((e, i) => same(actual[i], e))
    );
  if (typeof expected !== "number" || typeof actual !== "number") return actual === expected;
  return Math.abs(actual - expected) <= 1e-9 * Math.abs(expected);
}

const wrongOf = (actual: Record<string, unknown>, expected: object): string[] =>
  Object.entries(expected).flatMap(([name, value]) => (same(actual[name], value) ? [] : [name]));

type XmrCase = {
  readonly id: string;
  readonly input: object;
  readonly options: object;
  readonly expected: object;
};
const { xmrCases } = json("xmr-cases.json") as { xmrCases: readonly XmrCase[] };

describe("the reference charts, fed through the command", () => {
  test.each(xmrCases)("$id is the same to nine digits", async ({ id, input, options, expected }) => {
    const found = await analyse(`${id}.json`, { ...input, options });
    expect(wrongOf(found, { chart: "xmr", ...expected })).toEqual([]);
  });

  type Other = {
    readonly id: string;
    readonly chart: string;
    readonly input: { readonly count: readonly number[]; readonly denominator: readonly number[] };
    readonly expected: Readonly<Record<"cl" | "ucl" | "lcl" | "sigmaSignal", unknown>>;
  };
  const { otherCharts } = json("other-charts.json") as { otherCharts: readonly Other[] };

  test.each(otherCharts)("$id is the same to nine digits", async ({ id, chart, input, expected }) => {
    const { cl: mean, ucl, lcl, sigmaSignal: outsideLimits } = expected;
    const request = { values: input.count, denominators: input.denominator, chart };
    const found = await analyse(`${id}.json`, request);
    expect(wrongOf(found, { chart, mean, ucl, lcl, outsideLimits, months: null })).toEqual([]);
    expect(found["projectionReason"]).toBe("Only a series of months is projected.");
  });
});

const months = Array.from(
  { length: 30 },
  (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const level = months.map((_, i) => (i % 2 === 0 ? 49 : 51));

describe("a request in JSON", () => {
  test("gives one value no limits, and says why nothing is projected", async () => {
    expect(await analyse("one.json", { months: ["2019-01"], values: [5] })).toMatchObject({
      mean: [5],
      ucl: [null],
      lcl: [null],
      outsideLimits: [null],
      closeToLimits: [null],
      relativeToMean: [0],
      specialCauseType: ["Common Cause"],
      variationType: "common_cause",
      projection: null,
      projectionReason: "Only 1 of the months looked back on has a final value; a projection needs 12.",
    });
  });

  test("puts months in order and fills a gap with a missing month", async () => {
    const found = await analyse("gap.json", { months: ["2019-03", "2019-01"], values: [7, 0] });
    expect(found).toMatchObject({ months: ["2019-01", "2019-02", "2019-03"], values: [0, null, 7] });
    expect(found["remarks"]).toEqual(["The months were not in order in the file; they were sorted."]);
  });

  test("proposes a new baseline with its months and means", async () => {
    const values = [...level.slice(0, 20), 60, 62, 60, 62, 60, 62, 60, 62, 60, 62];
    const { proposedRebase } = await analyse("step.json", { months, values });
    expect(proposedRebase).toEqual([
      {
        start: "2019-08",
        detectedAt: "2020-03",
        direction: "increased",
        from: expect.any(Number),
        to: expect.any(Number),
      },
    ]);
  });

  test("projects as many months as asked for, each within its intervals", async () => {
    const { projection } = await analyse("ahead.json", {
      months,
      values: level,
      projection: { horizon: 3, window: 24 },
    });
    const { point, lo80, hi80, lo95, hi95, model, months: ahead, n } = projection as Record<string, number[]>;
    expect(ahead).toEqual(["2020-07", "2020-08", "2020-09"]);
    expect([n, typeof model]).toEqual([24, "string"]);
    point?.forEach((value, i) => {
      const ends = [lo95?.[i], lo80?.[i], value, hi80?.[i], hi95?.[i]].map(Number);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    });
  });

  test("reads tabs between its tokens", async () => {
    expect(await analyse("tabs.json", '{\n\t"values":\t[1, 2, 3]\n}')).toMatchObject({
      chart: "xmr",
      values: [1, 2, 3],
      months: null,
    });
  });

  test("may be UTF-16 text with its mark, as PowerShell saves it", async () => {
    writeFileSync(join(folder, "utf16.json"), Buffer.from('\uFEFF{"values":[1,2]}', "utf16le"));
    const { status, out } = await panelpack(folder, "analyse", "utf16.json", "--format", "json");
    expect([status, (JSON.parse(out) as { values: number[] }).values]).toEqual([0, [1, 2]]);
  });

  test("takes null for everything but its values", async () => {
    const nothing = { improvementDirection: null, target: null, rebase: null };
    const options = { ...nothing, fixAfterNPoints: null, screenOutliers: null };
    const unused = { title: null, unit: null, months: null, denominators: null, chart: null };
    const plain = await analyse("null.json", { values: level });
    for (const request of [
      { ...unused, options },
      { ...unused, options: null, projection: null },
    ])
      expect(await analyse("null.json", { values: level, ...request })).toEqual(plain);
  });

  test("says so where a rebase lies outside the series", async () => {
    const { remarks } = await analyse("outside.json", {
      months,
      values: level,
      options: { rebase: ["2030-01"] },
    });
    expect(remarks).toEqual([
      "The rebase at 2030-01 lies outside the months of the series and has no effect.",
    ]);
  });

  test("chooses a chart of shares or rates by what the values are, where none is asked for", async () => {
    const bases = (base: number) => months.map((_, i) => base + (i % 3));
    const chartOf = async (request: object) =>
      (await analyse("chosen.json", { months, values: level, ...request }))["chart"];
    expect(await chartOf({ denominators: bases(100) })).toBe("p");
    expect(await chartOf({ denominators: bases(20) })).toBe("up");
    expect(await chartOf({})).toBe("xmr");
  });

  test("keeps low counts to the limits, and months with hardly any to none", async () => {
    const few = await analyse("few.json", { months, values: months.map((_, i) => (i % 3) + 1) });
    const rare = await analyse("rare.json", { months, values: months.map((_, i) => (i % 9 === 0 ? 1 : 0)) });
    expect([few["rules"], few["noChartReason"]]).toEqual([["outside-limits"], null]);
    expect([rare["rules"], rare["noChartReason"]]).toEqual([[], "mean-below-1"]);
  });

  test("takes a chart that is asked for whole, however low the counts", async () => {
    const { rules } = await analyse("whole.json", { chart: "xmr", months, values: months.map(() => 0.5) });
    expect(rules).toEqual(["outside-limits", "trend", "two-in-three", "run"]);
  });

  test("takes events that share a month, and rebases by label or number", async () => {
    const values = [5, 9, 3, 7, 8, 2];
    const events = ["2019-01", "2019-01", "2019-03", "2019-03-09", "2019-04", "2019-06"];
    const byLabel = await analyse("g.json", {
      chart: "g",
      values,
      months: events,
      options: { rebase: ["2019-03"] },
    });
    const byNumber = await analyse("g.json", { chart: "g", values, options: { rebase: ["3"] } });
    expect(byLabel).toMatchObject({ months: events, rebaseGroup: [0, 0, 1, 1, 1, 1] });
    expect(byNumber).toMatchObject({ months: null, rebaseGroup: [0, 0, 1, 1, 1, 1] });
  });
});

/** A file's name and text, and what is said of it. */
const wrong: readonly (readonly [name: string, text: string, says: readonly string[]])[] = [
  [
    "lengths.json",
    '{"values":[1,2],"months":["2019-01"]}',
    ["lengths.json:1:26 months: there are 1 of them, but 2 values: give one for each"],
  ],
  [
    "month.json",
    '{"values":[1,2],"months":["2019-01","Foo"]}',
    ["month.json:1:37 months.1: `Foo` is no month"],
  ],
  [
    "twice.json",
    '{"values":[1,2],"months":["2019-01","Jan-19"]}',
    ["twice.json:1:37 months.1: 2019-01 is there already, as months.0"],
  ],
  [
    "keys.json",
    '{"valeus":[1],"values":["x"],"chart":"z"}',
    ["keys.json:1:2 `valeus` is not a key", "values.0: write a number", "chart: `z` cannot stand here"],
  ],
  ["base.json", '{"values":[5],"chart":"p"}', ["a p chart needs `denominators`"]],
  ["more.json", '{"values":[5],"denominators":[3],"chart":"p"}', ["more.json:1:12 5 of 3 is more than all"]],
  ["zero.json", '{"values":[5,0],"chart":"t"}', ["zero.json:1:14 a time between events is more than 0"]],
  ["below.json", '{"values":[-5],"chart":"c"}', ["a count, or a time between events, cannot be below zero"]],
  [
    "fix.json",
    '{"values":[5],"options":{"fixAfterNPoints":3}}',
    ["limits can be fixed after 12 or more points"],
  ],
  ["large.json", '{"values":[1e300]}', ["write a number of at most 15 digits"]],
  ["none.json", '{"values":[]}', ["give at least one value"]],
  ["missing.json", '{"values":[null,null]}', ["every value of this series is missing"]],
  ["cut.json", '{"values":[1,2', ["cut.json:1:11 this [ has no closing ]"]],
  ["deep.json", "[".repeat(100_000), ["nested more than 40 deep"]],
  ["list.json", "[1,2]", ["list.json:1:1"]],
  ["empty.json", "", ["empty.json:1:1"]],
  ["nul.csv", "month,value\n2019-01,\0", ["nul.csv:2:9 this file is not text (it holds a NUL)"]],
  [
    "base.csv",
    "month,value,n\n2019-01,5,0",
    ["base.csv:2:11 something was counted, so its base cannot be 0"],
  ],
  ["empty.csv", "", ["no line of this file holds a month and a value"]],
  ["big.csv", "2019-01,5\n".repeat(500_000), ["this file is too large (more than 4 MB)"]],
  ["bases.json", '{"values":[0,0],"denominators":[0,0]}', ["every base is 0 or missing"]],
  ["words.json", '{"values":["5"]}', ["values.0: write the number without quotation marks: 5"]],
  ["page.json", "%PDF-1.7", ["page.json:1:1 this is a PDF, not text"]],
  ["title.json", '{"values":[5],"title":"a\\u001b[31m"}', ["title: write the title in one line of ordinary"]],
  [
    "ahead.json",
    '{"values":[5],"projection":{"horizon":0,"window":1}}',
    ["projection.horizon: project one month or more", "projection.window: look back on 12 months or more"],
  ],
  [
    "phases.json",
    '{"values":[5,6,-1],"denominators":[1,9,9],"chart":"p","months":["2019-01","x","2019-01"],"opts":1,"options":{"rebase":["y"],"target":"z"}}',
    [
      "`opts` is not a key",
      "options.target: write a number, not `z`",
      "options.rebase.0: `y` is no month",
      "months.1: `x` is no month",
      "months.2: 2019-01 is there already",
      "phases.json:1:12 5 of 1 is more than all",
      "phases.json:1:16 a count, or a time between events, cannot be below zero",
    ],
  ],
  [
    "half.json",
    '{"values":[5,"x"],"months":["2019-01"],"denominators":[-1,2]}',
    ["values.1: write a number, not `x`", "denominators.0: a base is a number from 0"],
  ],
  [
    "event.json",
    '{"values":[1,2],"chart":"g","months":["2019-02","2019-01"]}',
    ["2019-01 comes before 2019-02: put the events in order"],
  ],
];

describe("what cannot be read", () => {
  test.each(wrong)("%s ends with 1, says what to write, and shows no stack", async (name, text, says) => {
    writeFileSync(join(folder, name), text);
    const { status, out, err } = await panelpack(folder, "analyse", name);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    for (const words of says) expect(err).toContain(words);
    expect(err).not.toContain("    at ");
  });

  test("a messy table tells every problem with its line", async () => {
    const { status, err } = await panelpack(join(fixtures, "analyse"), "analyse", "wrong.csv");
    expect(status).toBe(1);
    expect(err.match(/^wrong\.csv:\S+/gm)).toEqual(
      ["2:12", "3:1", "3:16", "4:11", "5:1", "6:1", "7:15"].map((at) => `wrong.csv:${at}`),
    );
    expect(err).toContain('2 | 01/02/2019,"1,23",100,,\n  |            ^^^^^^\n');
  });

  test.each([["."], ["nothing.csv"]])("%s is no file", async (file) => {
    const { status, err } = await panelpack(folder, "analyse", file);
    expect([status, err.split("\n").length]).toEqual([1, 4]);
  });

  test.each([
    [[], "analyse takes one file, such as burglary.csv; 0 were named"],
    [["a.csv", "b.csv"], "analyse takes one file, such as burglary.csv; 2 were named"],
    [["a.csv", "--format", "xml"], "--format takes text, json or svg, not xml"],
    [["a.csv", "--out", "x"], "analyse takes no --out"],
  ])("%j is wrong use", async (args, says) => {
    const { status, err } = await panelpack(folder, "analyse", ...args);
    expect({ status, err }).toEqual({ status: 2, err: `panelpack: ${says}\nSee panelpack --help.\n` });
  });
});

describe("a table from a spreadsheet", () => {
  test("is read as far as its meaning is certain, and the note says how", async () => {
    const { status, out } = await panelpack(join(fixtures, "analyse"), "analyse", "messy.csv");
    const words = out.replaceAll(/\s+/g, " ");
    expect(status).toBe(0);
    expect(words).toContain("Bicycle theft, North Marlshire: 7 months, December 2018 to June 2019");
    expect(words).toContain("the provisional value was 1,300, against the average of 1,242.");
    expect(words).toContain("Line 10, a total or average, was left out.");
    expect(words).toContain("not as zero");
  });

  test("in Windows-1252 keeps its pounds", async () => {
    const { out } = await panelpack(join(fixtures, "analyse"), "analyse", "windows-1252.txt");
    expect(out).toContain("the value was £120, above the average of £110");
    expect(out).toContain("The file was read as Windows-1252 text.");
  });

  test("may have its year in a merged cell", async () => {
    const { out } = await panelpack(
      join(fixtures, "analyse"),
      "analyse",
      "merged-years.csv",
      "--format",
      "json",
    );
    const { months: found, values } = JSON.parse(out) as { months: string[]; values: (number | null)[] };
    expect(Object.fromEntries(found.map((month, i) => [month, values[i]]))).toMatchObject({
      "2018-04": 40,
      "2019-01": 50,
      "2019-04": 60,
      "2018-09": null,
    });
  });
});

describe("a measure", () => {
  const data = join(fixtures, "minimal", "data", "measures");

  test("brings the CSV beside it, its direction and baselines", async () => {
    const { status, out, err } = await panelpack(data, "analyse", "burglary.yaml", "--format", "json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const found = JSON.parse(out) as { title: string; months: string[] };
    expect([found.title, found.months[0]]).toEqual(["Burglary", "2018-06"]);
  });

  test("needs its series in one place", async () => {
    const yaml = readFileSync(join(data, "burglary.yaml"), "utf8");
    writeFileSync(join(folder, "alone.yaml"), yaml);
    const { status, err } = await panelpack(folder, "analyse", "alone.yaml");
    expect(status).toBe(1);
    expect(err).toContain("there is no series: add `series` here or a file alone.csv beside it");
  });
});

describe("a drawing", () => {
  const svgOf = async (name: string, request: object): Promise<string> => {
    writeFileSync(join(folder, name), JSON.stringify(request));
    const { status, out, err } = await panelpack(folder, "analyse", name, "--format", "svg");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    return out;
  };

  test("is the control chart, and below it the projection where it is asked for", async () => {
    const alone = await svgOf("svg.json", { months, values: level });
    const both = await svgOf("both.json", { months, values: level, projection: { horizon: 6 } });
    expect(alone).toMatch(/^<svg [^>]*aria-label="Control chart of Svg, 30 months to June 2020\./);
    expect(both.match(/aria-label="[A-Z]\w+ /g)).toEqual(['aria-label="Control ', 'aria-label="Projection ']);
    expect([both.match(/<svg/g)?.length, both.match(/<\/svg>/g)?.length]).toEqual([1, 1]);
  });

  test("of hardly any counts is a line of twelve months together", async () => {
    const svg = await svgOf("line.json", { months, values: months.map((_, i) => (i % 9 === 0 ? 1 : 0)) });
    expect(svg).toContain('aria-label="Line chart of Line, over rolling twelve months to June 2020: 2."');
  });

  test("stands alone: a title, a sentence for its name, paper behind it, and families for where the font is not installed", async () => {
    const svg = await svgOf("alone.json", { title: "Theft & <fraud>", months, values: level });
    const words = "Control chart of Theft &amp; &lt;fraud&gt;, 30 months to June 2020.";
    expect(svg).toContain(`role="img" aria-label="${words} The latest value is 51.`);
    expect(svg).toContain(`<title>${words} The latest value is 51.`);
    expect(svg).toMatch(
      /The latest value is 51\. The one before is \d+, and the limits are [\d.]+ and [\d.]+\. /,
    );
    expect(svg).toContain('aria-hidden="true">Theft &amp; &lt;fraud&gt;</text>');
    expect(svg).toMatch(/<rect width="[\d.]+" height="[\d.]+" fill="#ffffff"\/>/);
    const families = new Set([...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family));
    expect([...families]).toEqual([
      "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
    ]);
  });

  test("keeps its words within its edges when a font half as wide again sets them", async () => {
    const request = {
      title: "Calls to 101 that were answered by the control room within thirty seconds of the first ring",
      months,
      values: level.map((value) => value * 25_000),
      options: { target: 1_350_000, improvementDirection: "increase" },
      projection: {},
    };
    const svg = await svgOf("wide.json", request);
    const right = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1]);
    const overRight = [
      ...svg.matchAll(
        /<text text-anchor="start" transform="translate\(([\d.]+),[^>]*font-size="([\d.]+)px" font-weight="(\d+)"[^>]*>([^<]*)</g,
      ),
    ]
      .map(([, x, size, weight, text]) => ({
        text,
        end: 12 + Number(x) + (text ?? "").length * Number(size) * (weight === "400" ? 0.6 : 0.7),
      }))
      .filter(({ end }) => end > right);
    expect(svg.match(/text-anchor="start"/g)?.length).toBeGreaterThan(6);
    expect(overRight).toEqual([]);
  });

  test("of values below zero shows them all", async () => {
    const svg = await svgOf("below.json", {
      months,
      values: level.map((value, i) => (i % 2 === 0 ? -value : value)),
    });
    expect(svg).toContain(">−200<");
  });

  test("is the same for the same file, to the byte, and so are the note and the data", async () => {
    writeFileSync(join(folder, "same.json"), JSON.stringify({ months, values: level, projection: {} }));
    for (const format of ["svg", "text", "json"]) {
      const runs = [1, 2].map(() => panelpack(folder, "analyse", "same.json", "--format", format));
      const [one, two] = await Promise.all(runs);
      expect(one).toEqual(two);
    }
  });

  test("of shares has the limits of each month", async () => {
    const denominators = months.map((_, i) => 100 + i);
    const svg = await svgOf("shares.json", { months, values: level, denominators, chart: "p" });
    expect(svg).toContain("Average 43.");
  });
});
