import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../scripts/verapdf.ts";
import { buildSample } from "../support/sample.ts";

const veraPdf = findVeraPdf();
const missing = "missing" in veraPdf ? veraPdf.missing : undefined;
if (missing) process.stderr.write(`veraPDF judges no PDF here: ${missing}.\n`);

const scratch = mkdtempSync(join(tmpdir(), "panelpack-verapdf-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

(missing ? describe.skip : describe)("every PDF of the sample, by veraPDF's verdict", () => {
  let files: readonly string[] = [];
  beforeAll(async () => {
    files = await buildSample(scratch);
  }, 180_000);

  test.each(["ua1", "2a"] as const)("complies with %s", async (flavour) => {
    const jar = "jar" in veraPdf ? veraPdf.jar : "";
    const verdicts = await judge(jar, flavour, files);
    expect(verdicts.flatMap(({ file, failures }) => failures.map((each) => `${file}: ${each}`))).toEqual([]);
    expect(verdicts.map(({ compliant }) => compliant)).toEqual(files.map(() => true));
    expect(files.length).toBeGreaterThan(20);
    for (const { checks } of verdicts) expect(checks).toBeGreaterThan(3000);
  });
});
