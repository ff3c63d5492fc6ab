import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { arrowIcon } from "../../src/charts/arrows.ts";
import { drawChart } from "../../src/charts/draw.ts";
import { flagIcon, targetIcon } from "../../src/charts/icons.ts";
import { drawStrip } from "../../src/charts/strip.ts";
import type { ChartView, Side, Signal } from "../../src/document/views.ts";
import { areas, outcomes, recordedCrime, satisfaction, theme } from "./samples.ts";

/** A drawing with every colour but white made one, as a poor monochrome copy has it. */
const copied = (svg: string): string => svg.replaceAll(/#(?!ffffff)[0-9a-f]{6}/g, "#000000");
const drawn = async (chart: ChartView): Promise<string> => copied(await drawChart(chart, theme));

describe("in one colour", () => {
  test("every icon is another shape", () => {
    const flags = (["concern", "improvement", "neutral"] as const).flatMap((signal) =>
      (["high", "low"] as const).flatMap((side) =>
        [true, false].map((hollow) => flagIcon({ signal, side, hollow, text: "" }, theme)),
      ),
    );
    const common = flagIcon({ signal: "none", side: "high", hollow: false, text: "" }, theme);
    const targets = (["met", "missed", "varies"] as const).map((verdict) =>
      targetIcon({ verdict, text: "" }, theme),
    );
    const arrows = (["up", "rather-up", "level", "rather-down", "down"] as const).map((direction) =>
      arrowIcon(direction, theme),
    );
    const all = [...flags, common, ...targets, ...arrows].map(copied);
    expect(new Set(all).size).toBe(21);
  });

  test.each([
    ["an ordinary month from a high one", ["none", null], ["concern", "high"]],
    ["a high month from a low one", ["concern", "high"], ["improvement", "low"]],
  ] as const)("a chart and a strip tell %s", async (_, one, other) => {
    const month = ([signal, side]: readonly [Signal, Side | null]): Promise<string> =>
      drawn({
        ...recordedCrime,
        points: recordedCrime.points.map((point) => (point.x === 30 ? { ...point, signal, side } : point)),
      });
    expect(await month(one)).not.toBe(await month(other));
    const strip = ([signal, side]: readonly [Signal, Side | null]): Promise<string> =>
      drawStrip({ now: 0.5, before: null, signal, side, alt: "" }, theme);
    expect(copied(await strip(one))).not.toBe(copied(await strip(other)));
  });

  test("the lines of a chart differ in dash, in width or by their dots, and each has its name at its end", async () => {
    const svg = await drawn(satisfaction);
    const lines = [...svg.matchAll(/<path ([^>]*stroke-linejoin[^>]*)>/g)].map(([, attributes = ""]) =>
      attributes.replace(/ ?\bd="[^"]*"/, ""),
    );
    expect(lines).toHaveLength(4);
    expect(new Set(lines).size).toBe(4);
    const words = svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    for (const { name, text } of satisfaction.lines)
      for (const word of [...name.split(" "), text]) expect(words).toContain(word);
  });

  test("the layers of a stack have edges between them and words beside them", async () => {
    const svg = await drawChart(outcomes, theme);
    for (const shade of theme.stack) {
      const bars = [...svg.matchAll(new RegExp(`<path [^>]*fill="${shade}"[^>]*>`, "g"))].map(String);
      const published = bars.filter((bar) => bar.includes(`stroke="${theme.colours.quiet}"`));
      expect(published).toHaveLength(16);
    }
    const words = svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    for (const { text } of outcomes.volume.layers) expect(words).toContain(text);
  });

  test("an estimated month is hollow in every panel", async () => {
    const svg = await drawn(areas);
    expect(svg).toMatch(/<path [^>]*fill="#ffffff" stroke="#000000"/);
  });
});

test("a shaded cell has a line under it", () => {
  const css = readFileSync(join(import.meta.dirname, "..", "..", "templates", "print", "tables.css"), "utf8");
  const rules = [...css.matchAll(/td\.shaded \{([^}]+)\}/g)].map(([, body = ""]) => body);
  expect(rules).toHaveLength(2);
  for (const body of rules) expect(body).toMatch(/var\(--quiet\)\) no-repeat (right )?bottom \/ .* 1\.25pt/);
});
