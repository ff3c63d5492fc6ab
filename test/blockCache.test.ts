import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "@jest/globals";
import { blockStore } from "../src/blockCache.ts";
import type { Assembled, BlockStore } from "../src/pack/assemble.ts";
import { prove } from "../src/pack/prove.ts";
import { sectionsOf } from "../src/pack/sections.ts";
import type { StampFont } from "../src/pdf/link/stampFont.ts";
import { type Paper, pack, testFont } from "./pdf/link/linking.ts";
import { memoryFiles } from "./support/memoryFiles.ts";

let font: StampFont;
let papers: readonly Paper[] = [];
beforeAll(async () => {
  font = await testFont();
  papers = await Promise.all(
    ["one", "two"].map(async (prefix) => {
      const document = await PDFDocument.create({ updateMetadata: false });
      document.addPage().drawText(prefix);
      return { prefix, bytes: await document.save() };
    }),
  );
});

const unopened = (): readonly Paper[] =>
  papers.map((paper) => ({ ...paper, open: () => Promise.reject(new Error(`${paper.prefix} was opened`)) }));

test("a pack from files has the bytes and the expectations of one from nothing, and opens no paper", async () => {
  const { files, written } = memoryFiles();
  const first = await pack(papers, font, blockStore(files, "m"));
  expect(written).toEqual(["m/one.block", "m/two.block"]);
  const second = await pack(unopened(), font, blockStore(files, "m"));
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  expect(second.expected).toEqual(first.expected);
  expect(written).toHaveLength(2);
});

test.each([
  ["cut short", (file: Uint8Array) => file.subarray(0, file.length - 1)],
  ["without its first line's end", (file: Uint8Array) => file.subarray(0, 40)],
  ["of something else", () => Buffer.from("not JSON\nat all")],
  ["empty", () => Buffer.alloc(0)],
])("a file that is %s counts as none", async (_, spoil) => {
  const { files, kept } = memoryFiles();
  const whole = await pack(papers, font, blockStore(files, "m"));
  kept.set("m/one.block", spoil(kept.get("m/one.block") ?? Buffer.alloc(0)));
  const again = await pack(papers, font, blockStore(files, "m"));
  expect(Buffer.from(again.bytes).equals(Buffer.from(whole.bytes))).toBe(true);
  await expect(pack(unopened(), font, blockStore(files, "m"))).resolves.toBeDefined();
});

test("the members' edition takes blocks of the public one, and writes its own beside its own", async () => {
  const [open, closed] = [memoryFiles(), memoryFiles()];
  const members: BlockStore = blockStore(closed.files, "m", blockStore(open.files, "m"));
  await pack(papers.slice(0, 1), font, blockStore(open.files, "m"));
  await pack(papers, font, members);
  expect(closed.written).toEqual(["m/two.block"]);
  await blockStore(open.files, "m").writeProofs(["public"]);
  await members.writeProofs(["own"]);
  expect(await members.readProofs()).toEqual(["own", "public"]);
  expect(await blockStore(open.files, "m").readProofs()).toEqual(["public"]);
});

test("a pack is proved once, and one that is not what its papers were is our bug", async () => {
  const { files, written } = memoryFiles();
  const store = blockStore(files, "m");
  const proving = (made: Assembled, version = "test"): Promise<void> =>
    prove("The pack", made, sectionsOf(made, font), { version, store });
  const assembled = await pack(papers, font, store);
  await proving(assembled);
  await proving(assembled);
  expect(written.filter((path) => path === "m/proved")).toHaveLength(1);
  const other = { ...assembled, parts: assembled.parts.slice(0, 1) };
  await expect(proving(other)).rejects.toThrow(
    /^The pack is not what its papers were:\nobjects out of place/,
  );
  const lost = {
    ...assembled,
    parts: assembled.parts.map((part) => ({ ...part, expected: { ...part.expected, first: 9 } })),
  };
  await expect(proving(lost)).rejects.toThrow(/page labels, 1: 1, not 9/);
  await proving(assembled, "another");
  expect(written.filter((path) => path === "m/proved")).toHaveLength(2);
});
