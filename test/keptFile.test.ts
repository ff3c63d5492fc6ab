import { expect, test } from "@jest/globals";
import { type KeptFile, openKeptFile } from "../src/keptFile.ts";
import { memoryFiles } from "./support/memoryFiles.ts";

test("what one run keeps the next one has, unless other code made it or the file is damaged", async () => {
  const { files, kept } = memoryFiles();
  const first = await openKeptFile<number>(files, "a.json", "1");
  expect(first.get("one")).toBeUndefined();
  first.set("one", 1);
  expect(first.get("one")).toBe(1);
  await first.save();
  const open = async (version: string): Promise<number | undefined> =>
    (await openKeptFile<number>(files, "a.json", version)).get("one");
  expect(await open("1")).toBe(1);
  expect(await open("2")).toBeUndefined();
  for (const damaged of ["", "null", "{", "[]", '{"version":"1"}']) {
    kept.set("a.json", Buffer.from(damaged));
    expect(await open("1")).toBeUndefined();
  }
});

test("a run that adds nothing writes nothing", async () => {
  const { files, written } = memoryFiles();
  const add = async (use: (file: KeptFile<string>) => void): Promise<void> => {
    const file = await openKeptFile<string>(files, "a.json", "1");
    use(file);
    await file.save();
  };
  await add((file) => file.set("a", "A"));
  await add((file) => file.get("a"));
  await add((file) => file.set("a", file.get("a") ?? ""));
  expect(written).toEqual(["a.json"]);
});

test("what no run has used for long is let go, the oldest first", async () => {
  const { files } = memoryFiles();
  for (let i = 0; i < 10; i += 1) {
    const file = await openKeptFile<number>(files, "a.json", "1");
    file.set(`run ${i}`, i);
    await file.save();
  }
  const last = await openKeptFile<number>(files, "a.json", "1");
  const held = Array.from({ length: 10 }, (_, i) => last.get(`run ${i}`)).filter((i) => i !== undefined);
  expect(held).toEqual([7, 8, 9]);
});

test("an open file saves what was used since it was saved last, and gives the same objects", async () => {
  const { files } = memoryFiles();
  const open = await openKeptFile<object>(files, "a.json", "1");
  const values = Array.from({ length: 6 }, () => ({}));
  for (const [i, value] of values.entries()) {
    open.set(`build ${i}`, value);
    await open.save();
  }
  const held = values.map((value, i) => [open.get(`build ${i}`), value] as const);
  expect(held.map(([one]) => one !== undefined)).toEqual([false, false, false, true, true, true]);
  for (const [one, value] of held) if (one !== undefined) expect(one).toBe(value);
});
