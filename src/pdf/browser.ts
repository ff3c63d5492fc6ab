import { delimiter } from "node:path";
import { MachineError } from "../diagnostic.ts";
import { type UnpackedBrowser, unpackBrowser } from "./bundledBrowser.ts";
import {
  type BrowserKind,
  type Candidate,
  installedBrowsers,
  kindOf,
  puppeteerBrowsers,
} from "./installedBrowsers.ts";
import { type Machine, type Probe, thisMachine, type Variables } from "./machine.ts";
import { messageOf } from "./systemErrors.ts";

/** A browser that starts on this machine. */
export type Browser = {
  readonly path: string;
  readonly kind: BrowserKind;
  /** Where it comes from, in plain words, e.g. "puppeteer's cache". */
  readonly origin: string;
  /** E.g. `153.0.8010.0`. */
  readonly version: string;
  /** What must be added to its environment. */
  readonly variables: Variables;
  /** The one system font it can see; null when it sees whatever this machine has. */
  readonly fallbackFont: string | null;
};

/** One place where a browser was looked for, and what came of it, in plain words. */
export type Trial = {
  readonly origin: string;
  readonly path: string | null;
  readonly outcome: string;
  readonly used: boolean;
};

type Search = { readonly browser: Browser | null; readonly trials: readonly Trial[] };
type Step = { readonly browser: Browser | null; readonly trial: Trial };

const wayOut = "install Chrome, Chromium or Edge, or set PANELPACK_BROWSER to the path of one";

/**
 * The browser that prints on this machine: `PANELPACK_BROWSER`, else the packed headless shell (Linux on x64), else
 * one in puppeteer's cache, else an installed one.
 *
 * @throws MachineError when there is none, or the one that was asked for does not start
 */
export async function resolveBrowser(machine: Machine = thisMachine): Promise<Browser> {
  const { browser, trials } = await search(machine);
  if (browser) return browser;
  const tried = trials.map(({ origin, outcome }) => `${origin}: ${outcome}`).join("; ");
  throw new MachineError(`No browser can print here: ${wayOut} (${tried}).`);
}

/** Every place where a browser was looked for, in order, ending with the one that is used, for `panelpack doctor`. */
export async function explainBrowser(machine: Machine = thisMachine): Promise<readonly Trial[]> {
  return (await search(machine)).trials;
}

async function search(machine: Machine): Promise<Search> {
  const trials: Trial[] = [];
  for await (const { browser, trial } of steps(machine)) {
    trials.push(trial);
    if (browser) return { browser, trials };
  }
  return { browser: null, trials };
}

async function* steps(machine: Machine): AsyncGenerator<Step> {
  const wanted = machine.variables["PANELPACK_BROWSER"];
  if (wanted) {
    // Another browser in its stead would only hide the mistake.
    yield await tryCandidate(machine, { origin: "PANELPACK_BROWSER", kind: kindOf(wanted), path: wanted });
    return;
  }
  yield absent("PANELPACK_BROWSER", "not set");
  yield await tryPacked(machine);
  yield* tryAll(machine, "puppeteer's cache", await puppeteerBrowsers(machine));
  yield* tryAll(machine, "installed on this machine", await installedBrowsers(machine));
}

async function* tryAll(
  machine: Machine,
  origin: string,
  candidates: readonly Candidate[],
): AsyncGenerator<Step> {
  if (candidates.length === 0) yield absent(origin, "none found");
  for (const candidate of candidates) yield await tryCandidate(machine, candidate);
}

async function tryCandidate(machine: Machine, candidate: Candidate): Promise<Step> {
  if (!(await machine.isFile(candidate.path))) return rejected(candidate, "there is no such file");
  const probe = await machine.probe(candidate.path, {});
  return judged(candidate, probe, { variables: {}, fallbackFont: null });
}

const packedOrigin = "the headless shell of @sparticuz/chromium";

async function tryPacked(machine: Machine): Promise<Step> {
  if (machine.platform !== "linux" || machine.arch !== "x64") {
    return absent(packedOrigin, `made for Linux on x64, this is ${machine.platform} on ${machine.arch}`);
  }
  const packed = await machine.packedBrowser();
  if (!packed) return absent(packedOrigin, "not installed, it is an optional package");
  try {
    return await startUnpacked(
      machine,
      await unpackBrowser(packed, await machine.cacheFolder(packed.version)),
    );
  } catch (error) {
    return absent(packedOrigin, `it could not be unpacked: ${messageOf(error)}`);
  }
}

/** With the system's libraries when they are all there, else with those that came with the shell. */
async function startUnpacked(machine: Machine, unpacked: UnpackedBrowser): Promise<Step> {
  const candidate: Candidate = { origin: packedOrigin, kind: "shell", path: unpacked.executable };
  const fonts = { FONTCONFIG_FILE: unpacked.fontSettings };
  const earlier = machine.variables["LD_LIBRARY_PATH"];
  const libraries = [unpacked.libraries, ...(earlier ? [earlier] : [])].join(delimiter);
  const bare = await machine.probe(candidate.path, fonts);
  if (bare.starts) return judged(candidate, bare, { variables: fonts, fallbackFont: "OpenSans" });
  const variables = { ...fonts, LD_LIBRARY_PATH: libraries };
  return judged(candidate, await machine.probe(candidate.path, variables), {
    variables,
    fallbackFont: "OpenSans",
  });
}

function judged(
  candidate: Candidate,
  probe: Probe,
  needs: Pick<Browser, "variables" | "fallbackFont">,
): Step {
  if (!probe.starts) return rejected(candidate, `does not start: ${probe.why}`);
  const browser = { ...candidate, ...needs, version: probe.version };
  const outcome = `used, version ${probe.version}`;
  return { browser, trial: { origin: candidate.origin, path: candidate.path, outcome, used: true } };
}

const rejected = ({ origin, path }: Candidate, outcome: string): Step => ({
  browser: null,
  trial: { origin, path, outcome, used: false },
});

const absent = (origin: string, outcome: string): Step => ({
  browser: null,
  trial: { origin, path: null, outcome, used: false },
});
