import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { commands, helpText } from "../../src/commands/help.ts";
import { panelpack } from "../support/cli.ts";
import { onDisk } from "../support/project.ts";

const { root, remove } = onDisk();
afterAll(remove);

describe("--help", () => {
  test("lists every command that there is", async () => {
    const { status, out, err } = await panelpack(root, "--help");
    expect({ status, out, err }).toEqual({ status: 0, out: `${helpText()}\n`, err: "" });
    for (const { usage, does } of commands) expect(out).toContain(`  ${usage}\n      ${does}\n`);
  });

  test("names the commands that the program takes", async () => {
    const { err } = await panelpack(root, "xyz");
    const known = /Use one of: (.*)$/m.exec(err)?.[1]?.split(", ");
    expect(known).toEqual([...new Set(commands.map(({ usage }) => usage.split(" ")[1]))]);
  });

  test("and README.md list the same commands", () => {
    const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
    const listed = [...readme.matchAll(/^\| `(panelpack .*?)` +\| (.*?) +\|$/gm)].map(
      ([, usage = "", does = ""]) => ({ usage: usage.replaceAll("\\|", "|"), does }),
    );
    expect(listed).toEqual(commands);
  });
});

/** Each is a wrong use, and what is said of it. */
const wrongUses: Readonly<Record<string, readonly [args: readonly string[], says: string]>> = {
  "an unknown command": [["chek"], "there is no command chek. Did you mean `check`?"],
  "a name that every object has": [
    ["constructor"],
    "there is no command constructor. Use one of: build, check, analyse, audit, figures, release, publish, serve, listen, doctor",
  ],
  "an unknown target": [
    ["check", "2019-20-q4"],
    "there is nothing to build called 2019-20-q4. Did you mean `2019-20-q3`?",
  ],
  "an unknown document": [
    ["figures", "2019-20-q3/performance-sumary"],
    "there is nothing to build called 2019-20-q3/performance-sumary. Did you mean `2019-20-q3/performance-summary`?",
  ],
  "an unknown option": [["check", "--fromat", "json"], "Unknown option '--fromat'"],
  "an option of another command": [["check", "--out", "x"], "check takes no --out"],
  "an unknown format": [["check", "--format", "xml"], "--format takes text or json, not xml"],
  "a target beside a PDF": [
    ["check", "2019-20-q3", "a.pdf"],
    "check takes targets or PDFs, not both at once",
  ],
  "pages of another command": [["check", "--pages"], "check takes no --pages"],
  "no file to listen to": [["listen"], "listen takes one file, such as report.pdf; 0 were named"],
  "no file to audit": [
    ["audit"],
    "audit takes at least one file, such as report.pdf or report.md; none was named",
  ],
  "a format the audit does not have": [
    ["audit", "a.md", "--format", "svg"],
    "--format takes text, json or html, not svg",
  ],
  "a target for publish": [
    ["publish", "2019-20-q3"],
    "publish takes no target: a site is published as a whole",
  ],
  "a target for serve": [["serve", "2019-20-q3"], "serve takes no target: the site is shown as a whole"],
  "a target for doctor": [["doctor", "2019-20-q3"], "doctor takes no target"],
};

describe("wrong use", () => {
  test.each(Object.entries(wrongUses))("%s ends with 2 and says so", async (_, [args, says]) => {
    const { status, out, err } = await panelpack(root, ...args);
    expect({ status, out, err }).toEqual({
      status: 2,
      out: "",
      err: `panelpack: ${says}\nSee panelpack --help.\n`,
    });
  });

  test("no command prints the help and ends with 2", async () => {
    expect(await panelpack(root)).toEqual({ status: 2, out: `${helpText()}\n`, err: "" });
  });

  test.each(["data", "data/output", "data/../data/measures", "data/..output", "link", "link/deeper"])(
    "--out %s, inside the sources, ends with 2",
    async (out) => {
      if (!readdirSync(root).includes("link")) symlinkSync(join(root, "data"), join(root, "link"));
      const { status, err } = await panelpack(root, "build", "--out", out);
      expect({ status, err }).toEqual({
        status: 2,
        err: "panelpack: --out names a folder inside data/, which holds the sources: choose another.\nSee panelpack --help.\n",
      });
      expect(readdirSync(join(root, "data"))).toEqual(["measures", "organisation.yaml", "quarters"]);
    },
  );
});

describe("a machine that lacks something", () => {
  test.each([["file"], ["file/output"]])(
    "an output folder that cannot be (%s) ends with 3 and one line",
    async (out) => {
      writeFileSync(join(root, "file"), "a file stands here");
      const { status, out: printed, err } = await panelpack(root, "build", "--quiet", "--out", out);
      expect({ status, printed }).toEqual({ status: 3, printed: "" });
      expect(err).toMatch(
        /^panelpack: .*file.*: a file stands where a folder should be: choose another folder with --out\.\n$/,
      );
    },
  );

  test("a source that is a folder is told as missing", async () => {
    const other = onDisk();
    mkdirSync(join(other.root, "data", "measures", "folder.yaml"));
    const { status, err } = await panelpack(other.root, "check");
    other.remove();
    expect(status).toBe(1);
    expect(err).toContain("data/measures/folder.yaml:1:1 this file is missing");
  });
});

describe("a project without mistakes", () => {
  test("is checked in few words", async () => {
    const { status, out, err } = await panelpack(root, "check", "2019-20-q3/");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(
      /^No problems in 3 measures\.\n2019-20-q3\/performance-summary: 2 sections, \d+ figures\. Of (\d+) numbers, \1 come from the data\.\n$/,
    );
  });

  test("lists each figure once, with value, unit, period, area, formula and place", async () => {
    const { out } = await panelpack(root, "figures", "--format", "json");
    const { documents } = JSON.parse(out) as {
      documents: { document: string; figures: { name: string }[] }[];
    };
    const figures = documents[0]?.figures ?? [];
    expect(documents.map((d) => d.document)).toEqual(["2019-20-q3/performance-summary"]);
    expect(new Set(figures.map((f) => f.name)).size).toBe(figures.length);
    expect(figures.find((f) => f.name === "burglary.north.change")).toEqual({
      name: "burglary.north.change",
      printed: "+12",
      value: 12,
      unit: "count",
      period: "November 2019",
      area: "north",
      formula: "value of 2019-11 − value of 2019-10",
      status: "published",
      reason: null,
      from: [
        { file: "data/measures/burglary.csv", line: 58 },
        { file: "data/measures/burglary.csv", line: 53 },
      ],
    });
  });

  test("is no project where there is none", async () => {
    const { status, err } = await panelpack(join(root, "data"), "check");
    expect({ status, err }).toEqual({
      status: 1,
      err: "data/organisation.yaml:1:1 this file is missing\n\n1 problem. Nothing was written.\n",
    });
  });
});
