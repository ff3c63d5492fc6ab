import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import createModule from "@neslinesli93/qpdf-wasm";
import type { Rewriting } from "./rewrite.ts";

/** What is used of Emscripten's file system; the package describes only a part of it. */
type Files = {
  writeFile(path: string, content: Uint8Array): void;
  readFile(path: string): Uint8Array;
};

const [from, to] = ["/from.pdf", "/to.pdf"];
/** qpdf ends with 3 when it has warnings, which a repair always has. */
const done = [0, 3];

const { bytes, password } = workerData as Rewriting;
const wasm = fileURLToPath(import.meta.resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"));
const qpdf = await createModule({ locateFile: () => wasm });
const files = qpdf.FS as unknown as Files;
files.writeFile(from, bytes);
const code = qpdf.callMain([from, "--decrypt", `--password=${password}`, to]);
parentPort?.postMessage(done.includes(code) ? files.readFile(to) : null);
