import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Released } from "../../src/model/released.ts";
import { readPdf } from "../pdf/printing.ts";
import { panelpack } from "../support/cli.ts";
import { onDisk, paper } from "../support/project.ts";

const target = "2019-20-q3/performance-summary";
const section = `${paper}/01-burglary.md`;
const project = onDisk({
  file: section,
  from: "{{table months burglary}}",
  to: "{{table months burglary}}\n\n{{chart projection burglary}}",
});
afterAll(() => project.remove());

const kept = join(project.root, "data/quarters/2019-20-q3/released.yaml");
const released = (): Released => parse(readFileSync(kept, "utf8")) as Released;

async function words(): Promise<string> {
  const { pages } = await readPdf(
    new Uint8Array(readFileSync(join(project.root, "output", `${target}.pdf`))),
  );
  return JSON.stringify(pages);
}

test("a release takes DRAFT off every page and writes down what went out, with the projections it shows", async () => {
  expect((await panelpack(project.root, "build")).status).toBe(0);
  expect(await words()).toContain("DRAFT");
  const run = await panelpack(project.root, "release", target, "--by", "The Records Team");
  expect({ status: run.status, out: run.out }).toMatchObject({
    status: 0,
    out: expect.stringContaining("released by The Records Team"),
  });
  expect(await words()).not.toContain("DRAFT");
  const [first] = released().releases;
  expect(first).toMatchObject({
    document: "performance-summary",
    by: "The Records Team",
    pages: expect.any(Number),
  });
  expect(first?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(first?.plan["burglary"]).toBeGreaterThan(1);
  expect(first?.outputs.map((o) => o.file)).toEqual([`${target}.pdf`, `${target}.html`]);
  const figures = readFileSync(join(project.root, "data/quarters/2019-20-q3/released-figures.csv"), "utf8");
  expect(figures).toMatch(/^\ufeffdocument,figure,printed\r\n/);
  expect(figures).toContain("\r\nperformance-summary,burglary,");
  const [vintage] = released().projections;
  expect(vintage).toMatchObject({ measure: "burglary", area: "force" });
  expect(vintage?.vintage.months).toEqual(["2019-12", "2020-01", "2020-02", "2020-03", "2020-04", "2020-05"]);
  expect((await panelpack(project.root, "build")).status).toBe(0);
  expect(await words()).not.toContain("DRAFT");
});

test("a second release needs a reason, and is kept beside the first", async () => {
  const before = readFileSync(kept, "utf8");
  const silent = await panelpack(project.root, "release", target, "--by", "The Records Team");
  expect(silent.status).toBe(2);
  expect(silent.err).toContain("give --reason to release a correction");
  expect(readFileSync(kept, "utf8")).toBe(before);
  expect(
    (await panelpack(project.root, "release", target, "--by", "The Records Team", "--reason", "A wrong date"))
      .status,
  ).toBe(0);
  expect(released().releases.map((r) => r.reason ?? null)).toEqual([null, "A wrong date"]);
});

test("a later quarter judges what was recorded against the released projection", async () => {
  const later = join(project.root, "data/quarters/2019-20-q4");
  cpSync(join(project.root, "data/quarters/2019-20-q3"), later, { recursive: true });
  writeFileSync(join(later, "quarter.yaml"), "month: 2020-02\ncutOff: 2020-02-29\n");
  const csv = join(project.root, "data/measures/burglary.csv");
  const months = ["2019-12", "2020-01", "2020-02"].map(
    (m) => `${m},,400\n${m},north,200\n${m},south,200\n${m},hilltop,100\n${m},moorside,100`,
  );
  writeFileSync(csv, `${readFileSync(csv, "utf8").trimEnd()}\n${months.join("\n")}\n`);
  mkdirSync(join(project.root, "elsewhere"), { recursive: true });
  const run = await panelpack(
    project.root,
    "build",
    "2019-20-q4/performance-summary",
    "--out",
    join(project.root, "elsewhere"),
  );
  expect({ status: run.status, err: run.status === 0 ? "" : run.err }).toEqual({ status: 0, err: "" });
  const { pages } = await readPdf(
    new Uint8Array(readFileSync(join(project.root, "elsewhere/2019-20-q4/performance-summary.pdf"))),
  );
  expect(JSON.stringify(pages).replaceAll(/\s+/g, " ")).toContain(
    "are above the projection made before them",
  );
});

test.each([
  [["release"], "release takes one document"],
  [["release", target], "release needs --by NAME"],
  [["release", "2019-20-q9/performance-summary", "--by", "X"], "there is nothing to build called"],
  [["build", "--by", "X"], "build takes no --by"],
])("wrong usage: %j", async (args, message) => {
  const run = await panelpack(project.root, ...args);
  expect({ status: run.status, err: run.err }).toMatchObject({
    status: 2,
    err: expect.stringContaining(message),
  });
  expect(existsSync(join(project.root, "output"))).toBe(true);
});
