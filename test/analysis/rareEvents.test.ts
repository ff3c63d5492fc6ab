import { expect, test } from "@jest/globals";
import { daysBetweenEvents } from "../../src/analysis/rareEvents.ts";

test("days from each event to the next, over a leap day and the clocks going forward", () => {
  expect(daysBetweenEvents(["2020-04-01", "2020-02-28", "2020-03-01"])).toEqual([
    { period: "2020-03-01", value: 2 },
    { period: "2020-04-01", value: 31 },
  ]);
});

test("events on one day are 0 days apart, and have names in order", () => {
  const slots = daysBetweenEvents(["2019-03-04", "2019-03-04", "2019-03-04", "2019-03-05"]);
  expect(slots.map(({ value }) => value)).toEqual([0, 0, 1]);
  expect(slots.map(({ period }) => period)).toEqual(["2019-03-04 #02", "2019-03-04 #03", "2019-03-05"]);
  const many = daysBetweenEvents(Array.from({ length: 12 }, () => "2019-03-04")).map(({ period }) => period);
  expect(many).toEqual([...many].sort());
});

test("one event has no distance; a day that does not exist is refused", () => {
  expect(daysBetweenEvents(["2019-03-04"])).toEqual([]);
  expect(() => daysBetweenEvents(["2019-02-29"])).toThrow("not a date in the calendar: 2019-02-29");
});
