import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { build } from "../../src/build.ts";
import { readChecked } from "../../src/check.ts";
import { MachineError } from "../../src/diagnostic.ts";
import { prepareFolder, sourceFiles, sourceFilesWithExempt, writeOutputs } from "../../src/disk.ts";
import type { BuildEffects } from "../../src/effects.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { readPdf } from "../pdf/printing.ts";
import { onDisk, paper, problemsOf } from "../support/project.ts";

const scratch = mkdtempSync(join(tmpdir(), "panelpack-build-"));
const project = onDisk();
let printer: Printer;
let effects: BuildEffects;

beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser() });
  effects = {
    files: sourceFiles(project.root),
    exemptFiles: sourceFilesWithExempt(project.root),
    printer: async () => ({ printer, browser: "a browser" }),
    cacheFolder: join(scratch, "cache"),
    drawingVersion: "1",
    progress: () => undefined,
    now: () => 0,
  };
});
afterAll(async () => {
  await printer.close();
  project.remove();
  rmSync(scratch, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The hash of every file below a folder, by its path. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]));
}

describe("a build of the smallest project", () => {
  const out = join(scratch, "elsewhere", "deep");
  let pageCount: number | undefined;

  test("writes the paper, its page, its charts and a report of what went in and came out", async () => {
    const { documents: built } = await build([], out, effects);
    const { papers } = await readChecked("data", [], effects.files);
    expect(built).toMatchObject([
      {
        pdf: join(out, "2019-20-q3", "performance-summary.pdf"),
        pages: expect.any(Number),
        charts: 1,
        figures: papers[0]?.worded.register.printed().length,
        seconds: 0,
      },
    ]);
    pageCount = built[0]?.pages;
    const files = filesOf(out);
    expect(Object.keys(files)).toEqual([
      "2019-20-q3/build.json",
      "2019-20-q3/charts/performance-summary/burglary-1-burglary-control.svg",
      "2019-20-q3/performance-summary.html",
      "2019-20-q3/performance-summary.pdf",
    ]);
    const { documents } = JSON.parse(readFileSync(join(out, "2019-20-q3", "build.json"), "utf8"));
    const [report] = documents;
    expect(documents).toHaveLength(1);
    expect(report.inputs).toHaveLength(Object.keys(filesOf(join(project.root, "data"))).length);
    expect(report.outputs.map((o: { file: string; sha256: string }) => files[o.file] === o.sha256)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("prints a tagged PDF with the page numbers of its sections", async () => {
    const { pages, outline, roles, info } = await readPdf(
      new Uint8Array(readFileSync(join(out, "2019-20-q3", "performance-summary.pdf"))),
    );
    expect(pages).toHaveLength(pageCount ?? 0);
    expect(info).toMatchObject({ Title: "Performance Summary, November 2019", Author: "Performance team" });
    expect(outline).toEqual(
      expect.arrayContaining(["Burglary", "Emergency response time", "Sources and method"]),
    );
    expect(roles).toEqual(expect.arrayContaining(["Document", "H1", "Table", "TH", "Figure"]));
    const html = readFileSync(join(out, "2019-20-q3", "performance-summary.html"), "utf8");
    const page = Number(/href="#burglary">(\d+)</.exec(html)?.[1]);
    expect(pages[page - 1]).toContain("54 burglaries were recorded in November 2019");
  });

  test("gives the same bytes again, from what it has kept and from nothing", async () => {
    const before = filesOf(out);
    await build(["2019-20-q3"], out, effects);
    expect(filesOf(out)).toEqual(before);
    const other = join(scratch, "other");
    await build(["2019-20-q3/performance-summary"], other, {
      ...effects,
      cacheFolder: join(scratch, "empty"),
    });
    expect(filesOf(other)).toEqual(before);
  });

  test("writes nothing when the sources have a problem, and asks for no browser", async () => {
    const wrong = onDisk({
      file: `${paper}/01-burglary.md`,
      from: "{{burglary.hilltop}}",
      to: "{{burglary.hiltop}}",
    });
    const never = join(scratch, "never");
    const printing = async () => {
      throw new Error("the browser was asked for");
    };
    const problems = await problemsOf(() =>
      build([], never, { ...effects, files: sourceFiles(wrong.root), printer: printing }),
    );
    wrong.remove();
    expect([problems.length, existsSync(never)]).toEqual([1, false]);
  });
});

describe("outputs on disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(scratch, "out-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  const textOf = (path: string): string => readFileSync(join(folder, path), "utf8");

  test("replace the old ones all together", async () => {
    await writeOutputs(folder, [file("q/a.txt", "old a"), file("q/b.txt", "old b")]);
    utimesSync(join(folder, "q/a.txt"), 1, 1);
    await writeOutputs(folder, [file("q/a.txt", "old a"), file("q/b.txt", "old c")]);
    // One that has its bytes already stays as it is.
    expect(statSync(join(folder, "q/a.txt")).mtimeMs).toBe(1000);
    expect(textOf("q/b.txt")).toBe("old c");
    await writeOutputs(folder, [file("q/a.txt", "new a"), file("q/b.txt", "new b")]);
    expect([textOf("q/a.txt"), textOf("q/b.txt"), readdirSync(join(folder, "q"))]).toEqual([
      "new a",
      "new b",
      ["a.txt", "b.txt"],
    ]);
  });

  test("leave the old ones whole, and nothing beside them, when writing breaks off", async () => {
    await writeOutputs(folder, [file("q/a.txt", "old a"), file("q/b.txt", "old b")]);
    const broken = {
      path: "q/b.txt",
      get bytes(): Uint8Array {
        throw new Error("killed");
      },
    };
    await expect(writeOutputs(folder, [file("q/a.txt", "new a"), broken])).rejects.toThrow("killed");
    expect([textOf("q/a.txt"), textOf("q/b.txt"), readdirSync(join(folder, "q"))]).toEqual([
      "old a",
      "old b",
      ["a.txt", "b.txt"],
    ]);
  });

  test.each([
    ["a file where the folder should be", "blocked/q/a.txt", "a file stands where a folder should be"],
    ["a file where the last folder should be", "blocked/a.txt", "a file stands where a folder should be"],
    ["a folder where the file should be", "taken", "a folder stands where the file should be"],
  ])("cannot be written over %s: one line says so", async (_, path, says) => {
    writeFileSync(join(folder, "blocked"), "a file");
    mkdirSync(join(folder, "taken", "full"), { recursive: true });
    const failed = await writeOutputs(folder, [file("fine.txt", "fine"), file(path, "text")]).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(MachineError);
    expect(failed instanceof Error && failed.message).toMatch(new RegExp(`${says}.*\\.$`));
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("are made a place for, without what a killed build left behind; other files stay", async () => {
    const deep = join(folder, "q");
    mkdirSync(deep);
    const names = [
      ".summary.pdf.999999999.tmp",
      `.summary.pdf.${process.pid}.tmp`,
      "backup.20191231.tmp",
      "summary.pdf",
    ];
    for (const name of names) writeFileSync(join(deep, name), "x");
    await prepareFolder(folder);
    expect(readdirSync(deep)).toEqual([
      `.summary.pdf.${process.pid}.tmp`,
      "backup.20191231.tmp",
      "summary.pdf",
    ]);
    await prepareFolder(join(folder, "new", "deep"));
    expect(readdirSync(join(folder, "new"))).toEqual(["deep"]);
  });
});
