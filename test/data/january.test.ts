import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { sourceFiles } from "../../src/disk.ts";
import { performanceSummary } from "../../src/document/summary.ts";
import { load } from "../../src/load.ts";
import type { SourceFiles } from "../../src/reading.ts";

const root = join(import.meta.dirname, "..", "..");
const disk = sourceFiles(root);

/** What follows the last periods of the sample, by kind of period. */
const next = new Map([
  ["2019-12", "2020-01"],
  ["2019-12-29", "2020-01-05"],
  ["2019-12-31", "2020-01-31"],
  ["2019-04/2019-12", "2019-04/2020-01"],
]);

/** The sample with its last period given once more, as the one that follows, in every measure that reaches the quarter's end. */
function withJanuary(added: string[]): SourceFiles {
  return {
    list: disk.list,
    read: async (file) => {
      const bytes = await disk.read(file);
      if (bytes === null || !/measures\/[^/]+\.csv$/.test(file)) return bytes;
      const text = Buffer.from(bytes).toString("utf8");
      const rows = text.trimEnd().split("\n");
      const last =
        rows
          .slice(1)
          .map((row) => row.split(",")[0] ?? "")
          .sort()
          .at(-1) ?? "";
      const following = next.get(last);
      if (following === undefined) return bytes;
      added.push(file);
      const more = rows
        .filter((row) => row.startsWith(`${last},`))
        .map((row) => row.replace(last, following));
      return Buffer.from(`${[...rows, ...more].join("\n")}\n`);
    },
  };
}

async function summaryOf(files: SourceFiles) {
  const { facts } = await load("data", files);
  const quarter = facts.quarters.get("2019-20-q3");
  if (!quarter?.summary) throw new Error("the sample has no Performance Summary");
  const { view, register } = performanceSummary(facts, quarter, quarter.summary);
  return { view, printed: register.printed().map(({ from, ...figure }) => figure) };
}

test("January's figures in every measure change nothing in December's paper", async () => {
  const added: string[] = [];
  const after = await summaryOf(withJanuary(added));
  expect(added.length).toBeGreaterThan(80);
  expect(after).toEqual(await summaryOf(disk));
});
