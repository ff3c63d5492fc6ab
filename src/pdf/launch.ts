import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser as Puppet } from "puppeteer";
import { MachineError } from "../diagnostic.ts";
import type { Browser } from "./browser.ts";
import { messageOf } from "./systemErrors.ts";

/** Whether the pages run in the browser's own sandbox, and why or why not. */
export type Sandbox = { readonly used: boolean; readonly why: string };

/** A browser that runs, with a profile folder of its own. */
export type RunningBrowser = {
  readonly puppet: Puppet;
  readonly sandbox: Sandbox;
  /** Ends the browser, also one that hangs, and removes its profile folder. */
  stop(): Promise<void>;
};

/** Nothing is fetched, reported or updated behind our back; text is set the same on every screen. */
const quietly = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-first-run",
  "--no-pings",
];

// All is said here. puppeteer would look for a file of settings by thirty names in every folder above this one.
puppeteer.configuration = () => Promise.resolve({});

/** What was learnt about a browser's sandbox in this process, by the browser's path. */
const learnt = new Map<string, Sandbox>();

/**
 * Starts the browser, in its sandbox wherever the system allows one: that is found out by trying, and remembered.
 *
 * @throws MachineError when it does not start
 */
export async function launch(browser: Browser): Promise<RunningBrowser> {
  const known = learnt.get(browser.path) ?? foreseen();
  const sandbox = known ?? { used: true, why: "the system allows it" };
  try {
    const running = await start(browser, sandbox);
    learnt.set(browser.path, sandbox);
    return running;
  } catch (error) {
    if (!sandbox.used || process.platform !== "linux") throw doesNotStart(browser, error);
    learnt.set(browser.path, { used: false, why: "the browser starts only without it on this system" });
    return launch(browser);
  }
}

/** Chromium refuses to start in a sandbox as root. */
function foreseen(): Sandbox | undefined {
  return process.platform === "linux" && process.getuid?.() === 0
    ? { used: false, why: "this process runs as root" }
    : undefined;
}

function doesNotStart({ origin, path }: Browser, error: unknown): MachineError {
  return new MachineError(
    `The browser ${path} (${origin}) did not start: ${messageOf(error)}. Set PANELPACK_BROWSER to the path of another one.`,
    { cause: error },
  );
}

async function start(browser: Browser, sandbox: Sandbox): Promise<RunningBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "panelpack-browser-"));
  try {
    const puppet = await puppeteer.launch({
      executablePath: browser.path,
      headless: browser.kind === "shell" ? "shell" : true,
      args: sandbox.used ? quietly : [...quietly, "--no-sandbox"],
      env: { ...process.env, ...browser.variables },
      userDataDir: profile,
      // No port is opened, and the browser ends when this process does.
      pipe: true,
      timeout: 30_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    outliveReset(puppet);
    return { puppet, sandbox, stop: stopper(puppet, profile) };
  } catch (error) {
    await removeProfile(profile);
    throw error;
  }
}

/**
 * A browser that dies resets its pipes. puppeteer hears of that and lets go of them, but a pipe may tell it a moment later, when
 * nobody listens any more: without a listener that would end this process instead of starting the browser again.
 */
function outliveReset(puppet: Puppet): void {
  for (const pipe of puppet.process()?.stdio ?? []) pipe?.on("error", () => undefined);
}

/** Ends the browser once: at `stop()`, or when this process ends or is told to end. */
function stopper(puppet: Puppet, profile: string): () => Promise<void> {
  const atExit = (): void => {
    kill(puppet);
    rmSync(profile, removal);
  };
  const atSignal = (signal: NodeJS.Signals): void => {
    forget();
    atExit();
    // Unless somebody else wants to do more about it, the signal has its usual effect.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forget = (): void => {
    process.off("exit", atExit);
    for (const signal of signals) process.off(signal, atSignal);
  };
  process.on("exit", atExit);
  for (const signal of signals) process.on(signal, atSignal);
  return async () => {
    forget();
    await close(puppet);
    await removeProfile(profile);
  };
}

const closingMs = 3000;

/**
 * Ends the browser. Nothing of it is wanted any more, so where its helpers end with it, it is killed, which is quicker than asking;
 * elsewhere it is asked to close, and killed when it does not answer.
 */
async function close(puppet: Puppet): Promise<void> {
  if (process.platform !== "win32") kill(puppet);
  const impatience = setTimeout(() => kill(puppet), closingMs);
  try {
    await puppet.close();
  } catch {
    kill(puppet);
  } finally {
    clearTimeout(impatience);
  }
}

/** Kills the browser and its helpers: on POSIX it leads a process group of its own. */
function kill(puppet: Puppet): void {
  const child = puppet.process();
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** The browser's helpers may still be writing for a moment after it has ended. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;
const removeProfile = (profile: string): Promise<void> => rm(profile, removal);
