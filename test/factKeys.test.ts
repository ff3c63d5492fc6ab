import { describe, expect, test } from "@jest/globals";
import { sourceFiles } from "../src/disk.ts";
import { factKeys } from "../src/factKeys.ts";
import { load } from "../src/load.ts";
import { missingFile, type SourceFiles } from "../src/reading.ts";
import type { Question } from "../src/traced.ts";

const sample = sourceFiles("");
const meeting = "2020-03-16-police-and-crime-panel";

/** The sample with another text or other bytes for a file, which it may not have. */
const withFile = (changed: string, edit: (before: string) => string): SourceFiles => {
  const at = changed.lastIndexOf("/");
  return {
    list: async (folder) => {
      const names = await sample.list(folder);
      return folder === changed.slice(0, at) ? [...new Set([...names, changed.slice(at + 1)])].sort() : names;
    },
    read: async (file) => {
      if (file !== changed) return sample.read(file);
      const before = await sample.read(file).catch(() => null);
      if (before === null && edit("") === "") throw missingFile(file);
      return Buffer.from(edit(Buffer.from(before ?? []).toString("utf8")));
    },
  };
};

const questions: Readonly<Record<string, Question>> = {
  organisation: { kind: "part", part: "organisation" },
  publishing: { kind: "part", part: "publishing" },
  "specified information": { kind: "part", part: "specifiedInformation" },
  "a measure": { kind: "row", table: "measures", name: "rape" },
  "a measure that is not there": { kind: "row", table: "measures", name: "rapes" },
  "names of measures": { kind: "names", table: "measures" },
  "all measures": { kind: "all", table: "measures" },
  "a quarter": { kind: "row", table: "quarters", name: "2019-20-q3" },
  "all quarters": { kind: "all", table: "quarters" },
  "a meeting": { kind: "row", table: "meetings", name: meeting },
  "a paper": { kind: "row", table: "papers", name: `${meeting}/02-5-appendix-e-rural-crime-team` },
  "another paper": { kind: "row", table: "papers", name: "2019-20-q3/opcc-scrutiny" },
  "names of papers": { kind: "names", table: "papers" },
  "all papers": { kind: "all", table: "papers" },
};

describe("what facts say has another name where what it was read from has changed", () => {
  const keysOf = async (files: SourceFiles): Promise<ReadonlyMap<string, string>> => {
    const keyOf = factKeys(await load("data", files));
    return new Map(Object.entries(questions).map(([name, question]) => [name, keyOf(question)]));
  };
  const before = keysOf(sample);
  const more = (text: string): string => `${text}\n`;
  const papers = `data/meetings/${meeting}/papers`;

  test.each<[string, readonly string[]]>([
    ["data/organisation.yaml", ["organisation"]],
    ["data/publishing.yaml", ["publishing"]],
    ["data/specified-information.yaml", ["specified information"]],
    ["data/measures/rape.yaml", ["a measure", "all measures"]],
    ["data/measures/rape.csv", ["a measure", "all measures"]],
    ["data/quarters/2019-20-q3/quarter.yaml", ["a quarter", "all quarters"]],
    ["data/quarters/2019-20-q3/released.yaml", ["a quarter", "all quarters"]],
    ["data/quarters/2019-20-q3/performance-summary/panel-page.md", ["a quarter", "all quarters"]],
    ["data/quarters/2019-20-q3/opcc-scrutiny.md", ["another paper", "all papers"]],
    [`data/meetings/${meeting}/meeting.yaml`, ["a meeting"]],
    [`${papers}/another.pdf`, ["a meeting"]],
    [`${papers}/02-5-appendix-e-rural-crime-team.md`, ["a paper", "all papers"]],
    [`${papers}/pictures/another.png`, ["a paper", "all papers"]],
  ])("%s", async (file, changed) => {
    const [was, is] = [await before, await keysOf(withFile(file, more))];
    expect([...was.keys()].filter((name) => was.get(name) !== is.get(name))).toEqual(changed);
  });

  test("a measure more", async () => {
    const text = Buffer.from(await sample.read("data/measures/rape.yaml")).toString("utf8");
    const series = Buffer.from(await sample.read("data/measures/rape.csv")).toString("utf8");
    const files: SourceFiles = {
      list: async (folder) =>
        folder === "data/measures"
          ? [...(await sample.list(folder)), "rapes.csv", "rapes.yaml"].sort()
          : sample.list(folder),
      read: async (file) =>
        file === "data/measures/rapes.yaml"
          ? Buffer.from(text.replace("id: rape", "id: rapes"))
          : file === "data/measures/rapes.csv"
            ? Buffer.from(series)
            : sample.read(file),
    };
    const [was, is] = [await before, await keysOf(files)];
    expect([...was.keys()].filter((name) => was.get(name) !== is.get(name))).toEqual([
      "a measure that is not there",
      "names of measures",
      "all measures",
    ]);
  });
});
