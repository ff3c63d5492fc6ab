import { describe, expect, test } from "@jest/globals";
import { drawChart } from "../../src/charts/draw.ts";
import { flagIcon, targetIcon } from "../../src/charts/icons.ts";
import { drawStrip } from "../../src/charts/strip.ts";
import type { ChartView } from "../../src/document/views.ts";
import { expectGolden } from "./golden.ts";
import { projections } from "./projections.ts";
import * as samples from "./samples.ts";
import { overlapping, textBoxes } from "./textBoxes.ts";

const { theme, charts } = samples;
const named = [...charts, ...projections].map((chart) => [chart.id, chart] as const);
const themeColours = new Set([...Object.values(theme.colours), ...theme.stack, "none", "transparent"]);

describe.each(named)("%s", (_, chart: ChartView) => {
  const drawn = drawChart(chart, theme);

  test("looks as it did", async () => {
    expectGolden(chart.id, await drawn);
  });

  test("is one image with its alternative, in points", async () => {
    const svg = await drawn;
    const root = /^<svg [^>]*>/.exec(svg)?.[0] ?? "";
    expect(root).toContain(
      `width="${chart.width}pt" height="${chart.height}pt" viewBox="0 0 ${chart.width} ${chart.height}"`,
    );
    expect(root).toContain('role="img"');
    expect(/aria-label="([^"]*)"/.exec(root)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&")).toBe(
      chart.alt,
    );
    expect(svg.slice(root.length)).not.toMatch(/role=|aria-|<title/);
  });

  test("has no number that is none, and none with more than two decimals", async () => {
    expect(await drawn).not.toMatch(/NaN|Infinity|undefined|null|\d\.\d{3}/);
  });

  test("uses the theme's colours and font only", async () => {
    const svg = await drawn;
    const used = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(used.filter((colour) => !themeColours.has(colour))).toEqual([]);
    expect(new Set([...svg.matchAll(/font-family="([^"]*)"/g)].map((match) => match[1]))).toEqual(
      new Set([theme.font.family]),
    );
  });

  test("has no label on another or outside the drawing", async () => {
    const boxes = textBoxes(await drawn);
    expect(boxes.length).toBeGreaterThan(5);
    expect(overlapping(boxes)).toEqual([]);
    const outside = boxes.filter(
      (box) => box.left < -0.5 || box.right > chart.width + 0.5 || box.top < 0 || box.bottom > chart.height,
    );
    expect(outside).toEqual([]);
  });

  test("is the same when drawn again", async () => {
    expect(await drawChart(chart, theme)).toBe(await drawn);
  });
});

describe("control chart", () => {
  const texts = async (chart: ChartView) => textBoxes(await drawChart(chart, theme)).map((box) => box.text);

  test("says every word it is given", async () => {
    const said = await texts(samples.recordedCrime);
    const { marks, callouts, latest, hollowText, segments } = samples.recordedCrime;
    const given = [
      ...[...marks, ...callouts, latest].flatMap(({ text, detail }) => [text, detail]),
      ...segments.map((segment) => segment.meanText),
      ...[segments[1]?.upperText ?? "", segments[1]?.lowerText ?? "", hollowText ?? ""],
    ];
    expect(given.filter((text) => text !== "" && !said.includes(text))).toEqual([]);
  });

  test("words stand inside the plot where the drawing is narrow", async () => {
    const boxes = textBoxes(await drawChart(samples.narrow, theme));
    const upper = boxes.find((box) => box.text === "Upper limit 3,965");
    const average = boxes.find((box) => box.text === "Average 3,490");
    expect(upper?.bottom).toBeLessThan(average?.top ?? 0);
    expect(boxes.some((box) => box.text === "3,738")).toBe(true);
  });

  test("a month without a value breaks the line", async () => {
    const line =
      /<path d="(M[^"]*)" stroke="#6f7b86"/.exec(await drawChart(samples.percentages, theme))?.[1] ?? "";
    expect(line.match(/M/g)).toHaveLength(2);
  });

  test("an exceptional estimated month is a hollow triangle in the colour of its signal", async () => {
    const { neutral, paper } = theme.colours;
    expect(await drawChart(samples.recordedCrime, theme)).toContain(
      `fill="${paper}" stroke="${neutral}" stroke-width="1.7"`,
    );
  });

  test("provisional months carry a p", async () => {
    expect((await texts(samples.shortSeries)).filter((text) => text === "p")).toHaveLength(2);
  });

  test("draws without limits, marks or any value", async () => {
    const bare = { ...samples.shortSeries, points: samples.series([null, null]), segments: [] };
    expect(await drawChart(bare, theme)).not.toMatch(/NaN|Infinity/);
  });
});

describe("bars", () => {
  test("every bar has its words, the first row the names of its periods", async () => {
    const said = textBoxes(await drawChart(samples.reasons, theme)).map((box) => box.text);
    const words = samples.reasons.rows.flatMap((row) => row.bars.map((bar) => bar.text));
    expect([...words, ...samples.reasons.periodNames].filter((text) => !said.includes(text))).toEqual([]);
  });

  test("where rows are too low for that, the latest bar alone has them", async () => {
    const said = textBoxes(await drawChart({ ...samples.reasons, height: 90 }, theme)).map((box) => box.text);
    expect(said).toContain("212 (34%)");
    expect(said).not.toContain("190 (31%)");
    expect(said).toContain("December 2019, then November 2019");
  });
});

describe("strip", () => {
  const strip = {
    now: 0.5,
    before: 0.1,
    signal: "none",
    side: null,
    alt: "Recorded crime: inside its limits",
  } as const;

  test("looks as it did", async () => {
    expectGolden("strip", await drawStrip(strip, theme));
    expectGolden(
      "strip-exceptional",
      await drawStrip({ ...strip, now: 1.2, signal: "concern", side: "high" }, theme),
    );
  });

  test("puts the limit where the table's grey column ends", async () => {
    const svg = await drawStrip({ ...strip, now: 1, before: null }, theme);
    expect(svg).toContain(`translate(${theme.strip.width * 0.8125},${theme.strip.height / 2})`);
  });

  test("keeps what lies beyond its reach inside the drawing", async () => {
    const svg = await drawStrip({ ...strip, now: 40, before: -40 }, theme);
    expect(svg).toContain("translate(131.75,7.5)");
  });
});

describe("icons", () => {
  test("a flag's shape and colour say which signal it is", () => {
    const flags = (["none", "concern", "improvement", "neutral"] as const).flatMap((signal) =>
      (["high", "low"] as const).flatMap((side) =>
        [true, false].map((hollow) => flagIcon({ signal, side, hollow, text: "" }, theme)),
      ),
    );
    // A wave for common cause, and three signals, two sides, hollow or solid.
    expect(new Set(flags).size).toBe(1 + 3 * 2 * 2);
    for (const svg of flags) expect(svg).toContain('aria-hidden="true"');
  });

  test("a target's shape says whether it is met", () => {
    const icons = (["met", "missed", "varies"] as const).map((verdict) =>
      targetIcon({ verdict, text: "" }, theme),
    );
    expect(new Set(icons.map((svg) => svg.replace(/#[0-9a-f]{6}/g, ""))).size).toBe(3);
    expectGolden("target-met", icons[0] ?? "");
  });
});
