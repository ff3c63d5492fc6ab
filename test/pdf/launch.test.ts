import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { MachineError } from "../../src/diagnostic.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { launch, type RunningBrowser } from "../../src/pdf/launch.ts";

const flag = ({ puppet }: RunningBrowser, name: string): string | undefined =>
  puppet.process()?.spawnargs.find((each) => each.startsWith(name));
const profileOf = (running: RunningBrowser): string => flag(running, "--user-data-dir=")?.split("=")[1] ?? "";

test("a browser has a profile of its own, which is gone when it is stopped", async () => {
  const running = await launch(await resolveBrowser());
  const profile = profileOf(running);
  expect(profile).toContain("panelpack-browser-");
  expect(existsSync(profile)).toBe(true);
  await running.stop();
  expect(existsSync(profile)).toBe(false);
  expect(running.puppet.connected).toBe(false);
  expect(process.listeners("SIGTERM")).toEqual([]);
});

test("the sandbox is used, or it is said why not, and no port is opened", async () => {
  const running = await launch(await resolveBrowser());
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  if (asRoot) expect(running.sandbox).toEqual({ used: false, why: "this process runs as root" });
  expect(flag(running, "--no-sandbox") === undefined).toBe(running.sandbox.used);
  expect(flag(running, "--remote-debugging")).toBe("--remote-debugging-pipe");
  await running.stop();
});

test("a program that is no browser is the machine's lack", async () => {
  const wrong = { ...(await resolveBrowser()), path: process.execPath, origin: "PANELPACK_BROWSER" };
  const launching = launch(wrong);
  await expect(launching).rejects.toBeInstanceOf(MachineError);
  await expect(launching).rejects.toThrow(/\(PANELPACK_BROWSER\) did not start: .+ Set PANELPACK_BROWSER to/);
});

const onPosix = process.platform === "win32" ? test.skip : test;
const src = pathToFileURL(join(import.meta.dirname, "../../src/pdf/")).href;

/** Starts a browser in a process of its own; gives that process, the browser's id and its profile. */
async function launchElsewhere(then: string) {
  const script = `
    const { resolveBrowser } = await import("${src}browser.ts");
    const { launch } = await import("${src}launch.ts");
    const { puppet } = await launch(await resolveBrowser());
    const child = puppet.process();
    console.log(JSON.stringify([child.pid, child.spawnargs.find((a) => a.startsWith("--user-data-dir=")).split("=")[1]]));
    ${then}`;
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_OPTIONS: "" },
    },
  );
  const exited = once(child, "exit");
  const [line] = await once(child.stdout, "data");
  const [pid, profile] = JSON.parse(String(line)) as [number, string];
  return { child, exited, pid, profile };
}

onPosix.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends the browser and removes its profile",
  async (signal) => {
    const { child, exited, pid, profile } = await launchElsewhere("setInterval(() => {}, 1000);");
    child.kill(signal);
    expect((await exited)[1]).toBe(signal);
    expect(existsSync(profile)).toBe(false);
    expect(await ended(pid)).toBe(true);
  },
);

onPosix("so does the end of the process by a failure", async () => {
  const { exited, pid, profile } = await launchElsewhere("process.exit(70);");
  expect((await exited)[0]).toBe(70);
  expect(existsSync(profile)).toBe(false);
  expect(await ended(pid)).toBe(true);
});

/** True when no such process runs any more, or soon will not; one that only waits to be counted as ended does not run. */
async function ended(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    try {
      process.kill(pid, 0);
      if (process.platform === "linux" && / Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1")))
        return true;
    } catch {
      return true;
    }
    await sleep(25);
  }
  return false;
}
