import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { findPackedBrowser, type PackedBrowser, unpackBrowser } from "../../src/pdf/bundledBrowser.ts";
import { thisMachine } from "../../src/pdf/machine.ts";

const source = pathToFileURL(join(import.meta.dirname, "../../src/pdf/bundledBrowser.ts")).href;
const here = process.platform === "linux" && process.arch === "x64" ? describe : describe.skip;

let cache = "";
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "panelpack-unpack-"));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

async function packed(): Promise<PackedBrowser> {
  const found = await findPackedBrowser();
  if (!found) throw new Error("@sparticuz/chromium is not installed");
  return found;
}

/** Unpacks into the test's cache in a process of its own. */
async function unpackElsewhere(): Promise<ChildProcess> {
  const script = `const { unpackBrowser } = await import(${JSON.stringify(source)});
    await unpackBrowser(${JSON.stringify(await packed())}, ${JSON.stringify(cache)});`;
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script];
  return spawn(process.execPath, flags, { stdio: "inherit", env: { ...process.env, NODE_OPTIONS: "" } });
}

here("unpackBrowser", () => {
  test("two processes at once into an empty cache unpack it once, whole, and leave nothing beside it", async () => {
    const both = await Promise.all([unpackElsewhere(), unpackElsewhere()]);
    const codes = await Promise.all(both.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0]);
    const { version } = await packed();
    expect(await readdir(join(cache, "browser"))).toEqual([version]);

    const { executable, libraries, fontSettings } = await unpackBrowser(await packed(), cache);
    const probe = await thisMachine.probe(executable, {
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: fontSettings,
    });
    expect(probe).toMatchObject({ starts: true });
    expect(await readdir(libraries)).toContain("libnss3.so");
    expect(existsSync(join(fontSettings, "../fonts/Open_Sans/OpenSans-Regular.ttf"))).toBe(true);
  });

  test("a kill half-way leaves no half browser, and the next one cleans up and unpacks", async () => {
    const { version } = await packed();
    const place = join(cache, "browser", version);
    const child = await unpackElsewhere();
    await until(async () => (await sizeOf(join(`${place}.${child.pid}.tmp`, "headless-shell"))) > 1_000_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(place)).toBe(false);

    const { executable } = await unpackBrowser(await packed(), cache);
    expect(await thisMachine.probe(executable, {})).toMatchObject({ starts: true });
    expect(await readdir(join(cache, "browser"))).toEqual([version]);
  });
});

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5);
}
