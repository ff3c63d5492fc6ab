import { describe, expect, test } from "@jest/globals";
import { isIncluded } from "../../src/document/inclusion.ts";
import { createRegister } from "../../src/figures/register.ts";
import type { Facts } from "../../src/model/facts.ts";
import { inclusions, type SectionHead } from "../../src/model/quarter.ts";
import { factsOf, measure, monthRows } from "../support/register.ts";

const calm = [20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19];
/** Steady months up to September or October 2019, then one far outside. */
const facts = await factsOf(
  ...measure("steady", monthRows(calm)),
  ...measure("alarming", monthRows([...calm, 60])),
  ...measure(
    "late",
    ["period,value", "2019-09,3", "2019-10,4"],
    ["availabilityLag: { months: 1, reason: Late. }"],
  ),
  ...measure("stopped", ["period,value", "2019-08,3", "2019-09,4"]),
);

function included(
  include: SectionHead["include"],
  id: string,
  { month = "2019-11", also = [] as string[], from = facts as Facts } = {},
): boolean {
  const register = createRegister(from, month, `${month}-30`);
  return isIncluded(register, { measure: id, include, also, know: "x", say: {}, accepted: [] });
}

describe("a section is printed", () => {
  test("in a month that ends a quarter, whatever its rule", () => {
    expect(inclusions.map((rule) => included(rule, "steady", { month: "2019-09" }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test("monthly: always", () => {
    expect(["2019-10", "2019-11"].map((month) => included("monthly", "steady", { month }))).toEqual([
      true,
      true,
    ]);
  });

  test("quarterly: in no other month, not even when it is exceptional", () => {
    expect(["steady", "alarming"].map((id) => included("quarterly", id))).toEqual([false, false]);
  });

  test("quarterly or exceptional: when the force, one of its areas, or a measure beside it is exceptional", () => {
    const rule = "quarterly-or-exceptional";
    expect(["steady", "alarming", "burglary"].map((id) => included(rule, id))).toEqual([false, true, true]);
    expect(included(rule, "steady", { also: ["alarming"] })).toBe(true);
    expect(included(rule, "alarming", { month: "2019-10" })).toBe(false);
  });

  test("when updated: when a value has come since the month before", () => {
    expect(["steady", "late", "stopped"].map((id) => included("when-updated", id))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
