import { expect, test } from "@jest/globals";
import { proposedRebaseFindings } from "../../src/audit/proposedRebase.ts";
import { createRegister } from "../../src/figures/register.ts";
import { factsOf, measure, monthRows } from "../support/register.ts";

const ordinary = [50, 46, 52, 48, 51, 49, 47, 53, 50, 48, 52, 49];
const higher = [70, 72, 69, 71, 73, 70, 72, 71];

async function findings(values: readonly number[], yaml: readonly string[] = []) {
  const facts = await factsOf(...measure("thefts", monthRows(values), yaml));
  return proposedRebaseFindings(createRegister(facts, "2030-12", "2030-12-31"), ["thefts"]);
}

test("eight months above the average before them are a proposal for a person, never more", async () => {
  const [finding, ...more] = await findings([...ordinary, ...higher]);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule: "proposed-rebase", severity: "review" });
  expect(finding?.message).toContain("are all above the average before them");
  expect(finding?.message).toContain("confirmedBy");
});

test("an ordinary series has none", async () => {
  expect(await findings([...ordinary, ...ordinary.slice(0, 8)])).toEqual([]);
});
