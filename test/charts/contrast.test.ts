import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { contrast } from "../support/contrast.ts";
import { theme } from "./samples.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "templates", "print");
const sheets = readdirSync(folder).filter((file) => file.endsWith(".css"));
const css = sheets.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
const base = readFileSync(join(folder, "base.css"), "utf8");
/** The colours of the print style by their names, and white. */
const tokens: ReadonlyMap<string, string> = new Map([
  ["paper", "#ffffff"],
  ...[...base.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  ),
]);
const { colours, stack } = theme;

/** What is told from what: a name for people, the colour, what it stands on. */
type Pair = readonly [what: string, colour: string, ground: string];

/** The print style and the charts share most colours; each pair is looked up in the style first. */
const named = (name: string): string =>
  tokens.get(name) ?? new Map<string, string>(Object.entries(colours)).get(name) ?? "missing";
const pairs = (list: readonly (readonly [what: string, colour: string, ground: string])[]): Pair[] =>
  list.map(([what, colour, ground]) => [`${what}: ${colour} on ${ground}`, named(colour), named(ground)]);

const text = pairs([
  ["reading text", "ink", "paper"],
  ["quoted text", "ink", "panel"],
  ["a shaded rate", "ink", "band"],
  ["labels, units, notes, running heads", "quiet", "paper"],
  ["references beside a quotation", "quiet", "panel"],
  ["a quiet shaded figure", "quiet", "band"],
  ["the tab of a question that is asked", "paper", "ink"],
  ["words within the expected range", "ink", "band"],
  ["limits named within the expected range", "quiet", "band"],
  ["figures beside the 95% band", "quiet", "band95"],
  ["figures beside the 80% band", "quiet", "band80"],
  ...(["concern", "improvement", "neutral"] as const).flatMap((signal) => [
    [`the latest value when it is a ${signal}`, signal, "paper"] as const,
    [`words at an exceptional month, ${signal}`, signal, "band"] as const,
  ]),
]);

const graphics = pairs([
  ["section rules, heads and totals of tables, boxes, tabs", "ink", "paper"],
  ["boxes of gaps, groups of columns, what a measure is about, notes", "rule", "paper"],
  ["the line beside a quotation", "rule", "panel"],
  ["the line under a shaded rate", "quiet", "paper"],
  ["the line under a shaded rate", "quiet", "band"],
  ["edges of the range in the grid", "mark", "paper"],
  ["edges of the range in the grid", "mark", "band"],
  ["the average in the grid", "quiet", "band"],
  ["bars of change, bars of the month before, icon of common cause", "mark", "paper"],
  ["published months, the latest months' line, the target", "ink", "band"],
  ["the line through ordinary months", "mark", "paper"],
  ["the line through ordinary months", "mark", "band"],
  ["axes, uprights of events, leaders, edges of bars", "quiet", "paper"],
  ["limits, average, hollow months", "quiet", "band"],
  ["the inside of a hollow month", "paper", "quiet"],
  ["edges of an earlier projection", "mark", "band"],
  ["the projected line", "ink", "band80"],
  ["edges of the 80% band", "quiet", "band80"],
  ["edges of the 80% band", "quiet", "band95"],
  ["edges of the 95% band", "quiet", "band95"],
  ["edges of the 95% band", "quiet", "paper"],
  ...(["concern", "improvement", "neutral"] as const).flatMap((signal) => [
    [`triangle of an exceptional month, tile of an icon, ${signal}`, signal, "paper"] as const,
    [`triangle of an exceptional month, ${signal}`, signal, "band"] as const,
  ]),
]);

describe("contrast (WCAG 2.2)", () => {
  test.each(text)("1.4.3, text at least 4.5: %s", (_, colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphics)("1.4.11, marks, lines, icons and boundaries at least 3: %s", (_, colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(stack.slice(1).map((upper, i) => [i, stack[i] ?? upper, upper] as const))(
    "1.4.11, layer %d of a stack from the one upon it, by its shade or by the edge between them",
    (_, lower, upper) => {
      const told = [contrast(lower, upper), contrast(colours.quiet, lower), contrast(colours.quiet, upper)];
      expect(Math.max(...told)).toBeGreaterThanOrEqual(3);
      // Without the edge they still differ in grey.
      expect(contrast(lower, upper)).toBeGreaterThanOrEqual(1.3);
    },
  );
});

describe("colours of the print style", () => {
  test("are those of the charts where both have them", () => {
    const shared = Object.entries(colours).filter(([name]) => tokens.has(name));
    expect(shared.map(([name]) => name)).toEqual([
      ...["ink", "quiet", "mark", "paper", "band", "concern", "improvement", "neutral"],
    ]);
    for (const [name, colour] of shared) expect([name, tokens.get(name)]).toEqual([name, colour]);
  });

  test("are the named ones and white, on every sheet and in the running heads", () => {
    const pages = readFileSync(join(root, "src", "html", "pages.ts"), "utf8");
    const literal = /#[0-9a-f]{3,8}\b(?=;)/g;
    const ofSheets = css.replaceAll(/--[a-z]+: #[0-9a-f]{6};/g, "").match(literal) ?? [];
    expect(new Set(ofSheets)).toEqual(new Set(["#fff"]));
    expect(new Set(pages.match(literal))).toEqual(new Set([tokens.get("quiet")]));
  });

  // A colour put to a new use must be added to the pairs above.
  test.each([
    ["color", ["inherit", "transparent", "white", "ink", "quiet"]],
    ["border", ["ink", "rule", "hair"]],
    ["background", ["ink", "quiet", "mark", "band", "panel"]],
  ] as const)(
    "%s: only what the pairs above hold, and hairlines, on which nothing depends",
    (use, allowed) => {
      const declared = [...css.matchAll(/^\s*(color|border|background)(?:-[a-z]+)*:([^;]+);/gm)];
      const used = declared
        .filter(([, property]) => property === use)
        .flatMap(([, , value = ""]) => [
          ...[...value.matchAll(/var\(--([a-z]+)\)/g)].map(([, name = ""]) => name),
          ...(use === "color" ? [...value.matchAll(/inherit|transparent|#fff/g)].map(String) : []),
        ]);
      expect(new Set(used.map((name) => (name === "#fff" ? "white" : name)))).toEqual(new Set(allowed));
    },
  );
});

test("dashes of lines leave a gap that a printer keeps, and differ", () => {
  const { second, third } = theme.dashes;
  for (const [on = 0, off = 0] of [second, third]) {
    // Round ends take half the line's width from both ends of a gap.
    expect(off - theme.strokes.other).toBeGreaterThanOrEqual(1.5);
    expect(on).toBeGreaterThan(0);
  }
  expect((second[0] ?? 0) / (third[0] ?? 1)).toBeGreaterThanOrEqual(4);
});
