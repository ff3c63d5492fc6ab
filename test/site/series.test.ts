import { expect, test } from "@jest/globals";
import { measureJson } from "../../src/site/data/measureJson.ts";
import { measureTable } from "../../src/site/data/measureRows.ts";
import { revisionsOf, revisionTable } from "../../src/site/data/revisions.ts";
import { factsOf, measure } from "../support/register.ts";

const changes = measure(
  "theft",
  [
    "period,area,value,status,reason,was,revised",
    "2019-09,,3738,revised,Late records.,3700,2019-11-15",
    "2019-10,,12,provisional,,,",
    "2019-10,north,,suppressed,Few people live there.,,",
    "2019-11,,9,,,,",
  ],
  ["areas: [force, north]"],
);
const share = measure(
  "answered",
  [
    "period,value,denominator,status,reason,was,revised",
    "2019-10,1,3,,,,",
    "2019-11,50,200,revised,Recounted.,49,2019-12-02",
  ],
  ["unit: percent", "denominator: { title: Calls }"],
);

async function rowsOf(id: string, cutOff: string): Promise<Record<string, unknown>[]> {
  const facts = await factsOf(...changes, ...share);
  const one = facts.measures.get(id);
  if (one === undefined) throw new Error(id);
  const { columns, rows } = measureTable(one, facts.organisation, cutOff);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

test("a row says by itself what it is, how far it may be relied on, and what it was", async () => {
  const [first, second, third] = await rowsOf("theft", "2019-11-30");
  expect(first).toEqual({
    measure: "theft",
    measure_title: "Theft",
    area: "force",
    area_name: "Marlshire",
    category: null,
    category_name: null,
    period: "2019-09",
    period_name: "September 2019",
    period_end: "2019-09-30",
    value: "3738",
    numerator: null,
    denominator: null,
    unit: "number",
    tied: null,
    status: "revised",
    symbol: "[r]",
    reason: "Late records.",
    revised_from: "3700",
    revised_on: "2019-11-15",
  });
  expect(second).toMatchObject({ value: "12", symbol: "[p]" });
  expect(third).toMatchObject({ value: null, symbol: "[c]", reason: "Few people live there." });
});

test("what became known after the cut-off is not there", async () => {
  const rows = await rowsOf("theft", "2019-10-31");
  expect(rows.map(({ period, value, status }) => [period, value, status])).toEqual([
    ["2019-09", "3700", "published"],
    ["2019-10", "12", "provisional"],
    ["2019-10", null, "suppressed"],
  ]);
});

test("a share comes with the numbers behind it, and is not rounded to what is printed", async () => {
  const [first, second] = await rowsOf("answered", "2019-12-31");
  expect(first).toMatchObject({ value: "33.333333", numerator: 1, denominator: 3, unit: "percent" });
  expect(second).toMatchObject({ value: "25", numerator: 50, denominator: 200, revised_from: "24.5" });
});

test("the JSON of a measure has numbers, and the same values", async () => {
  const facts = await factsOf(...changes, ...share);
  const one = facts.measures.get("theft");
  if (one === undefined) throw new Error("theft");
  expect(measureJson(one, facts.organisation, "2019-11-30")).toMatchObject({
    id: "theft",
    priority: "Less crime",
    knownOn: "2019-11-30",
    areas: [
      { id: "force", name: "Marlshire" },
      { id: "north", name: "North Marlshire" },
    ],
    observations: [
      { period: "2019-09", value: 3738, status: "revised", revision: { was: 3700, on: "2019-11-15" } },
      { value: 12 },
      { value: null, reason: "Few people live there." },
      { value: 9 },
    ],
  });
});

test("revisions are listed with old and new values, the latest first, once they are known", async () => {
  const facts = await factsOf(...changes, ...share);
  expect(revisionsOf(facts, "2019-11-30").map(({ title }) => title)).toEqual(["Theft"]);
  expect(revisionTable(revisionsOf(facts, "2019-12-31")).rows).toEqual([
    ["2019-12-02", "answered", "Answered", "Marlshire", null, "November 2019", "24.5", "25", "Recounted."],
    ["2019-11-15", "theft", "Theft", "Marlshire", null, "September 2019", "3700", "3738", "Late records."],
  ]);
});
