import { spawn } from "node:child_process";
import { join } from "node:path";

const cli = join(import.meta.dirname, "..", "..", "src", "cli.ts");

/** How a run of the command ended, and what it printed. */
export type Run = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs `panelpack` as a process of its own in a folder, without colour and without what the test's own run was given. */
export const panelpack = (root: string, ...args: readonly string[]): Promise<Run> =>
  panelpackWith({}, root, ...args);

/** The same with some variables of the environment changed. */
export function panelpackWith(
  changed: NodeJS.ProcessEnv,
  root: string,
  ...args: readonly string[]
): Promise<Run> {
  const { NODE_OPTIONS: _, ...given } = process.env;
  const env = { ...given, ...changed, NO_COLOR: "1" };
  const child = spawn(process.execPath, [cli, ...args], { cwd: root, env });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}
