import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type End, placeEnds } from "../../src/charts/ends.ts";
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

describe("settle", () => {
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
