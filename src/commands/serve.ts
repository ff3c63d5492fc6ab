import { watch } from "node:fs";
import { resolve } from "node:path";
import { formatDiagnostics, SourceError, UsageError } from "../diagnostic.ts";
import type { BuildEffects } from "../effects.ts";
import { openMemory } from "../memory.ts";
import { publish } from "../publish.ts";
import { serveSite } from "../siteServer.ts";
import type { Terminal } from "../terminal.ts";
import { withEffects } from "./withEffects.ts";

const usualPort = 8000;
/** Milliseconds without a further change after which the site is made anew: an editor saves a file in several steps. */
const calmMs = 300;

/** What the command line asks of a server. */
type Asked = { readonly port: string | undefined; readonly today: string };

/** Shows the website on this machine, and makes it anew whenever a source changes, until it is told to stop. */
export function serveCommand(root: string, asked: Asked, terminal: Terminal): Promise<void> {
  // One browser prints all the while, and what has not changed is remembered.
  const memory = openMemory();
  return withEffects(root, terminal, (effects) => serveFrom(root, asked, { ...effects, memory }, terminal));
}

async function serveFrom(
  root: string,
  { port, today }: Asked,
  effects: BuildEffects,
  terminal: Terminal,
): Promise<void> {
  const site = resolve(root, "output", "site");
  const make = (): Promise<unknown> => publish(resolve(root, "output"), site, effects, today);
  await make();
  const server = await serveSite(site, portNumber(port), true);
  terminal.done(`${server.address} shows the site; it is made anew when a source changes. Ctrl+C ends it.`);
  const again = async (): Promise<void> => {
    try {
      await make();
      server.reload();
      terminal.done("The site was made anew.");
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      terminal.done(`${formatDiagnostics(error.problems)}\nThe site stays as it was.`);
    }
  };
  let stop = (): void => undefined;
  try {
    await new Promise<void>((ended, failed) => {
      stop = onChange(resolve(root, "data"), again, failed);
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ended());
    });
  } finally {
    stop();
    await server.close();
  }
}

function portNumber(port: string | undefined): number {
  if (port === undefined) return usualPort;
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not ${port}`);
  return number;
}

/**
 * Runs `work` when something in a folder has changed and stayed so; never twice at a time, and once more for what changed meanwhile.
 *
 * @param failed told what `work` throws
 * @returns ends it
 */
function onChange(folder: string, work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let waiting = false;
  const run = (): void => {
    if (waiting) return;
    waiting = true;
    last = last.then(() => {
      waiting = false;
      return work();
    });
    last.catch(failed);
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(run, calmMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
