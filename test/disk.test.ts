import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SourceError } from "../src/diagnostic.ts";
import { sourceFiles, sourceFilesWithExempt } from "../src/disk.ts";

describe("the sources on disk", () => {
  // The folder that the project itself lies in may be called anything.
  const root = join(mkdtempSync(join(tmpdir(), "panelpack-")), "exempt");
  const meeting = "data/meetings/2020-03-16";
  beforeAll(() => {
    mkdirSync(join(root, meeting, "exempt"), { recursive: true });
    mkdirSync(join(root, meeting, "papers"));
    writeFileSync(join(root, meeting, "exempt", "minutes.md"), "secret");
    writeFileSync(join(root, meeting, "papers", "exempt.md"), "open");
    symlinkSync(join(root, meeting, "exempt"), join(root, meeting, "papers", "link"), "junction");
  });
  afterAll(() => rmSync(join(root, ".."), { recursive: true }));

  const exempt = [
    `${meeting}/exempt/minutes.md`,
    `${meeting}/papers/../exempt/minutes.md`,
    `${meeting}/Exempt/minutes.md`,
    `${meeting}\\exempt\\minutes.md`,
    `${meeting}/papers/link/minutes.md`,
  ];

  test.each(exempt)("a public build may not read %s, and a bug of ours is what it is", async (file) => {
    await expect(sourceFiles(root).read(file)).rejects.toThrow(/^a public build asked for/);
    await expect(sourceFiles(root).read(file)).rejects.not.toBeInstanceOf(SourceError);
  });

  test.each([`${meeting}/exempt`, `${meeting}/papers/link`])("nor list %s", async (folder) => {
    await expect(sourceFiles(root).list(folder)).rejects.toThrow(/^a public build asked for/);
  });

  test("what is merely called exempt is open", async () => {
    expect(Buffer.from(await sourceFiles(root).read(`${meeting}/papers/exempt.md`)).toString()).toBe("open");
  });

  test("a members' build reads both", async () => {
    const files = sourceFilesWithExempt(root);
    expect(await files.list(`${meeting}/exempt`)).toEqual(["minutes.md"]);
    expect(Buffer.from(await files.read(`${meeting}/exempt/minutes.md`)).toString()).toBe("secret");
  });

  test("without a root, paths are those of the working folder, or whole", async () => {
    const open = join(root, meeting, "papers", "exempt.md");
    expect(Buffer.from(await sourceFilesWithExempt("").read(open)).toString()).toBe("open");
    expect((await sourceFiles("").read("package.json")).length).toBeGreaterThan(100);
  });

  test("a folder that is not there is empty, and a missing file is told", async () => {
    expect(await sourceFiles(root).list("data/nothing")).toEqual([]);
    await expect(sourceFiles(root).read("data/nothing.yaml")).rejects.toThrow("this file is missing");
  });
});
