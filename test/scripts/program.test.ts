import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../..");

/** What a script of a project prints, and its status. */
function run(project: string, script: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(project, "scripts", script), ...args],
    {
      encoding: "utf8",
      maxBuffer: 1e8,
      env: { ...process.env, NODE_OPTIONS: "" },
    },
  );
  return { stdout, stderr, status };
}

describe("a small program", () => {
  let project = "";
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "panelpack-program-"));
    mkdirSync(join(project, "src/inner"), { recursive: true });
    cpSync(join(root, "scripts"), join(project, "scripts"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
    copyFileSync(join(root, "src/stackInSources.ts"), join(project, "src/stackInSources.ts"));
    writeFileSync(join(project, "package.json"), `{ "type": "module" }`);
    writeFileSync(join(project, "package-lock.json"), "{}");
    writeFileSync(join(project, "src/cli.ts"), cli);
    say("one");
  });
  afterAll(() => rmSync(project, { recursive: true }));

  const say = (word: string): void =>
    writeFileSync(
      join(project, "src/inner/say.ts"),
      `import { parse } from "yaml";
// The word is on the third line.
export const said = (): string => parse("word: ${word}").word;
export const here = [import.meta.dirname, import.meta.url];
export function fail(): never {
  throw new Error("as was asked");
}
`,
    );
  const cli = `
    import { here, said } from "./inner/say.ts";
    const isProgram = /[\\\\/]\\.cache[\\\\/]program[\\\\/]/.test(new Error().stack ?? "");
    console.log(JSON.stringify({ isProgram, said: said(), here, args: process.argv.slice(2) }));
    const { fail } = await import("./inner/say.ts");
    const { stackInSources } = await import("./stackInSources.ts");
    try { fail(); } catch (error) { console.log(stackInSources(error instanceof Error ? error.stack ?? "" : "").split("\\n")[1]); }
  `;
  const started = () => {
    const { stdout, stderr } = run(project, "panelpack.mjs", "a", "b c");
    expect(stderr).toBe("");
    const [told = "", place = ""] = stdout.split("\n");
    return {
      ...(JSON.parse(told) as { isProgram: boolean; said: string; here: string[]; args: string[] }),
      place,
    };
  };

  test("is taken once it was made, and does what its modules do, from where they stand", () => {
    const modules = started();
    const inner = join(project, "src/inner");
    const say = pathToFileURL(join(inner, "say.ts")).href;
    expect(modules).toMatchObject({ isProgram: false, said: "one", here: [inner, say], args: ["a", "b c"] });
    expect(modules.place).toContain(`${say}:6:9`);
    expect(run(project, "program.mjs")).toEqual({ stdout: "", stderr: "", status: 0 });
    expect(started()).toEqual({ ...modules, isProgram: true });
  });

  test("gives way to its modules as soon as one of them changes, until it is made again", () => {
    say("two");
    expect(started()).toMatchObject({ isProgram: false, said: "two" });
    run(project, "program.mjs");
    expect(started()).toMatchObject({ isProgram: true, said: "two" });
  });

  test("is not made again as long as it is current, and one that may still run is not removed", () => {
    const made = (): string[] => readdirSync(join(project, ".cache/program")).sort();
    const before = made();
    run(project, "program.mjs");
    expect(made()).toEqual(before);
    expect(before).toHaveLength(3);
  });

  test("that is damaged is passed over", () => {
    writeFileSync(join(project, ".cache/program/current.json"), "{");
    expect(started()).toMatchObject({ isProgram: false });
  });
});

test("the command says the same as a program and as modules", () => {
  expect(run(root, "program.mjs").status).toBe(0);
  const modules = run(root, "panelpack.mjs", "--script", "src/cli.ts", "figures", "--format", "json");
  expect(modules.stdout.length).toBeGreaterThan(10_000);
  expect(run(root, "panelpack.mjs", "figures", "--format", "json")).toEqual(modules);
});
