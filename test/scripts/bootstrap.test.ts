import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

const scripts = join(import.meta.dirname, "../../scripts");
let project = "";
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "panelpack-bootstrap-"));
  await mkdir(join(project, "scripts"));
  await cp(join(scripts, "bootstrap.mjs"), join(project, "scripts/bootstrap.mjs"));
  await writeFile(join(project, "npm-cli.js"), npm);
  await writeLock("1.0.0");
});
afterEach(() => rm(project, { recursive: true }));

/** Stands in for npm: writes down how it was called, takes its time, and installs the stand-in for a Node. */
const npm = `
  const fs = require("node:fs");
  fs.appendFileSync("npm.log", process.argv.slice(2, 3).join(" ") + "\\n");
  if (process.env.NPM_FAILS) process.exit(1);
  fs.writeFileSync("installing", "", { flag: "wx" });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  fs.mkdirSync("node_modules/node/bin", { recursive: true });
  for (const name of ["node", "node.exe"]) fs.writeFileSync("node_modules/node/bin/" + name, "");
  if (process.env.NPM_BLOCKS_SCRIPTS) fs.rmSync("node_modules/node/bin", { recursive: true });
  fs.rmSync("installing");
`;

const lockOf = (version: string): string =>
  JSON.stringify({
    packages: {
      "": {},
      "node_modules/a": { version },
      "node_modules/b": { version: "1.0.0", optional: true },
    },
  });
const writeLock = (version: string): Promise<void> =>
  writeFile(join(project, "package-lock.json"), lockOf(version));
const npmCalls = (): Promise<string> => readFile(join(project, "npm.log"), "utf8").catch(() => "");

type Run = { readonly status: number; readonly out: string; readonly err: string };

/** Runs the bootstrap in a process of its own; `out` ends with the Node it found. */
function bootstrap(variables: Record<string, string> = {}, before = ""): Promise<Run> {
  const script = `${before}; const { bootstrap } = await import("./scripts/bootstrap.mjs"); console.log(bootstrap());`;
  const env = { PATH: "", npm_execpath: join(project, "npm-cli.js"), ...variables };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--input-type=module", "-e", script],
      { cwd: project, env },
      (_, out, err) => resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}

const pinned = (): string =>
  join(project, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
/** Lets the script believe that it runs in an older Node. */
const oldNode = `Object.defineProperty(process.versions, "node", { value: "20.20.2" })`;

describe("bootstrap", () => {
  test("installs the packages once, and again when the lock file has changed", async () => {
    const first = await bootstrap();
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first.out.trim().split("\n").at(-1)).toBe(pinned());
    expect(await bootstrap()).toEqual({ status: 0, out: `${pinned()}\n`, err: "" });
    expect(await npmCalls()).toBe("ci\n");
    await writeLock("1.0.1");
    await bootstrap();
    expect(await npmCalls()).toBe("ci\nci\n");
  });

  test("does not install again what a bare `npm ci` has installed", async () => {
    await mkdir(join(project, "node_modules/node/bin"), { recursive: true });
    await writeFile(pinned(), "");
    const list = { packages: { "node_modules/a": { version: "1.0.0" } } };
    await writeFile(join(project, "node_modules/.package-lock.json"), JSON.stringify(list));
    expect(await bootstrap()).toEqual({ status: 0, out: `${pinned()}\n`, err: "" });
    expect(await npmCalls()).toBe("");
    await writeLock("2.0.0");
    await bootstrap();
    expect(await npmCalls()).toBe("ci\n");
  });

  test("several at once install once, and the others wait", async () => {
    const runs = await Promise.all([1, 2, 3].map(() => bootstrap()));
    expect(runs.map(({ status, err }) => [status, err])).toEqual([
      [0, ""],
      [0, ""],
      [0, ""],
    ]);
    expect(await npmCalls()).toBe("ci\n");
  });

  test("takes over the lock of a process that was killed", async () => {
    await mkdir(join(project, ".cache"));
    // No process has this id: Linux and macOS stop well below it.
    await writeFile(join(project, ".cache/install.lock"), `${hostname()} 2147483646`);
    expect(await bootstrap()).toMatchObject({ status: 0, err: "" });
  });

  test("says what to do, with status 3, when npm fails, and leaves no lock", async () => {
    const failed = await bootstrap({ NPM_FAILS: "1" });
    expect(failed.status).toBe(3);
    expect(failed.err).toBe(
      "The packages could not be installed. See npm's message above; then run this again.\n",
    );
    expect(await bootstrap()).toMatchObject({ status: 0, err: "" });
  });

  test("uses the running Node when the pinned one is missing, if it is new enough", async () => {
    const { out } = await bootstrap({ NPM_BLOCKS_SCRIPTS: "1" });
    expect(out.trim().split("\n").at(-1)).toBe(process.execPath);
    const older = await bootstrap({ NPM_BLOCKS_SCRIPTS: "1" }, oldNode);
    expect(older.status).toBe(3);
    expect(older.err).toMatch(
      /^This needs Node 24, .+ Run `npm rebuild node --ignore-scripts=false`, or install Node 24\.\n$/,
    );
  });

  const onPosix = process.platform === "win32" ? test.skip : test;
  onPosix("finds npm on the PATH, through its link, when another program runs it", async () => {
    await mkdir(join(project, "bin"));
    await symlink(join(project, "npm-cli.js"), join(project, "bin/npm"));
    const variables = { npm_execpath: "/opt/yarn/yarn.js", PATH: join(project, "bin") };
    expect(await bootstrap(variables)).toMatchObject({ status: 0, err: "" });
    expect(await npmCalls()).toBe("ci\n");
  });
});
