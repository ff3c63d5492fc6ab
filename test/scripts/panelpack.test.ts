import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const scripts = join(import.meta.dirname, "../../scripts");
let project = "";
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "panelpack-command-"));
  await mkdir(join(project, "src"));
  await mkdir(join(project, "node_modules/node/bin"), { recursive: true });
  await cp(scripts, join(project, "scripts"), { recursive: true });
  await writeFile(join(project, "package.json"), `{ "type": "module" }`);
  await writeFile(join(project, "src/cli.ts"), cli);
  await writeFile(join(project, "other.ts"), `console.log("other" satisfies string, process.argv.slice(2));`);
  if (process.platform !== "win32")
    await symlink(process.execPath, join(project, "node_modules/node/bin/node"));
});
afterAll(() => rm(project, { recursive: true }));

/** A command that shows what it was given, in TypeScript; the warning is one of Node's own kind. */
const cli = `
  const [wanted = "0", ...words]: string[] = process.argv.slice(2);
  process.emitWarning("is experimental", "ExperimentalWarning");
  process.emitWarning("is old", "DeprecationWarning");
  if (wanted === "wait") {
    process.on("SIGTERM", () => process.exit(9));
    setInterval(() => {}, 1000);
  }
  for await (const chunk of process.stdin) process.stdout.write(chunk);
  console.log(JSON.stringify(words));
  process.exitCode = Number(wanted);
`;

/** Lets the command believe that it was started with an older Node, so that it starts the pinned one. */
const oldNode = [
  "--import",
  `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.20.2" })`,
];

function start(flags: readonly string[], args: readonly string[]): ChildProcess {
  const command = join(project, "scripts/panelpack.mjs");
  return spawn(process.execPath, [...flags, command, ...args], { env: { ...process.env, NODE_OPTIONS: "" } });
}

async function run(flags: readonly string[], args: readonly string[], input = "") {
  const child = start(flags, args);
  const texts = { out: "", err: "" };
  child.stdout?.on("data", (text) => {
    texts.out += text;
  });
  child.stderr?.on("data", (text) => {
    texts.err += text;
  });
  child.stdin?.end(input);
  const [status] = await once(child, "close");
  return { status, ...texts };
}

const ways: [string, string[]][] = [["in the same process", []]];
if (process.platform !== "win32") ways.push(["in the pinned Node", oldNode]);

describe.each(ways)("panelpack %s", (_, flags) => {
  test("passes arguments, input, output and status through, and hides only experimental warnings", async () => {
    const { status, out, err } = await run(flags, ["7", "two words", "--flag", ""], "input ");
    expect(status).toBe(7);
    expect(out).toBe(`input ["two words","--flag",""]\n`);
    expect(err).toContain("is old");
    expect(err).not.toContain("ExperimentalWarning");
  });

  test("runs another script of the project", async () => {
    expect(await run(flags, ["--script", "other.ts", "--flag"])).toEqual({
      status: 0,
      out: "other [ '--flag' ]\n",
      err: "",
    });
  });

  test("passes a signal on", async () => {
    const child = start(flags, ["wait"]);
    if (child.stderr) await once(child.stderr, "data");
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(9);
  });
});

test("says how to install the packages when no Node can run it", async () => {
  await rm(join(project, "node_modules"), { recursive: true });
  const { status, err } = await run(oldNode, []);
  expect(status).toBe(3);
  expect(err).toMatch(
    /^This needs Node 24, .+: the packages are not installed\. Run `npm ci`, or `npm start`, which does\.\n$/,
  );
});

test("the one file that pdf-lib comes as, which the command loads instead of its many, is there and offers the same", async () => {
  const file = join(scripts, "../node_modules/@cantoo/pdf-lib/dist/pdf-lib.esm.js");
  const [whole, parts] = await Promise.all([import(pathToFileURL(file).href), import("@cantoo/pdf-lib")]);
  expect(Object.keys(whole).sort()).toEqual(Object.keys(parts).sort());
});
