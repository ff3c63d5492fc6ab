import { parentPort, workerData } from "node:worker_threads";
import { examine } from "./examine.ts";
import type { Task } from "./examineGuarded.ts";

const { bytes, known } = workerData as Task;
parentPort?.postMessage(await examine(bytes, known));
