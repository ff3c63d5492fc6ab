import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { giveSlots, type Need } from "../../../src/pdf/link/slots.ts";

const needs = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 200_000 }), keys: fc.integer({ min: 0, max: 5_000 }) }),
  { maxLength: 60 },
);

test("slots follow one another from the first number and from key 0, without overlap", () => {
  fc.assert(
    fc.property(needs, fc.integer({ min: 1, max: 500 }), (all, first) => {
      const slots = giveSlots(all, first);
      expect(slots).toHaveLength(all.length);
      let [base, key] = [first, 0];
      for (const slot of slots) {
        expect([slot.base, slot.key]).toEqual([base, key]);
        base += slot.size;
        key += slot.keys;
      }
    }),
  );
});

test("a slot holds what its paper needs, and little more", () => {
  fc.assert(
    fc.property(needs, (all) => {
      giveSlots(all, 64).forEach((slot, i) => {
        const need = all[i] as Need;
        for (const [given, needed] of [
          [slot.size, need.size],
          [slot.keys, need.keys],
        ] as const) {
          expect(given).toBeGreaterThanOrEqual(needed);
          expect(given - needed).toBeLessThan(Math.max(16, needed / 8));
        }
      });
    }),
  );
});

test("equal needs have equal slots, and what comes later moves nothing before it", () => {
  fc.assert(
    fc.property(needs, needs, (before, after) => {
      expect(giveSlots([...before, ...after], 64).slice(0, before.length)).toEqual(giveSlots(before, 64));
    }),
  );
});

test("a paper that grows by a little leaves those after it where they are", () => {
  expect(
    giveSlots(
      [
        { size: 1_000, keys: 90 },
        { size: 10, keys: 1 },
      ],
      64,
    ),
  ).toEqual(
    giveSlots(
      [
        { size: 1_020, keys: 94 },
        { size: 10, keys: 1 },
      ],
      64,
    ),
  );
});
