import { expect, test } from "@jest/globals";
import { openKeptFolder } from "../src/keptFolder.ts";
import { memoryFiles } from "./support/memoryFiles.ts";

test("what one run keeps by name the next one has, unless other code made it or the file is damaged", async () => {
  const { files, kept, written } = memoryFiles();
  const first = openKeptFolder<ReadonlyMap<string, number>>(files, "words", "1");
  const value = new Map([["one", 1]]);
  expect(first.get("a/b")).toBeUndefined();
  first.set("a/b", value);
  expect(first.get("a/b")).toBe(value);
  expect(written).toEqual([]);
  await first.save();
  await first.save();
  expect(written).toEqual(["words/a/b.bin"]);
  const open = (version: string) =>
    openKeptFolder<ReadonlyMap<string, number>>(files, "words", version).get("a/b");
  expect(open("1")).toEqual(value);
  expect(open("2")).toBeUndefined();
  const whole = kept.get("words/a/b.bin") ?? Buffer.from("");
  for (const damaged of [whole.subarray(0, 9), Buffer.from(""), Buffer.from("{}")]) {
    kept.set("words/a/b.bin", damaged);
    expect(open("1")).toBeUndefined();
  }
});
