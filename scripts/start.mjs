// `npm start`: sets a fresh clone up and builds everything in data/; further arguments go to `panelpack build`.
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { run } from "./run.mjs";

const panelpack = fileURLToPath(new URL("panelpack.mjs", import.meta.url));
process.exitCode = await run(bootstrap(), [panelpack, "build", ...process.argv.slice(2)]);
