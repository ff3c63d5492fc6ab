import { posix, win32 } from "node:path";
import type { Machine } from "./machine.ts";

/** `shell`: a headless shell, which prints nearly twice as fast; `full`: a browser that can also show windows. */
export type BrowserKind = "shell" | "full";

/** A program that may be a usable browser; `origin` says in plain words where it comes from. */
export type Candidate = { readonly origin: string; readonly kind: BrowserKind; readonly path: string };

const linuxNames = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const linuxPaths = ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
const macApplications = ["Chromium", "Google Chrome", "Microsoft Edge"];
const windowsPrograms = [
  ["Chromium", "Application", "chrome.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/** A headless shell is recognised by its file name; nothing else tells it from the outside. */
export const kindOf = (path: string): BrowserKind => (/headless[-_]shell/.test(path) ? "shell" : "full");

/** The browsers installed on this machine, headless shells first, then Chromium, Chrome and Edge. */
export async function installedBrowsers(machine: Machine): Promise<Candidate[]> {
  const origin = "installed on this machine";
  const paths = await existing(machine, usualPaths(machine));
  return paths.map((path) => ({ origin, kind: kindOf(path), path }));
}

function usualPaths({ platform, variables, home }: Machine): string[] {
  if (platform === "win32") return windowsPaths(variables);
  const folders = (variables["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  const onPath = linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  if (platform === "darwin") return [...macPaths(home), ...onPath];
  return [...onPath, ...linuxPaths];
}

const macPaths = (home: string): string[] =>
  macApplications.flatMap((name) =>
    ["/Applications", posix.join(home, "Applications")].map((folder) =>
      posix.join(folder, `${name}.app`, "Contents", "MacOS", name),
    ),
  );

function windowsPaths(variables: Machine["variables"]): string[] {
  const roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap(
    (name) => variables[name] ?? [],
  );
  return windowsPrograms.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
}

const puppeteerPrograms: Readonly<Record<string, readonly string[]>> = {
  "chrome-headless-shell": ["chrome-headless-shell", "chrome-headless-shell.exe"],
  chrome: ["chrome", "chrome.exe", "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"],
};

/** The browsers in puppeteer's own cache, `<cache>/<browser>/<platform>-<version>/<browser>-<platform>/…`, newest first. */
export async function puppeteerBrowsers(machine: Machine): Promise<Candidate[]> {
  const { join } = machine.platform === "win32" ? win32 : posix;
  const cache = machine.variables["PUPPETEER_CACHE_DIR"] ?? join(machine.home, ".cache", "puppeteer");
  const found: string[] = [];
  for (const [browser, programs] of Object.entries(puppeteerPrograms)) {
    for (const version of newestFirst(await machine.list(join(cache, browser)))) {
      const folder = join(cache, browser, version);
      const inner = await machine.list(folder);
      found.push(...inner.flatMap((name) => programs.map((program) => join(folder, name, program))));
    }
  }
  const paths = await existing(machine, found);
  return paths.map((path) => ({ origin: "puppeteer's cache", kind: kindOf(path), path }));
}

const newestFirst = (versions: readonly string[]): string[] =>
  [...versions].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));

async function existing(machine: Machine, paths: readonly string[]): Promise<string[]> {
  const are = await Promise.all(paths.map((path) => machine.isFile(path)));
  return [...new Set(paths.filter((_, i) => are[i]))];
}
