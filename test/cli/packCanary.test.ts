import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readAssets } from "../../src/assets.ts";
import { build } from "../../src/build.ts";
import { buildPacks } from "../../src/buildPacks.ts";
import { publicCache } from "../../src/cacheFiles.ts";
import { readChecked } from "../../src/check.ts";
import type { OutputFile } from "../../src/disk.ts";
import { refuseLeaks } from "../../src/leaks.ts";
import { load } from "../../src/load.ts";
import { stampFont } from "../../src/pdf/link/stampFont.ts";
import { buildReports } from "../../src/report.ts";
import { plants } from "../pack/leaks/plantedPdf.ts";
import { needlesOf, partsOf, type Secrets, secrets, writeExempt } from "../support/canaries.ts";
import { effectsOn, filesBelow, openTestPrinter } from "../support/packs.ts";
import { meetingOnDisk, problemsOf } from "../support/project.ts";

/** Meetings of one build. Each has its own agenda and its own secrets. */
const meetings = 30;
/** How often their exempt sources change while the public ones stay: each time, that many packs. */
const rounds = 6;
/** Members' packs that are built, too, for whatever they leave behind. */
const withMembers = 3;

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

const options = (...editions: ("public" | "members")[]) => ({
  editions,
  supplement: false,
  releasing: false,
});

/** All that a public build of some meetings writes, but for its own search for leaks, which could only hide what this one finds. */
async function publicOutputs(ids: readonly string[]): Promise<OutputFile[]> {
  const effects = effectsOn(root, await printing);
  const { browser, printer } = await effects.printer();
  const checked = await readChecked("data", ids, effects.files);
  const cache = publicCache(join(effects.cacheFolder, "build"));
  const assets = await readAssets();
  const { packs } = await buildPacks(
    checked,
    new Map(),
    await stampFont(assets.stampFont),
    assets,
    { printer: async () => printer, browser, cache, progress: effects.progress },
    effects,
    options("public"),
  );
  const reports = await buildReports(out, [], packs, checked, new Map(), browser);
  return [...packs.map(({ file }) => file), ...reports];
}

const isMembers = (path: string): boolean => /\.members\.(pdf|json)$/.test(path);
const known = new Map<string, readonly string[]>();

/** All that can be read of some files, each part once; a file that is as before is not read again. */
async function textOf(files: Iterable<readonly [path: string, bytes: Buffer]>): Promise<string> {
  const all = new Set<string>();
  for (const [path, bytes] of files) {
    const key = `${path} ${createHash("sha256").update(bytes).digest("hex")}`;
    const parts = known.get(key) ?? (await partsOf(path, bytes));
    known.set(key, parts);
    for (const part of parts) all.add(part);
  }
  return [...all].join("\n");
}

/** What a build keeps where the next public one may open it. */
const openCache = () => [...filesBelow(join(root, "cache"))].filter(([path]) => !path.startsWith("exempt/"));

const everyId = Array.from({ length: meetings }, (_, i) => idOf(i));
const drawn = fc.sample(fc.array(secrets, { minLength: meetings, maxLength: meetings }), rounds + 1);

beforeAll(async () => {
  for (let i = 0; i < meetings; i++) mkdirSync(folderOf(i), { recursive: true });
  for (const [i, all] of (drawn[0] ?? []).entries()) await write(i, all);
  const effects = effectsOn(root, await printing);
  await build(everyId.slice(0, withMembers), out, effects, options("public", "members"));
  await build(everyId.slice(withMembers), out, effects, options("public"));
});

test("the search finds what the members' packs print, so it would find it in others", async () => {
  for (const [i, all] of (drawn[0] ?? []).slice(0, withMembers).entries()) {
    const path = `${idOf(i)}/agenda-pack.members.pdf`;
    const text = await textOf([[path, readFileSync(join(out, path))]]);
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
  const written = [...filesBelow(out)].filter(([path]) => !isMembers(path));
  expect(written.map(([path]) => path).filter((path) => path.endsWith(".pdf"))).toHaveLength(meetings);
  const found = [await secretsIn(drawn[0] ?? [], [...written, ...openCache()])];
  for (const all of drawn.slice(1)) {
    for (const [i, each] of all.entries()) await write(i, each);
    const outputs = await publicOutputs(everyId);
    expect(outputs).toHaveLength(2 * meetings);
    const files = outputs.map(({ path, bytes }) => [path, Buffer.from(bytes)] as const);
    found.push(await secretsIn(all, files));
  }
  found.push(await secretsIn(drawn.at(-1) ?? [], openCache()));
  expect(found).toEqual([...drawn, null].map(() => []));
});

const secretsIn = async (
  all: readonly Secrets[],
  files: Iterable<readonly [string, Buffer]>,
): Promise<string[]> => {
  const text = await textOf(files);
  return all.flatMap(needlesOf).filter((needle) => text.includes(needle));
};

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
  const [secret] = drawn.at(-1) ?? [];
  if (secret === undefined) throw new Error("no secrets were drawn");
  await write(0, secret);
  const words = secret.body;
  const effects = effectsOn(root, await printing);
  const loaded = await load("data", effects.files);
  const path = `${idOf(0)}/agenda-pack.public.pdf`;
  const bytes = readFileSync(join(out, path));
  const leaking = async (files: readonly OutputFile[]): Promise<string[]> => {
    const problems = await problemsOf(() => refuseLeaks(files, [], loaded, effects));
    const folder = `data/meetings/${idOf(0)}/exempt/`;
    return problems.flatMap(({ place, message }) => (place.file.startsWith(folder) ? [message] : []));
  };
  const html = `<!doctype html><title>Agenda</title><!-- ${words} --><p>Words</p>`;
  const files: OutputFile[] = [{ path: "m/a comment.html", bytes: Buffer.from(html) }];
  for (const [way, , plant] of planted) {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    await plant(document, words);
    files.push({ path: `m/${way}.pdf`, bytes: await document.save() });
  }
  expect(files).toHaveLength(7);
  expect(await leaking([{ path, bytes }])).toEqual([]);
  const told = await leaking(files);
  const found = files
    .map(({ path }) => path)
    .filter((each) => told.some((message) => message.includes(each)));
  expect(found).toEqual(files.map(({ path }) => path));
});
