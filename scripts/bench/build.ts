import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCacheFolder } from "../../src/pdf/cacheFolder.ts";
import { version } from "../../src/version.ts";

// Speed as ratios: a whole build beside a bare print by the same browser of the same final HTML, each a process of its own, in turn, so
// that a machine that slows down slows both. Prints medians, ratios, and what the time of a build goes on. Usage: build.ts [ROUNDS]
const root = join(import.meta.dirname, "..", "..");
const rounds = Number(process.argv[2] ?? 5);
const target = "2019-20-q3/performance-summary";
/** A copy of the sources, in which a sentence is changed before each build with the charts kept. */
const work = mkdtempSync(join(tmpdir(), "panelpack-bench-"));
const sentence = join(work, "data/quarters/2019-20-q3/performance-summary/panel-page.md");
const kept = join(await findCacheFolder(version), "build", `${target}.json`);

type Timed = { readonly ms: number; readonly steps: readonly string[] };

/** Runs a script of the project in a process of its own. */
function timed(...args: string[]): Timed {
  const started = performance.now();
  const [script = "", ...rest] = args;
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...rest], {
    cwd: work,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
  return { ms: performance.now() - started, steps: stderr.trim().split("\n") };
}

const wholeBuild = (): Timed =>
  timed("scripts/panelpack.mjs", "build", target, "--out", join(work, "output"), "--verbose");
const barePrint = (): Timed =>
  timed(
    "scripts/panelpack.mjs",
    "--script",
    "scripts/bench/barePrint.ts",
    join(work, "output", `${target}.html`),
  );
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const shown = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

try {
  cpSync(join(root, "data"), join(work, "data"), { recursive: true });
  wholeBuild();
  const times: Record<"bare" | "drawn" | "kept" | "same", number[]> = {
    bare: [],
    drawn: [],
    kept: [],
    same: [],
  };
  let steps: readonly string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(barePrint().ms);
    rmSync(kept, { force: true });
    const cold = wholeBuild();
    times.drawn.push(cold.ms);
    steps = cold.steps;
    appendFileSync(sentence, `\nThis paragraph was added in round ${round + 1}.\n`);
    times.kept.push(wholeBuild().ms);
    times.same.push(wholeBuild().ms);
  }
  const bare = median(times.bare);
  const line = (what: string, measured: readonly number[], aim = ""): void =>
    console.log(
      `${what.padEnd(31)}${shown(median(measured))}  ratio ${(median(measured) / bare).toFixed(2)}${aim}`,
    );
  console.log(`${target}, ${rounds} rounds, medians of whole processes`);
  line("bare print of the final HTML", times.bare);
  line("build, every chart drawn", times.drawn, "  (aim: 3 or less)");
  line("build, a sentence changed", times.kept, "  (charts kept; aim: 1.5 or less)");
  line("build, nothing changed", times.same);
  console.log(`steps of the last build with every chart drawn, from its start:\n  ${steps.join("\n  ")}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
