import { spawnSync } from "node:child_process";
import { join } from "node:path";

// Sixty series computed and drawn by a process of its own, a few times: the medians, over the processes, of the whole time from start to
// end, of the processor's time, and of the stages. Usage: charts.ts [ROUNDS]
const root = join(import.meta.dirname, "..", "..");
const rounds = Number(process.argv[2] ?? 5);
const aimSeconds = 6;

/** What chartsOnce.ts prints. */
type Printed = {
  readonly stages: Readonly<Record<string, readonly number[]>>;
  readonly userMs: number;
  readonly systemMs: number;
};

function once(): Printed & { readonly wholeMs: number } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/panelpack.mjs"), "--script", "scripts/bench/chartsOnce.ts"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`chartsOnce.ts ended with ${status}:\n${stderr}`);
  return { ...(JSON.parse(stdout) as Printed), wholeMs: performance.now() - started };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const runs = Array.from({ length: rounds }, once);
const over = (of: (run: (typeof runs)[number]) => number): number => median(runs.map(of));
console.log(`60 series charted, projected and drawn, ${rounds} rounds, medians of whole processes`);
console.log(
  `whole process     ${seconds(over(({ wholeMs }) => wholeMs))}  (aim: under ${aimSeconds} s on two cores)`,
);
console.log(
  `processor         ${seconds(over(({ userMs }) => userMs))} user, ${seconds(over(({ systemMs }) => systemMs))} system`,
);
for (const stage of Object.keys(runs[0]?.stages ?? {})) {
  const each = over(({ stages }) => median(stages[stage] ?? []));
  const all = over(({ stages }) => (stages[stage] ?? []).reduce((a, b) => a + b, 0));
  console.log(`${stage.padEnd(16)}  ${each.toFixed(1)} ms a series, ${seconds(all)} in all`);
}
