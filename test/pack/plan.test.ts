import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type PlannedItem, planPages } from "../../src/pack/plan.ts";

const item = (key: string, ...pages: number[]): PlannedItem => ({
  key,
  documents: pages.map((count, i) => ({ name: `${key}-${i}`, pages: count, numbers: count })),
});

describe("the agenda of 16 March 2020", () => {
  const plan = planPages(4, [
    item("minutes", 8, 5, 3),
    item("report", 9),
    item("appendix", 4),
    item("programme", 3),
    item("exempt", 1),
  ]);

  test("an item of several documents has one range, with the blank page after each", () => {
    expect(plan.ranges.get("minutes")).toEqual({ first: 5, last: 22 });
  });
  test("a blank page belongs to the range before it", () => {
    expect(plan.ranges.get("report")).toEqual({ first: 23, last: 32 });
    expect(plan.ranges.get("appendix")).toEqual({ first: 33, last: 36 });
    expect(plan.ranges.get("programme")).toEqual({ first: 37, last: 40 });
  });
  test("no blank page stands at the end", () => {
    expect(plan.ranges.get("exempt")).toEqual({ first: 41, last: 41 });
    expect(plan.last).toBe(41);
  });
});

test("a sheet that keeps the members' range leaves the numbers after it as they are", () => {
  const members = planPages(2, [item("a", 5), item("exempt", 9), item("b", 3)]);
  const sheet: PlannedItem = { key: "exempt", documents: [{ name: "sheet", pages: 1, numbers: 9 }] };
  const open = planPages(2, [item("a", 5), sheet, item("b", 3)]);
  expect(open.ranges).toEqual(members.ranges);
  expect(open.parts.map(({ kind, first, pages }) => [kind, first, pages])).toEqual([
    ["agenda", 1, 2],
    ["document", 3, 5],
    ["blank", 8, 1],
    ["document", 9, 1],
    ["blank", 18, 1],
    ["document", 19, 3],
  ]);
});

test("a supplement goes on after what was published, on an odd page", () => {
  const plan = planPages(1, [item("late", 3)], 165);
  expect(plan.ranges.get("late")).toEqual({ first: 167, last: 169 });
  expect(() => planPages(1, [], 164)).toThrow(RangeError);
});

describe("any meeting", () => {
  const documents = fc.array(
    fc.record({
      pages: fc.integer({ min: 1, max: 40 }),
      held: fc.integer({ min: 0, max: 12 }),
      sheet: fc.boolean(),
    }),
    { maxLength: 4 },
  );
  const meetings = fc.tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(documents, { minLength: 1, maxLength: 60 }),
  );
  const planned = ([agenda, lists]: [number, { pages: number; held: number; sheet: boolean }[][]]) => {
    const items = lists.map((list, i) => ({
      key: `item-${i}`,
      documents: list.map(({ pages, held, sheet }, k) =>
        sheet
          ? { name: `${i}-${k}`, pages: 1, numbers: 1 + held }
          : { name: `${i}-${k}`, pages, numbers: pages },
      ),
    }));
    return { agenda, items, plan: planPages(agenda, items) };
  };

  test("documents start on odd numbers and on the odd pages of the file, in order", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const { items, plan } = planned(meeting);
        let page = 1;
        for (const part of plan.parts) {
          if (part.kind === "document") expect([part.first % 2, page % 2]).toEqual([1, 1]);
          page += part.pages;
        }
        expect(plan.parts.filter((p) => p.kind === "document").map((p) => p.name)).toEqual(
          items.flatMap((i) => i.documents.map((d) => d.name)),
        );
      }),
    );
  });

  test("numbers rise, blanks are single and stand only before a document that would start on an even page", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const { plan } = planned(meeting);
        let last = 0;
        let page = 1;
        plan.parts.forEach((part, i) => {
          expect(part.first).toBeGreaterThan(last);
          last = part.first + part.pages - 1;
          if (part.kind === "blank") {
            expect(page % 2).toBe(0);
            expect(plan.parts[i + 1]?.kind).toBe("document");
          }
          page += part.pages;
        });
        expect(plan.last).toBeGreaterThanOrEqual(last);
      }),
    );
  });

  test("ranges are contiguous, and hold every number that is held back", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const { agenda, items, plan } = planned(meeting);
        const ranges = items.flatMap(({ key }) => plan.ranges.get(key) ?? []);
        ranges.forEach(({ first, last }, i) => {
          const after = ranges[i - 1];
          expect(first).toBe(after === undefined ? agenda + 1 + (agenda % 2) : after.last + 1);
          expect(last).toBeGreaterThanOrEqual(first);
        });
        const taken = items.flatMap((i) => i.documents).reduce((sum, d) => sum + d.numbers, 0);
        if (ranges.length > 0) expect(plan.last).toBeGreaterThanOrEqual(agenda + taken);
      }),
    );
  });
});
