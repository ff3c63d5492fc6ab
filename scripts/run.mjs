// Runs a program of the project with the project's Node: no shell, the same input, output, signals and exit status.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** The environment for `node`'s children: what they start by the name of `node` is that same one. */
export const environmentOf = (node) => {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [name]: [dirname(node), process.env[name]].filter(Boolean).join(delimiter) };
};

/**
 * Runs `node` with these arguments to its end.
 *
 * @returns {Promise<number>} its exit status; 128 and the signal's number when a signal ended it, as shells have it
 */
export function run(node, args) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
    stdio: "inherit",
    env: environmentOf(node),
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(status ?? 128 + constants.signals[signal]);
    });
  });
}
