import { expect, test } from "@jest/globals";
import { endAfter, plainText, told, toldNames, untold, withTold } from "../../src/document/told.ts";
import type { Figure } from "../../src/figures/figure.ts";

const figure = (name: string, telling = true): Pick<Figure, "name" | "telling"> => ({ name, telling });
const rape = told(figure("rape.north@2019-12"), "32");

test("a figure's words know its name, and are printed as they are without it", () => {
  const text = `North had ${rape}: more than ${told(figure("a - b"), "−3 [e]")}.`;
  expect(plainText(text)).toBe("North had 32: more than −3 [e].");
  expect(withTold(text, (name, words) => `<${name}|${words}>`)).toBe(
    "North had <rape.north@2019-12|32>: more than <a - b|−3 [e]>.",
  );
  expect([...toldNames({ text: [text] })]).toEqual(["rape.north@2019-12", "a - b"]);
});

test("where a register tells nothing, words are only words", () => {
  expect(told(figure("rape", false), "53")).toBe("53");
});

test("a view is freed of names; what holds none is the same object", () => {
  const chart = { points: [1, 2, 3], alt: "Chart" };
  const view = { lead: `${rape} offences`, none: null, blocks: [chart, { cells: [rape] }] };
  const plain = untold(view);
  expect(plain).toEqual({ lead: "32 offences", none: null, blocks: [chart, { cells: ["32"] }] });
  expect(plain.blocks[0]).toBe(chart);
  expect(untold(chart)).toBe(chart);
});

test("a place in the printed words is found in those that know names, behind the figure that ends there", () => {
  const text = `had ${rape} in`;
  const upTo = (words: string): string => text.slice(0, endAfter(text, words.length));
  expect(upTo("had ")).toBe("had ");
  expect(upTo("had 32")).toBe(`had ${rape}`);
  expect(upTo("had 32 i")).toBe(`had ${rape} i`);
  expect(endAfter("plain", 3)).toBe(3);
  expect(endAfter(rape, 2)).toBe(rape.length);
});
