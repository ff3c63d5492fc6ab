import { expect, test } from "@jest/globals";
import { proposedRebase } from "../../src/analysis/rebase.ts";
import { slotsOf } from "./slots.ts";

const twelve: readonly (number | null)[] = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51];
const eight: readonly (number | null)[] = [67, 66, 68, 67, 66, 68, 67, 67];

test("eight points above the mean of twelve propose a step at the first of them", () => {
  expect(proposedRebase(slotsOf([...twelve, ...eight]))).toEqual([
    { start: "2018-01", detectedAt: "2018-08", direction: "increased", from: 50, to: 67 },
  ]);
});

test("seven points, a point on the mean or eleven before propose nothing", () => {
  expect(proposedRebase(slotsOf([...twelve, ...eight.slice(1)]))).toEqual([]);
  expect(proposedRebase(slotsOf([...twelve, ...eight.with(3, 50)]))).toEqual([]);
  expect(proposedRebase(slotsOf([...twelve.slice(1), ...eight]))).toEqual([]);
});

test("a missing or provisional month breaks the eight, and is not one of the twelve", () => {
  expect(proposedRebase(slotsOf([...twelve, ...[...eight, 67].with(3, null)]))).toEqual([]);
  const provisional = slotsOf([...twelve, ...eight]).map((slot, i) => ({ ...slot, provisional: i === 19 }));
  expect(proposedRebase(provisional)).toEqual([]);
  expect(proposedRebase(slotsOf([...twelve, null, ...eight]))[0]?.start).toBe("2018-02");
  expect(proposedRebase(slotsOf([...twelve.with(5, null), ...eight]))).toEqual([]);
});

test("a found step starts the next search", () => {
  const second = [...eight, 67, 67, 67, 67, ...[30, 31, 30, 31, 30, 31, 30, 31]];
  expect(proposedRebase(slotsOf([...twelve, ...second]))).toEqual([
    { start: "2018-01", detectedAt: "2018-08", direction: "increased", from: 50, to: 67 },
    expect.objectContaining({ start: "2019-01", detectedAt: "2019-08", direction: "decreased", to: 30.5 }),
  ]);
});

test("a confirmed step is not proposed again", () => {
  expect(proposedRebase(slotsOf([...twelve, ...eight]), { rebase: ["2018-01"] })).toEqual([]);
});

test("the earliest eight count, though later ones would show a larger step", () => {
  const drifting = [...twelve, 52, 53, 52, 53, 52, 53, 52, 53, 70, 71];
  expect(proposedRebase(slotsOf(drifting))[0]).toMatchObject({ start: "2018-01", from: 50, to: 52.5 });
});
