import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import type { BuildEffects } from "../../src/effects.ts";
import { openMemory } from "../../src/memory.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { findCacheFolder } from "../../src/pdf/cacheFolder.ts";
import { openPrinter } from "../../src/pdf/printer.ts";
import { drawingVersion, version } from "../../src/version.ts";

// Speed of a whole agenda pack as ratios to one bare print of the same pages by the same browser, each a process of its own, in turn, so
// that a machine that slows down slows both. Usage: pack.ts [ROUNDS]
const root = join(import.meta.dirname, "..", "..");
const rounds = Number(process.argv[2] ?? 5);
const meeting = "2020-03-16-police-and-crime-panel";
const work = mkdtempSync(join(tmpdir(), "panelpack-bench-"));
const edited = join(work, "data/meetings", meeting, "papers/02-5-appendix-e-rural-crime-team.md");
const cache = await findCacheFolder(version);
const options = { editions: ["public"], supplement: false, releasing: false } as const;

/** Runs a script of the project in a process of its own, and takes its time in milliseconds. */
function timed(...args: string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/panelpack.mjs"), ...args], {
    cwd: work,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
  return performance.now() - started;
}

const wholeBuild = (): number =>
  timed("build", meeting, "--edition", "public", "--out", join(work, "output"), "--quiet");

/** The papers of the pack as HTML, which the bare print prints one after the other. */
function papers(): string[] {
  const { documents } = JSON.parse(readFileSync(join(work, "output", meeting, "build.json"), "utf8")) as {
    documents: { document: string; inputs: unknown }[];
  };
  const own = documents.map(({ document }) => join(work, "output", `${document}.html`));
  const others = ["2019-20-q3", "2020-02-03-police-and-crime-panel"].flatMap((folder) =>
    readdirSync(join(work, "output", folder))
      .filter((name) => name.endsWith(".html"))
      .map((name) => join(work, "output", folder, name)),
  );
  return [...own.filter((file) => !file.endsWith("agenda-pack.html")), ...others];
}

/** What a build keeps between runs; not the browser, and not what Node has compiled. */
const kept = [
  "packs",
  "exempt",
  "builds",
  "outside.json",
  "sources.bin",
  "words",
  "readings",
  "projections.json",
  "spelling.json",
  "findings.json",
  "templates.json",
];

const forgetAll = (): void => {
  for (const name of [...kept, "build"]) rmSync(join(cache, name), { recursive: true, force: true });
};

/** Forgets everything but the drawings. */
function forgetPrints(): void {
  for (const name of kept) rmSync(join(cache, name), { recursive: true, force: true });
  const build = join(cache, "build");
  for (const name of readdirSync(build, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".json")) continue;
    const about = JSON.parse(readFileSync(join(build, name), "utf8")) as { print: { key: string } };
    writeFileSync(
      join(build, name),
      JSON.stringify({ ...about, print: { ...about.print, key: "" }, setting: null }),
    );
  }
}

/** Builds after an edit in a process that runs already, with its browser, and remembers the build before. */
async function running(): Promise<number> {
  const printer = openPrinter({ browser: await resolveBrowser() });
  const effects: BuildEffects = {
    files: sourceFiles(work),
    exemptFiles: sourceFilesWithExempt(work),
    printer: async () => ({ printer, browser: "the same" }),
    cacheFolder: join(work, "cache"),
    drawingVersion: drawingVersion(),
    memory: openMemory(),
    progress: () => undefined,
    now: () => performance.now(),
  };
  const home = process.cwd();
  process.chdir(work);
  try {
    await build([meeting], join(work, "output"), effects, options);
    appendFileSync(edited, "\nChanged while it runs.\n");
    const started = performance.now();
    await build([meeting], join(work, "output"), effects, options);
    return performance.now() - started;
  } finally {
    process.chdir(home);
    await printer.close();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  // As setting up a clone does.
  spawnSync(process.execPath, [join(root, "scripts/program.mjs")], { stdio: "inherit" });
  cpSync(join(root, "data"), join(work, "data"), { recursive: true });
  forgetAll();
  wholeBuild();
  const html = papers();
  const times: Record<"bare" | "nothing" | "kept" | "edit" | "running" | "same", number[]> = {
    bare: [],
    nothing: [],
    kept: [],
    edit: [],
    running: [],
    same: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(timed("--script", "scripts/bench/barePrint.ts", ...html));
    forgetAll();
    times.nothing.push(wholeBuild());
    forgetPrints();
    times.kept.push(wholeBuild());
    appendFileSync(edited, `\nThis paragraph was added in round ${round + 1}.\n`);
    times.edit.push(wholeBuild());
    times.same.push(wholeBuild());
    times.running.push(await running());
  }
  const bare = median(times.bare);
  const line = (what: string, measured: readonly number[], aim = ""): void =>
    console.log(
      `${what.padEnd(36)}${(median(measured) / 1000).toFixed(2)} s  ratio ${(median(measured) / bare).toFixed(2)}${aim}`,
    );
  console.log(`${meeting}, public edition, ${rounds} rounds, medians`);
  line("bare print of the same pages", times.bare);
  line("from nothing", times.nothing, "  (aim: 2.0)");
  line("charts kept", times.kept, "  (aim: 1.5)");
  line("a paragraph changed", times.edit, "  (aim: 0.6)");
  line("the same in a running process", times.running, "  (aim: 0.2)");
  line("nothing changed", times.same, "  (aim: 0.25; no browser)");
} finally {
  rmSync(work, { recursive: true, force: true });
}
