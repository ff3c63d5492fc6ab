import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { build } from "../../src/build.ts";
import { refuseLeaks } from "../../src/leaks.ts";
import { load } from "../../src/load.ts";
import { plants } from "../pack/leaks/plantedPdf.ts";
import { allTextOf, needlesOf, type Secrets, secrets, writeExempt } from "../support/canaries.ts";
import { effectsOn, filesBelow, openTestPrinter } from "../support/packs.ts";
import { meetingOnDisk, problemsOf } from "../support/project.ts";

/** Meetings of one build. Each has its own agenda and its own secrets. */
const meetings = 30;
/** How often their exempt sources change while the public ones stay: each time, that many packs. */
const rounds = 9;
/** Members' packs that are built, too, for whatever they leave behind. */
const withMembers = 6;

const project = meetingOnDisk();
const { root } = project;
const out = join(root, "output");
const printing = openTestPrinter();
afterAll(async () => {
  await (await printing).close();
  project.remove();
});

const idOf = (i: number): string => `2019-12-${String(i + 1).padStart(2, "0")}-panel`;
const folderOf = (i: number): string => join(root, "data/meetings", idOf(i));

/** The agenda names the exempt papers; all else of them is told by nobody. */
async function write(i: number, all: Secrets): Promise<void> {
  await writeExempt(folderOf(i), all);
  writeFileSync(
    join(folderOf(i), "meeting.yaml"),
    [
      "body: panel",
      "kind: panel",
      `date: ${idOf(i).slice(0, 10)}`,
      "items:",
      "  - label: '1'",
      `    title: Terms of the ${i % 2 === 0 ? "lease" : "tender"}`,
      `    papers: [exempt/${all["paper name"]}, exempt/valuation.pdf]`,
      "    exempt: { paragraphs: [3], reason: The terms are open., publicInterest: A better price serves everyone. }",
      "",
    ].join("\n"),
  );
}

const editionsOf = async (ids: readonly string[], editions: readonly ("public" | "members")[]) =>
  build([...ids], out, effectsOn(root, await printing), { editions, supplement: false, releasing: false });

const isMembers = (path: string): boolean => /\.members\.(pdf|json)$/.test(path);
const texts = new Map<string, string>();

/** All text of every file below a folder that the public may see; a file that is as before is not read again. */
async function searched(folder: string, skip: (path: string) => boolean): Promise<string> {
  const all: string[] = [];
  for (const [path, bytes] of filesBelow(folder)) {
    if (skip(path)) continue;
    const key = `${path} ${createHash("sha256").update(bytes).digest("hex")}`;
    const text = texts.get(key) ?? (await allTextOf(path, bytes));
    texts.set(key, text);
    all.push(text);
  }
  return all.join("\n");
}

const everyId = Array.from({ length: meetings }, (_, i) => idOf(i));
const drawn = fc.sample(fc.array(secrets, { minLength: meetings, maxLength: meetings }), rounds + 1);

beforeAll(async () => {
  for (let i = 0; i < meetings; i++) mkdirSync(folderOf(i), { recursive: true });
  for (const [i, all] of (drawn[0] ?? []).entries()) await write(i, all);
  await editionsOf(everyId.slice(0, withMembers), ["public", "members"]);
  await editionsOf(everyId.slice(withMembers), ["public"]);
});

test("the search finds what the members' packs print, so it would find it in others", async () => {
  for (const [i, all] of (drawn[0] ?? []).slice(0, withMembers).entries()) {
    const path = `${idOf(i)}/agenda-pack.members.pdf`;
    const text = await allTextOf(path, readFileSync(join(out, path)));
    const printed = (["title", "subtitle", "heading", "body", "cell", "footnote", "pdf text"] as const).map(
      (place) => [
        place,
        all[place]
          .toLowerCase()
          .split(" ")
          .every((part) => text.includes(part)),
      ],
    );
    expect(printed).toEqual(printed.map(([place]) => [place, true]));
  }
});

test("nothing of what is exempt is in any file that a public build wrote or keeps", async () => {
  let packs = 0;
  for (const [round, all] of drawn.entries()) {
    if (round > 0) {
      for (const [i, each] of all.entries()) await write(i, each);
      await editionsOf(everyId, ["public"]);
    }
    const text = await searched(out, isMembers);
    const cached = await searched(join(root, "cache"), (path) => path.startsWith("exempt/"));
    const found = all.flatMap(needlesOf).filter((needle) => text.includes(needle) || cached.includes(needle));
    expect(found).toEqual([]);
    packs += all.length;
  }
  expect(packs).toBe(300);
});

/** Ways that need a page made for them. */
const planted = plants.filter(([way]) =>
  [
    "text of a page",
    "XMP metadata",
    "the outline",
    "the description of a link",
    "the text of a mark",
    "an attached file",
  ].includes(way),
);

test("exempt words in a public file stop the build, wherever they stand", async () => {
  const effects = effectsOn(root, await printing);
  const loaded = await load("data", effects.files);
  const path = `${idOf(0)}/agenda-pack.public.pdf`;
  const bytes = readFileSync(join(out, path));
  const words = drawn.at(-1)?.[0]?.body ?? "";
  const leaking = (file: { path: string; bytes: Uint8Array }) =>
    problemsOf(() => refuseLeaks([file], [], loaded, effects));
  expect(await leaking({ path, bytes })).toEqual([]);
  expect(planted.length).toBe(6);
  const found: [string, boolean][] = [];
  for (const [way, , plant] of planted) {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    await plant(document, words);
    const problems = await leaking({ path, bytes: await document.save() });
    found.push([
      way,
      problems.some(({ place }) => place.file.startsWith(`data/meetings/${idOf(0)}/exempt/`)),
    ]);
  }
  const html = `<!doctype html><title>Agenda</title><!-- ${words} --><p>Words</p>`;
  found.push(["a comment", (await leaking({ path: "a.html", bytes: Buffer.from(html) })).length > 0]);
  expect(found).toEqual(found.map(([way]) => [way, true]));
});
