// `npm test`: sets a fresh clone up, then runs the static checks side by side, then the tests. `npm test -- PATH` runs
// those tests alone. Goes on after a failure, so that everything is seen. The last line counts checks and tests.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { makeProgram } from "./program.mjs";
import { environmentOf, run } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const node = bootstrap();
await makeProgram();
const only = process.argv.slice(2);

const checks = [
  { name: "tsc", package: "typescript", args: ["--noEmit"] },
  { name: "biome", package: "@biomejs/biome", args: ["check"] },
  { name: "depcruise", package: "dependency-cruiser", args: ["src"] },
  { name: "knip", package: "knip", args: [] },
];

const checked = only.length > 0 ? [] : await Promise.all(checks.map(runCheck));
const tested = await runTests();
const failed = checked.filter((passed) => !passed).length + tested.failed;
const passed = checked.filter((each) => each).length + tested.passed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs one check and prints its output in one piece when it has ended. */
async function runCheck({ name, package: from, args }) {
  const started = performance.now();
  const child = spawn(node, [entryOf(from, name), ...args], { env: environmentOf(node) });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => output.push(text));
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  console.log(heading(name, status === 0, performance.now() - started));
  if (status !== 0) console.log(Buffer.concat(output).toString("utf8").trimEnd());
  return status === 0;
}

/** Runs jest; a test file that cannot even be run counts as one failure. */
async function runTests() {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "panelpack-tests-"));
  const results = join(folder, "results.json");
  const jest = ["--experimental-vm-modules", entryOf("jest", "jest"), "--json", `--outputFile=${results}`];
  const status = await run(node, [...jest, ...only]);
  console.log(heading("jest", status === 0, performance.now() - started));
  const { passed, failed } = countsOf(results);
  rmSync(folder, { recursive: true, force: true });
  // A failure that no test shows (no test was found, jest itself broke down) counts as one.
  return { passed, failed: status !== 0 ? Math.max(failed, 1) : failed };
}

function countsOf(results) {
  if (!existsSync(results)) return { passed: 0, failed: 0 };
  const counts = JSON.parse(readFileSync(results, "utf8"));
  return { passed: counts.numPassedTests, failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites };
}

/** The JavaScript that a package runs for one of its commands. */
function entryOf(name, command) {
  const folder = join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

function heading(name, passed, ms) {
  return `${passed ? "passed" : "FAILED"}  ${name} (${(ms / 1000).toFixed(1)} s)`;
}
