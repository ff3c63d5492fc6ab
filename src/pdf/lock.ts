import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "./systemErrors.ts";

/** When a lock counts as abandoned, and how often a waiter looks again; both in milliseconds. */
export type LockTimes = { readonly staleMs: number; readonly pollMs: number };

/**
 * Runs `work` while this process alone holds the lock `file`; other processes wait for their turn.
 *
 * A lock is taken over when its owner no longer runs on this machine, or when it is older than `staleMs`
 * (a machine that went down, a container whose processes cannot be seen from here).
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  { staleMs, pollMs }: LockTimes = { staleMs: 120_000, pollMs: 50 },
): Promise<T> {
  while (!(await createAlone(file))) {
    if (await isAbandoned(file, staleMs)) await takeAway(file, staleMs);
    else await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Creates the lock with our name in it; false when somebody else's stands there. */
async function createAlone(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${hostname()} ${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Removes an abandoned lock. Of several who see it abandoned only one may act, or it removes the next owner's. */
async function takeAway(file: string, staleMs: number): Promise<void> {
  const turn = `${file}.takeover`;
  if (!(await createAlone(turn))) {
    if (await isAbandoned(turn, staleMs)) await rm(turn, { force: true });
    else await sleep(10);
    return;
  }
  if (await isAbandoned(file, staleMs)) await rm(file, { force: true });
  await rm(turn, { force: true });
}

async function isAbandoned(file: string, staleMs: number): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    const [host, pid] = owner.split(" ");
    return (
      Date.now() - mtimeMs > staleMs || (host === hostname() && pid !== undefined && !isRunning(Number(pid)))
    );
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** True when a process of that id runs here; a signal of 0 only asks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
