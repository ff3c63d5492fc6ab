import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawChart } from "../../src/charts/draw.ts";
import { fanBoxes, fanEnds, fanOf } from "../../src/charts/fan.ts";
import { frame } from "../../src/charts/frame.ts";
import type { ProjectionChartView } from "../../src/document/views.ts";
import {
  month,
  narrowFan,
  projections,
  recordedCrimeProjection,
  smallCounts,
  withEarlier,
} from "./projections.ts";
import { places, series, theme } from "./samples.ts";
import { overlapping, type TextBox, textBoxes } from "./textBoxes.ts";

const { colours } = theme;
const endTexts = ["95%", "80%", "Projected", "80%", "95%"];
const draw = (chart: ProjectionChartView): Promise<string> => drawChart(chart, theme);
const level = ({ top, bottom }: TextBox): number => (top + bottom) / 2;

/** The words at the right end, from top to bottom. */
const ends = (svg: string): TextBox[] =>
  textBoxes(svg)
    .filter(({ text }) => endTexts.includes(text))
    .sort((a, b) => a.top - b.top);

/** Where the paths with these attributes have their corners, in points. */
const corners = (svg: string, attributes: string): { x: number; y: number }[][] =>
  [...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)]
    .filter(([, , style = ""]) => style.includes(attributes))
    .map(([, d = ""]) =>
      [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
    );

describe("words at the right end", () => {
  test("name the bands from the outside in, and the line in their middle", async () => {
    for (const chart of [recordedCrimeProjection, withEarlier, smallCounts, narrowFan]) {
      expect(ends(await draw(chart)).map(({ text }) => text)).toEqual(endTexts);
    }
  });

  test("stand level with their lines where these are far enough apart", async () => {
    const svg = await draw(recordedCrimeProjection);
    const edges = [
      ...corners(svg, `stroke="${colours.quiet}" stroke-width="0.6"`),
      ...corners(svg, 'stroke-width="1.4"'),
    ]
      .filter((path) => path.length === 7)
      .map((path) => path.at(-1)?.y ?? 0)
      .sort((a, b) => a - b);
    expect(edges).toHaveLength(5);
    for (const [i, box] of ends(svg).entries())
      expect(Math.abs(level(box) - (edges[i] ?? 0))).toBeLessThan(1);
  });

  test("are at least 11 points apart, in the drawing, and on no other words, whatever the bands", async () => {
    const around = fc.record({
      point: fc.integer({ min: 2700, max: 4700 }),
      near: fc.integer({ min: 0, max: 400 }),
      far: fc.integer({ min: 0, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(around, { minLength: 1, maxLength: 6 }), async (fan) => {
        const projected = fan.map(({ point, near, far }, i) => month(12 + i, point, near, near + far));
        const svg = await draw({
          ...withEarlier,
          projected: projected.map(withinScale),
          width: 306,
          height: 148,
        });
        const boxes = ends(svg);
        expect(boxes).toHaveLength(5);
        for (const [i, box] of boxes.slice(1).entries()) {
          expect(level(box) - level(boxes[i] ?? box)).toBeGreaterThanOrEqual(11);
        }
        expect(overlapping(textBoxes(svg))).toEqual([]);
        expect(textBoxes(svg).filter(({ right, bottom }) => right > 306.5 || bottom > 148)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 40 },
    );
  });
});

const withinScale = (projected: ProjectionChartView["projected"][number]) => ({
  ...projected,
  ...{ lo80: Math.max(2600, projected.lo80), lo95: Math.max(2600, projected.lo95) },
  ...{ hi80: Math.min(4800, projected.hi80), hi95: Math.min(4800, projected.hi95) },
});

describe("bands", () => {
  test("are painted the 95% band first, then the 80% band, their edges, the line and the months", async () => {
    const svg = await draw(withEarlier);
    const marks = [
      ...[`fill="${colours.band}"`, `fill="${colours.band95}"`, `fill="${colours.band80}"`],
      ...['stroke-dasharray="1.2,1.8"', 'stroke-dasharray="3.2,3.5"', 'stroke-width="1.9"'],
      `fill="${colours.ink}" stroke="${colours.paper}"`,
    ];
    const order = marks.map((mark) => svg.indexOf(mark));
    expect(order.filter((at) => at < 0)).toEqual([]);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("start in the last recorded month, and each lies within the other", async () => {
    const fan = fanOf(recordedCrimeProjection);
    expect(fan[0]).toEqual({ x: 11, point: 3738, lo80: 3738, hi80: 3738, lo95: 3738, hi95: 3738 });
    const svg = await draw(recordedCrimeProjection);
    const [outer = []] = corners(svg, `fill="${colours.band95}"`);
    const [inner = []] = corners(svg, `fill="${colours.band80}"`);
    expect(outer[0]).toEqual(inner[0]);
    const top = (path: readonly { y: number }[]): number => Math.min(...path.map(({ y }) => y));
    expect(top(outer)).toBeLessThan(top(inner));
  });

  test("an earlier projection lies under the months recorded since; one of a single month is as wide as a month", async () => {
    const [band = []] = corners(await draw(withEarlier), `fill="${colours.band}"`);
    expect(new Set(band.map(({ x }) => x)).size).toBe(3);
    const [single = []] = corners(await draw(smallCounts), `fill="${colours.band}"`);
    const xs = single.map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(5);
  });

  test("say their words: those of the earlier projection, and what hollow means", async () => {
    const said = textBoxes(await draw(withEarlier))
      .map(({ text }) => text)
      .join(" ");
    expect(said).toContain("80% range projected in September 2019");
    expect(said).toContain("Hollow: estimated month (note 2)");
  });
});

describe("the latest month", () => {
  test.each([recordedCrimeProjection, withEarlier, narrowFan])(
    "has its value above its point ($id)",
    async (chart) => {
      const svg = await draw(chart);
      const value = textBoxes(svg).find(({ text }) => text === "3,738");
      const [heavy = []] = corners(svg, 'stroke-width="1.9"');
      expect(heavy).toHaveLength(3);
      const dot = heavy.at(-1) ?? { x: 0, y: 0 };
      expect(value?.bottom).toBeLessThan(dot.y);
      expect(dot.y - (value?.bottom ?? 0)).toBeLessThan(14);
      expect(value?.left).toBeLessThan(dot.x);
      expect(value?.right).toBeGreaterThan(dot.x - 5);
    },
  );

  test("published months are solid, estimated ones hollow", async () => {
    const svg = await draw(recordedCrimeProjection);
    expect(svg.match(new RegExp(`fill="${colours.paper}" stroke="${colours.quiet}"`, "g"))).toHaveLength(9);
    expect(svg.match(new RegExp(`fill="${colours.ink}" stroke="${colours.paper}"`, "g"))).toHaveLength(3);
  });
});

test("no words stand in the bands", async () => {
  for (const chart of projections) {
    const svg = await draw(chart);
    const [outer = []] = corners(svg, `fill="${colours.band95}"`);
    const right = Math.max(...outer.map(({ x }) => x));
    const left = Math.min(...outer.map(({ x }) => x));
    const inside = textBoxes(svg).filter(
      (box) => box.left > left && box.right < right && level(box) > 30 && level(box) < chart.height - 30,
    );
    expect(inside.map(({ text }) => text)).toEqual([]);
  }
});

describe("a projection with little to draw", () => {
  test("without projected months it is the recorded line, without a recorded one the fan alone", async () => {
    const unprojected = await draw({ ...recordedCrimeProjection, projected: [] });
    expect(ends(unprojected)).toEqual([]);
    const unrecorded = await draw({
      ...recordedCrimeProjection,
      points: series(places(0, 12).map(() => null)),
    });
    expect(ends(unrecorded)).toHaveLength(5);
    expect(unprojected + unrecorded).not.toMatch(/NaN|Infinity/);
  });

  test("words of a short series are broken, so that the chart keeps its room", () => {
    const plot = frame({ left: 0, top: 0, right: 200, bottom: 100 }, 18, 2600, 4800);
    expect(fanEnds(narrowFan, plot, theme)[2]?.block.lines.map(({ text }) => text)).toEqual([
      "Projected",
      "(indicative)",
    ]);
  });
});

test("the boxes of the fan hold its outer edges", () => {
  const plot = frame({ left: 0, top: 0, right: 180, bottom: 110 }, 18, 2600, 4800);
  const boxes = fanBoxes(fanOf(recordedCrimeProjection), plot);
  expect(boxes[0]?.left).toBeCloseTo(plot.x(11));
  // Slanting edges are followed closely enough for words to stand beside the tip.
  const tip = (boxes[0]?.bottom ?? 0) - (boxes[0]?.top ?? 0);
  expect(tip).toBeLessThan((plot.y(3160) - plot.y(3909)) / 3);
  expect(Math.min(...boxes.map(({ top }) => top))).toBeCloseTo(plot.y(4665));
  expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeCloseTo(plot.y(2914));
});
