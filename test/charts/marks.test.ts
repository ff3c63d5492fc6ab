import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lengthInside, overlap } from "../../src/charts/geometry.ts";
import { markBox, type StackedMark, stackHeight, stackMarks, upright } from "../../src/charts/marks.ts";
import type { MarkView } from "../../src/document/views.ts";
import { durations, theme } from "./samples.ts";

const x = (period: number): number => 30 + period * 10;
const bounds = [30, 390] as const;
const stack = (marks: readonly MarkView[]) => stackMarks(marks, x, bounds, theme);
const foot = 200;

/** Words on words, or an upright line through words. */
function collisions(stacked: readonly StackedMark[]): string[] {
  return stacked.flatMap((mark, i) =>
    stacked.flatMap((other, j) => {
      if (i === j) return [];
      const [box, line] = [markBox(mark, foot), upright(other, foot, 300)];
      const onWords = overlap(box, markBox(other, foot));
      return onWords || lengthInside(line, box) > 0 ? [`${mark.mark.text} and ${other.mark.text}`] : [];
    }),
  );
}

describe("stackMarks", () => {
  test("one mark has its words right of its line, just above the foot", () => {
    const [mark] = stack(durations.marks.slice(0, 1));
    expect(mark).toMatchObject({ x: 105, align: "left", from: 110, rise: 6 });
  });

  test("words that would leave the drawing stand left of their line", () => {
    expect(stack(durations.marks).find((mark) => mark.mark.x === 33)?.align).toBe("right");
  });

  test("three events close together are stacked", () => {
    const stacked = stack(durations.marks);
    expect(collisions(stacked)).toEqual([]);
    expect(new Set(stacked.map((mark) => mark.rise)).size).toBeGreaterThan(1);
    expect(stackHeight(stacked)).toBeLessThan(90);
  });

  const long = "A much longer name of an event than is usual";
  /** Words that fit on one side only once others have been broken. */
  const hard: MarkView[] = [
    { x: 10, text: long, detail: "", kind: "event" },
    { x: 2, text: long, detail: "", kind: "event" },
    { x: 7, text: "New baseline", detail: "", kind: "baseline" },
    { x: 19, text: long, detail: "", kind: "event" },
  ];

  test("no words meet, and no line runs through words", () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 35 }),
      text: fc.constantFrom("New baseline", "Survey changed supplier", long),
      detail: fc.constantFrom("", "April 2018"),
      kind: fc.constantFrom("event" as const, "baseline" as const),
    });
    const marks = fc.uniqueArray(mark, { maxLength: 5, selector: (m) => m.x });
    fc.assert(
      fc.property(marks, (some) => expect(collisions(stack(some))).toEqual([])),
      { numRuns: 1500, examples: [[hard]] },
    );
  });
});
