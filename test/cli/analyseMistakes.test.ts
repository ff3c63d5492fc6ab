import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");
const folder = mkdtempSync(join(tmpdir(), "panelpack-analyse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file's name and text, and what is said of it. */
const wrong: readonly (readonly [name: string, text: string, says: readonly string[]])[] = [
  [
    "lengths.json",
    '{"values":[1,2],"months":["2019-01"]}',
    ["lengths.json:1:26 months: there are 1 of them, but 2 values: give one for each"],
  ],
  [
    "month.json",
    '{"values":[1,2],"months":["2019-01","Foo"]}',
    ["month.json:1:37 months.1: `Foo` is no month"],
  ],
  [
    "twice.json",
    '{"values":[1,2],"months":["2019-01","Jan-19"]}',
    ["twice.json:1:37 months.1: 2019-01 is there already, as months.0"],
  ],
  [
    "keys.json",
    '{"valeus":[1],"values":["x"],"chart":"z"}',
    ["keys.json:1:2 `valeus` is not a key", "values.0: write a number", "chart: `z` cannot stand here"],
  ],
  ["base.json", '{"values":[5],"chart":"p"}', ["a p chart needs `denominators`"]],
  ["more.json", '{"values":[5],"denominators":[3],"chart":"p"}', ["more.json:1:12 5 of 3 is more than all"]],
  ["zero.json", '{"values":[5,0],"chart":"t"}', ["zero.json:1:14 a time between events is more than 0"]],
  ["below.json", '{"values":[-5],"chart":"c"}', ["a count, or a time between events, cannot be below zero"]],
  [
    "fix.json",
    '{"values":[5],"options":{"fixAfterNPoints":3}}',
    ["limits can be fixed after 12 or more points"],
  ],
  ["large.json", '{"values":[1e300]}', ["write a number of at most 15 digits"]],
  ["none.json", '{"values":[]}', ["give at least one value"]],
  ["missing.json", '{"values":[null,null]}', ["every value of this series is missing"]],
  ["cut.json", '{"values":[1,2', ["cut.json:1:11 this [ has no closing ]"]],
  ["deep.json", "[".repeat(100_000), ["nested more than 40 deep"]],
  ["list.json", "[1,2]", ["list.json:1:1"]],
  ["empty.json", "", ["empty.json:1:1"]],
  ["nul.csv", "month,value\n2019-01,\0", ["nul.csv:2:9 this file is not text (it holds a NUL)"]],
  [
    "base.csv",
    "month,value,n\n2019-01,5,0",
    ["base.csv:2:11 something was counted, so its base cannot be 0"],
  ],
  ["empty.csv", "", ["no line of this file holds a month and a value"]],
  ["big.csv", "2019-01,5\n".repeat(500_000), ["this file is too large (more than 4 MB)"]],
  ["bases.json", '{"values":[0,0],"denominators":[0,0]}', ["every base is 0 or missing"]],
  ["words.json", '{"values":["5"]}', ["values.0: write the number without quotation marks: 5"]],
  ["page.json", "%PDF-1.7", ["page.json:1:1 this is a PDF, not text"]],
  ["title.json", '{"values":[5],"title":"a\\u001b[31m"}', ["title: write the title in one line of ordinary"]],
  [
    "ahead.json",
    '{"values":[5],"projection":{"horizon":0,"window":1}}',
    ["projection.horizon: project one month or more", "projection.window: look back on 12 months or more"],
  ],
  [
    "phases.json",
    '{"values":[5,6,-1],"denominators":[1,9,9],"chart":"p","months":["2019-01","x","2019-01"],"opts":1,"options":{"rebase":["y"],"target":"z"}}',
    [
      "`opts` is not a key",
      "options.target: write a number, not `z`",
      "options.rebase.0: `y` is no month",
      "months.1: `x` is no month",
      "months.2: 2019-01 is there already",
      "phases.json:1:12 5 of 1 is more than all",
      "phases.json:1:16 a count, or a time between events, cannot be below zero",
    ],
  ],
  [
    "half.json",
    '{"values":[5,"x"],"months":["2019-01"],"denominators":[-1,2]}',
    ["values.1: write a number, not `x`", "denominators.0: a base is a number from 0"],
  ],
  [
    "event.json",
    '{"values":[1,2],"chart":"g","months":["2019-02","2019-01"]}',
    ["2019-01 comes before 2019-02: put the events in order"],
  ],
];

describe("what cannot be read", () => {
  test.each(wrong)("%s ends with 1, says what to write, and shows no stack", async (name, text, says) => {
    writeFileSync(join(folder, name), text);
    const { status, out, err } = await panelpack(folder, "analyse", name);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    for (const words of says) expect(err).toContain(words);
    expect(err).not.toContain("    at ");
  });

  test("a messy table tells every problem with its line", async () => {
    const { status, err } = await panelpack(join(fixtures, "analyse"), "analyse", "wrong.csv");
    expect(status).toBe(1);
    expect(err.match(/^wrong\.csv:\S+/gm)).toEqual(
      ["2:12", "3:1", "3:16", "4:11", "5:1", "6:1", "7:15"].map((at) => `wrong.csv:${at}`),
    );
    expect(err).toContain('2 | 01/02/2019,"1,23",100,,\n  |            ^^^^^^\n');
  });

  test.each([["."], ["nothing.csv"]])("%s is no file", async (file) => {
    const { status, err } = await panelpack(folder, "analyse", file);
    expect([status, err.split("\n").length]).toEqual([1, 4]);
  });

  test.each([
    [[], "analyse takes one file, such as burglary.csv; 0 were named"],
    [["a.csv", "b.csv"], "analyse takes one file, such as burglary.csv; 2 were named"],
    [["a.csv", "--format", "xml"], "--format takes text, json or svg, not xml"],
    [["a.csv", "--out", "x"], "analyse takes no --out"],
  ])("%j is wrong use", async (args, says) => {
    const { status, err } = await panelpack(folder, "analyse", ...args);
    expect({ status, err }).toEqual({ status: 2, err: `panelpack: ${says}\nSee panelpack --help.\n` });
  });
});
