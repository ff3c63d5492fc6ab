import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Figure } from "../../src/figures/figure.ts";
import { createRegister } from "../../src/figures/register.ts";
import { load } from "../../src/load.ts";
import { type Change, inMemory, minimal, type Project } from "../support/project.ts";
import { measure } from "../support/register.ts";
import { wordedOf } from "../support/summary.ts";

/** Two areas and their sum over 26 months, the last of them far out, so that there is something to flag. */
const rows = Array.from({ length: 26 }, (_, i) => {
  const month = `${2017 + Math.floor((i + 9) / 12)}-${String(((i + 9) % 12) + 1).padStart(2, "0")}`;
  const [north, south] = [20 + ((i * 7) % 5), i === 25 ? 90 : 30 + ((i * 3) % 4)];
  return [`${month},,${north + south}`, `${month},north,${north}`, `${month},south,${south}`];
}).flat();
const thefts = (order: readonly string[]): Change[] =>
  measure("thefts", ["period,area,value", ...order], ["areas: [force, north, south]"]);

/** A disk that answers in another order than it was asked in: each file after its own number of turns. */
function answering(project: Project, turns: readonly number[]) {
  const { list, read } = inMemory(project);
  let asked = 0;
  return {
    list,
    read: async (file: string): Promise<Uint8Array> => {
      for (let left = turns[asked++ % turns.length] ?? 0; left > 0; left -= 1)
        await new Promise((done) => setImmediate(done));
      return read(file);
    },
  };
}

/** What is said of a figure, without the line of the file that it came from. */
const said = ({ from, ...figure }: Figure): object => ({ ...figure, from: from.map(({ file }) => file) });

async function allOf(order: readonly string[], turns: readonly number[]): Promise<object> {
  const { facts } = await load("data", answering(minimal(...thefts(order)), turns));
  const { view, register } = wordedOf(facts);
  const charts = createRegister(facts, "2019-11", "2019-11-30");
  return {
    view,
    figures: register.printed().map(said),
    charts: ["force", "north", "south"].map((area) => {
      const chart = charts.chart("thefts", area, null);
      return { points: chart?.points, out: chart?.exceptionalAt("2019-11") };
    }),
    projection: charts.projection("thefts", "force"),
  };
}

test("what is printed and flagged does not depend on the order of rows, or of the files as they are read", async () => {
  const expected = await allOf(rows, [0]);
  expect(expected).toMatchObject({ charts: [{ out: "high" }, { out: null }, { out: "high" }] });
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 7 }),
      async (order, turns) => {
        expect(await allOf(order, turns)).toEqual(expected);
      },
    ),
    { numRuns: 12 },
  );
});
