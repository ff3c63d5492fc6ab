import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anywhere, around, at } from "../../src/charts/candidates.ts";
import { around as boxAround, lengthInside, overlap, within } from "../../src/charts/geometry.ts";
import { place, type Scene } from "../../src/charts/placer.ts";
import { block, quiet } from "../../src/charts/text.ts";
import { theme } from "./samples.ts";

const bounds = { left: 0, top: 0, right: 300, bottom: 150 };
const empty: Scene = { bounds, dots: [], words: [], lines: [] };
const label = (text: string) => block([quiet(text, theme)], theme);

const spot = fc.record({ x: fc.integer({ min: -20, max: 320 }), y: fc.integer({ min: -20, max: 170 }) });
const request = fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), spot);

describe("place", () => {
  test("no label overlaps another, covers a dot or leaves the bounds", () => {
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 12 }),
        fc.array(spot, { maxLength: 30 }),
        (wishes, spots) => {
          const dots = spots.map((dot) => boxAround(dot, 6));
          const requests = wishes.map(([text, where]) => {
            const words = label(text);
            return {
              block: words,
              candidates: [...around(words, where, 5, -1), ...anywhere(words, bounds, [where], 5)],
            };
          });
          const placed = place(requests, { ...empty, dots });
          for (const [i, { box }] of placed.entries()) {
            expect(within(box, bounds)).toBe(true);
            expect(
              [...dots, ...placed.slice(0, i).map((p) => p.box)].filter((other) => overlap(other, box)),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("stands above its dot where there is room, without a leader", () => {
    const words = label("Dec 2018: 3,497");
    const [placed] = place([{ block: words, candidates: around(words, { x: 100, y: 80 }, 5, -1) }], empty);
    expect(placed?.box.bottom).toBe(75);
    expect(((placed?.box.left ?? 0) + (placed?.box.right ?? 0)) / 2).toBeCloseTo(100);
    expect(placed?.leader).toBeNull();
  });

  test("keeps off a line where it can", () => {
    const words = label("Dec 2018: 3,497");
    const line = { from: { x: 0, y: 70 }, to: { x: 300, y: 70 } };
    const requests = [{ block: words, candidates: around(words, { x: 100, y: 80 }, 5, -1) }];
    const [placed] = place(requests, { ...empty, lines: [line] });
    expect(lengthInside(line, placed?.box ?? bounds)).toBe(0);
  });

  test("rather stands far away than across a line", () => {
    const words = label("Dec 2018: 3,497");
    const where = { x: 150, y: 20 };
    const lines = Array.from({ length: 9 }, (_, i) => ({
      from: { x: 0, y: i * 10 },
      to: { x: 300, y: i * 10 },
    }));
    const candidates = [...around(words, where, 5, -1), ...anywhere(words, bounds, [where], 5)];
    const [placed] = place([{ block: words, candidates }], { ...empty, lines });
    expect(placed?.box.top).toBeGreaterThanOrEqual(80);
    expect(placed?.leader).not.toBeNull();
  });

  test("is led to the nearest of several spots", () => {
    const words = label("Hollow");
    const spots = [20, 250].map((x) => ({ x, y: 75 }));
    const right = anywhere(words, bounds, spots, 5).filter(({ box }) => box.left > 180 && box.right < 230);
    expect(right.length).toBeGreaterThan(0);
    for (const { leader } of right) if (leader) expect(leader.from.x).toBeGreaterThan(200);
  });

  test("gets a leader once it stands away from its dot", () => {
    const words = label("Hollow");
    const far = around(words, { x: 100, y: 80 }, 5, 1).filter((candidate) => candidate.box.top > 100);
    const [placed] = place([{ block: words, candidates: far }], empty);
    expect(placed?.leader?.to.y).toBeCloseTo((placed?.box.top ?? 0) - 1, 0);
  });

  test("leaves out what has no place", () => {
    const words = label("x");
    const taken = { ...empty, words: [bounds] };
    expect(place([{ block: words, candidates: [at(words, { x: 10, y: 10 }, "left")] }], taken)).toEqual([]);
  });
});
