#!/usr/bin/env node
// The `panelpack` command: runs src/cli.ts, as one program where that was made, or with `--script FILE` another TypeScript file of the project.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { giveUp, isNewEnough, noNode, projectNode } from "./bootstrap.mjs";
import { currentProgram, wholePdfLib } from "./program.mjs";
import { run } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [first, second, ...others] = process.argv.slice(2);
const named = first === "--script" && second !== undefined;
const script = resolve(root, named ? second : "src/cli.ts");
const args = named ? others : process.argv.slice(2);

if (isNewEnough()) await runHere();
else process.exitCode = await run(projectNode() ?? giveUp(noNode()), [script, ...args]);

/** In this process, which saves starting another; as if Node had been told to run the script. */
async function runHere() {
  process.argv.splice(1, Number.POSITIVE_INFINITY, script, ...args);
  const warn = process.emitWarning;
  process.emitWarning = (warning, ...more) => {
    const type = typeof more[0] === "object" ? more[0]?.type : more[0];
    if (type !== "ExperimentalWarning") warn.call(process, warning, ...more);
  };
  await startQuickly();
  await import(pathToFileURL((named ? null : currentProgram()) ?? script).href);
}

/**
 * Keeps compiled modules in the project's cache, takes pdf-lib as one file, and does not look for what is asked for by its place: together this
 * spares the next start more than half of its time.
 */
async function startQuickly() {
  const { enableCompileCache, registerHooks } = await import("node:module");
  enableCompileCache?.(resolve(root, ".cache", "node"));
  const file = wholePdfLib.fileIn(root);
  const whole = existsSync(file)
    ? { url: pathToFileURL(file).href, format: "module", shortCircuit: true }
    : null;
  registerHooks?.({
    resolve: (asked, context, next) =>
      (asked === wholePdfLib.name ? whole : besideIt(asked, context)) ?? next(asked, context),
  });
}

/** A file that a module imports by its path from there; null for what must be looked for. */
function besideIt(asked, { parentURL, conditions }) {
  const isPath = /^\.\.?\/.*\.(?:ts|js|mjs)$/.test(asked) && conditions.includes("import");
  if (!isPath || !parentURL?.startsWith("file:")) return null;
  const { href } = new URL(asked, parentURL);
  return { url: href, format: asked.endsWith(".ts") ? "module-typescript" : undefined, shortCircuit: true };
}
