import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { withLock } from "../../src/pdf/lock.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelpack-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

const times = { staleMs: 60_000, pollMs: 2 };

test("only one of many works at a time, and nothing is left behind", async () => {
  let working = 0;
  const seen: number[] = [];
  const work = async (): Promise<void> => {
    seen.push(++working);
    await sleep(5);
    working--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(join(folder, "lock"), work, times)));
  expect(seen).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await readdir(folder)).toEqual([]);
});

test("many who find an abandoned lock still work one at a time", async () => {
  // No process has this id: Linux and macOS stop well below it.
  await writeFile(join(folder, "lock"), `${hostname()} 2147483646`);
  let working = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, ++working);
    await sleep(3);
    working--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(join(folder, "lock"), work, times)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock of another machine is respected until it is old", async () => {
  const file = join(folder, "lock");
  await writeFile(file, "another-machine 1");
  const waiting = withLock(file, async () => "worked", times);
  await expect(Promise.race([waiting, sleep(30, "waits")])).resolves.toBe("waits");
  const longAgo = new Date(Date.now() - 61_000);
  await utimes(file, longAgo, longAgo);
  await expect(waiting).resolves.toBe("worked");
});

test("a failure of the work is passed on and frees the lock", async () => {
  const fail = async (): Promise<never> => {
    throw new Error("no space");
  };
  await expect(withLock(join(folder, "lock"), fail, times)).rejects.toThrow("no space");
  expect(await readdir(folder)).toEqual([]);
});
