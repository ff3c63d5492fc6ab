// `npm start`: sets a fresh clone up, builds everything in data/ and publishes the site into output/site; with further arguments it builds
// what they say and publishes nothing.
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { makeProgram } from "./program.mjs";
import { run } from "./run.mjs";

const panelpack = fileURLToPath(new URL("panelpack.mjs", import.meta.url));
const node = bootstrap();
await makeProgram();
const asked = process.argv.slice(2);
const status = await run(node, [panelpack, "build", ...asked]);
process.exitCode = status === 0 && asked.length === 0 ? await run(node, [panelpack, "publish"]) : status;
