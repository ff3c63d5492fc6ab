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
