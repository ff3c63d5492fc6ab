import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type End, placeEnds } from "../../src/charts/ends.ts";
import { insert } from "../../src/charts/insert.ts";
import { settle } from "../../src/charts/settle.ts";
import { block, quiet } from "../../src/charts/text.ts";
import { theme } from "./samples.ts";

const span = { top: 0, bottom: 250 };
const end = (y: number, pinned: boolean, lines = 1): End => ({
  block: block(
    Array.from({ length: lines }, () => quiet("Average 3,490", theme)),
    theme,
  ),
  spot: { x: 390, y },
  pinned,
});

describe("placeEnds", () => {
  test("limits and average stay on their lines and the latest value gives way", () => {
    const placed = placeEnds([end(40, true), end(100, true), end(160, true), end(97, false, 2)], 400, span);
    expect(placed.slice(0, 3).map(({ box }) => (box.top + box.bottom) / 2)).toEqual([40, 100, 160]);
    const latest = placed[3];
    expect(latest?.box.top).toBeGreaterThanOrEqual(placed[1]?.box.bottom ?? span.bottom);
    expect(latest?.leader?.from.y).toBe(97);
  });

  test("limits and average yield a little where that lets the latest value stand near its point", () => {
    const placed = placeEnds([end(40, true), end(72, true), end(104, true), end(55, false, 2)], 400, span);
    const [upper, average, lower, latest] = placed.map(({ box }) => box.top + 5.625);
    expect(upper).toBeGreaterThan(34 - 1e-6);
    expect(upper).toBeLessThanOrEqual(40);
    expect(average).toBeGreaterThanOrEqual(72);
    expect(average).toBeLessThan(78 + 1e-6);
    expect(lower).toBe(104);
    expect(Math.abs((latest ?? 0) - 55)).toBeLessThan(6);
    expect(placed.slice(0, 3).map(({ leader }) => leader)).toEqual([null, null, null]);
  });

  test("the average yields so that a value below both stays near its point", () => {
    // Lines 19 points apart leave no room between; the value goes below the average, not below the lower limit.
    const placed = placeEnds([end(40, true), end(59, true), end(91, true), end(74, false, 2)], 400, span);
    expect(placed[3]?.box.top).toBeGreaterThanOrEqual(placed[1]?.box.bottom ?? span.bottom);
    expect(placed[3]?.box.bottom).toBeLessThanOrEqual((placed[2]?.box.top ?? 0) + 1e-6);
  });

  test("words of limits and averages are never further than 6 points from lines that are far enough apart", () => {
    const gaps = fc.array(fc.double({ min: 12, max: 60, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(gaps, fc.double({ min: 0, max: 250, noNaN: true }), (steps, y) => {
        const lines = steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0));
        const wished = [...lines.map((line) => end(line, true)), end(y, false, 2)];
        const placed = placeEnds(wished, 400, { ...span, bottom: 320 });
        for (const [i, line] of lines.entries()) {
          expect(Math.abs((placed[i]?.box.top ?? 0) + 5.625 - line)).toBeLessThanOrEqual(6 + 1e-6);
        }
      }),
    );
  });

  test("words beside their line need no leader", () => {
    expect(placeEnds([end(40, true), end(80, false, 2)], 400, span).map((placed) => placed.leader)).toEqual([
      null,
      null,
    ]);
  });

  test("no words overlap or leave the drawing, and first lines are 11 points apart", () => {
    const y = fc.double({ min: -10, max: 260, noNaN: true });
    const ends = fc.array(fc.record({ y, pinned: fc.boolean(), lines: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(ends, (wishes) => {
        const boxes = placeEnds(
          wishes.map((w) => end(w.y, w.pinned, w.lines)),
          400,
          span,
        )
          .map((placed) => placed.box)
          .sort((a, b) => a.top - b.top);
        expect(boxes).toHaveLength(wishes.length);
        for (const [i, box] of boxes.entries()) {
          expect(box.top).toBeGreaterThanOrEqual((boxes[i - 1]?.bottom ?? span.top) - 1e-6);
          expect(box.top - (boxes[i - 1]?.top ?? -11)).toBeGreaterThanOrEqual(11 - 1e-6);
          expect(box.bottom).toBeLessThanOrEqual(span.bottom + 1e-6);
        }
      }),
    );
  });
});

describe("insert", () => {
  const low = { top: 100, height: 10 };
  const high = { top: 70, height: 10 };

  test("gives the tops in the order of what it is given, whatever their places", () => {
    expect(insert({ top: 20, height: 20 }, [low, high], span)).toEqual([100, 70, 20]);
    // 20 points are free between them, 23 are wanted: 3 more than there are.
    expect(insert({ top: 80, height: 20 }, [low, high], span)).toEqual([101.5, 68.5, 80]);
  });

  test("pushes a whole row, by 6 points at most", () => {
    const row = [50, 60, 70].map((top) => ({ top, height: 10 }));
    const tops =
      insert({ top: 78, height: 10 }, [...row, { top: 90, height: 10 }], { top: 48, bottom: 110 }) ?? [];
    expect(tops).toHaveLength(5);
    for (const [i, { top }] of row.entries()) expect(Math.abs((tops[i] ?? 0) - top)).toBeLessThanOrEqual(6);
    const sorted = [...tops].sort((a, b) => a - b);
    for (const [i, top] of sorted.slice(1).entries())
      expect(top - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-6);
  });

  test("finds no room where there is none", () => {
    expect(insert({ top: 5, height: 20 }, [{ top: 0, height: 10 }], { top: 0, bottom: 20 })).toBeNull();
  });
});

describe("settle", () => {
  test("keeps the order of the lines where a neighbour has more words", () => {
    const [two, one] = settle(
      [
        { top: 50, height: 22 },
        { top: 52, height: 11 },
      ],
      span,
    );
    expect(two).toBeLessThan(one ?? 0);
  });
  test("moves two that touch by the same amount", () => {
    expect(
      settle(
        [
          { top: 50, height: 10 },
          { top: 54, height: 10 },
        ],
        span,
      ),
    ).toEqual([47, 57]);
  });
  test("leaves alone what has room, in the order given", () => {
    expect(
      settle(
        [
          { top: 90, height: 10 },
          { top: 20, height: 10 },
        ],
        span,
      ),
    ).toEqual([90, 20]);
  });
  test("keeps within the span", () => {
    expect(
      settle(
        [
          { top: -5, height: 10 },
          { top: 248, height: 10 },
        ],
        span,
      ),
    ).toEqual([0, 240]);
  });
});
