import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Release, Released } from "../../src/model/released.ts";
import { panelpack } from "../support/cli.ts";
import { type Pack, readPack } from "../support/packPdf.ts";
import { buildMeeting, effectsOn, meetingFile, meetingId, openTestPrinter } from "../support/packs.ts";
import { meetingOnDisk, problemsOf } from "../support/project.ts";

const project = meetingOnDisk();
const { root } = project;
const printing = openTestPrinter();
afterAll(async () => {
  await (await printing).close();
  project.remove();
});

const pdf = (name: string): Buffer => readFileSync(join(root, "output", meetingId, `${name}.pdf`));
const packIn = (name: string): Promise<Pack> => readPack(pdf(name));
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const kept = join(root, "data/meetings", meetingId, "released.yaml");
const releases = (): readonly Release[] => (parse(readFileSync(kept, "utf8")) as Released).releases;
const release = (name: string, ...more: string[]) =>
  panelpack(root, "release", name, "--by", "The Clerk", ...more);
const build = async (options: Parameters<typeof buildMeeting>[2] = {}) =>
  buildMeeting(root, effectsOn(root, await printing), options);
const said = (pack: Pack): string => pack.pages.map(({ text }) => text).join("\n");

function edit(from: string, to: string): void {
  const text = readFileSync(join(root, meetingFile), "utf8");
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(join(root, meetingFile), text.replace(from, to));
}

const sheets = /This page is intentionally left blank/;

// What follows is one story: each test goes on from the one before it.
beforeAll(async () => {
  await build();
  expect(said(await packIn("agenda-pack.public"))).toContain("DRAFT");
});

test("a pack does not go out while a quarter's paper in it is a draft", async () => {
  const run = await release(meetingId);
  expect(run.status).toBe(1);
  expect(run.err).toContain(`2019-20-q3/review is in the pack of ${meetingId} and has not been released`);
  expect(run.err).toContain("Run `panelpack release 2019-20-q3/review --by NAME` first.");
  expect(existsSync(kept)).toBe(false);
});

test("a release takes DRAFT off every page, and writes down its numbers and the hash of all that is public", async () => {
  expect((await release("2019-20-q3/review")).status).toBe(0);
  const run = await release(meetingId);
  expect(run).toMatchObject({ status: 0, err: expect.not.stringContaining("bug") });
  expect(run.out).toContain("released by The Clerk");
  const pack = await packIn("agenda-pack.public");
  expect(said(pack)).not.toContain("DRAFT");
  const [one, ...more] = releases();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ document: "agenda-pack", by: "The Clerk", pages: pack.pages.length });
  expect(one?.last).toBe(pack.pages.at(-1)?.number);
  const files = one?.outputs.map(({ file }) => file) ?? [];
  expect(files[0]).toBe(`${meetingId}/agenda-pack.public.pdf`);
  expect(files).toEqual(expect.arrayContaining([`${meetingId}/minutes.pdf`, `${meetingId}/minutes.html`]));
  expect(files.filter((file) => /members|exempt|terms/.test(file))).toEqual([]);
  for (const { file, sha256: hash } of one?.outputs ?? [])
    expect(sha256(readFileSync(join(root, "output", file)))).toBe(hash);
  const agenda = pack.pages.slice(0, 2).flatMap(({ links }) => links.map(({ words }) => words));
  for (const { first, last } of one?.ranges ?? [])
    expect(agenda).toContain(first === last ? `${first}` : `${first} to ${last}`);
  expect(one?.ranges?.map(({ item }) => item)).toContain("1(2) Minutes and their slides");
});

test("a second release needs a reason", async () => {
  const before = readFileSync(kept, "utf8");
  const silent = await release(meetingId);
  expect(silent.status).toBe(2);
  expect(silent.err).toContain("give --reason to release a correction");
  expect(readFileSync(kept, "utf8")).toBe(before);
  expect((await release(meetingId, "--reason", "A name was wrong")).status).toBe(0);
  expect(releases().map(({ reason }) => reason ?? null)).toEqual([null, "A name was wrong"]);
  expect(releases()[1]?.outputs).toEqual(releases()[0]?.outputs);
});

const hashOf = (document: string): string =>
  releases().findLast((one) => one.document === document)?.outputs[0]?.sha256 ?? "";

test("the pack that is built again is the one that went out; members' is no draft either", async () => {
  await build();
  expect(sha256(pdf("agenda-pack.public"))).toBe(hashOf("agenda-pack"));
  expect(said(await packIn("agenda-pack.members"))).not.toContain("DRAFT");
});

test("a supplement goes on after the last page on an odd number, says what changed and why it is urgent", async () => {
  await build({ supplement: true });
  const [main, late] = [await packIn("agenda-pack.public"), await packIn("supplement-1.public")];
  const last = main.pages.at(-1)?.number ?? 0;
  const first = late.pages[0]?.number ?? 0;
  expect(first).toBe(last + (last % 2 === 0 ? 1 : 2));
  expect(late.pages.map(({ number, label }) => [number, label])).toEqual(
    late.pages.map((_, i) => [first + i, String(first + i)]),
  );
  const agenda = late.pages
    .filter(({ item, text }) => item === null && !sheets.test(text))
    .map(({ text }) => text)
    .join(" ");
  expect(agenda).toContain("Supplementary agenda 1");
  expect(agenda).toContain("Item 7, Plan for the winter: its paper is added");
  expect(agenda).toContain("Winter comes before the Panel meets again.");
  expect(agenda).toContain("every page number published before stands");
  const paper = late.pages.find(({ item }) => item === "Agenda Item 7");
  expect(paper?.text).toContain("Every station has a shovel");
  expect((paper?.number ?? 0) % 2).toBe(1);
  for (const { first: from, last: to } of releases().at(-1)?.ranges ?? [])
    expect(agenda).toContain(from === to ? String(from) : `${from} to ${to}`);
  expect(late.pages.filter(({ item }) => item !== null)).toHaveLength(1);
  expect(sha256(pdf("agenda-pack.public"))).toBe(hashOf("agenda-pack"));
});

test("a second supplement goes on from the first, and waits until that has gone out", async () => {
  edit("mode: to-follow", "paper: survey");
  edit(
    'items: ["7"] }',
    'items: ["7"] }\n  - { number: 2, date: 2019-11-27, urgency: The survey ends, items: ["5"] }',
  );
  writeFileSync(
    join(root, "data/meetings", meetingId, "survey.md"),
    "---\nkind: report\ntitle: Survey\ndate: 2019-11-26\nbody: opcc\n---\n\n## Answers\n\nMost were glad.\n",
  );
  const [problem] = await problemsOf(() => build({ supplement: true }));
  expect(problem).toMatchObject({
    place: { file: meetingFile },
    message: "supplement 2 goes on from the pages of supplement-1, which has not been released",
  });
  const run = await release(`${meetingId}/supplement-1`);
  expect(run).toMatchObject({ status: 0 });
  expect(releases().map(({ document }) => document)).toEqual(["agenda-pack", "agenda-pack", "supplement-1"]);
  await build({ supplement: true });
  const [one, two] = [await packIn("supplement-1.public"), await packIn("supplement-2.public")];
  expect(said(one)).not.toContain("DRAFT");
  expect(sha256(pdf("supplement-1.public"))).toBe(hashOf("supplement-1"));
  const last = one.pages.at(-1)?.number ?? 0;
  expect(two.pages[0]?.number).toBe(last + (last % 2 === 0 ? 1 : 2));
  expect(two.pages.find(({ item }) => item === "Agenda Item 5")?.text).toContain("Most were glad");
  const range = releases().at(-1)?.ranges?.[0];
  expect(range?.item).toBe("7 Plan for the winter");
  expect(said(two)).toContain(
    range?.first === range?.last ? `${range?.first}` : `${range?.first} to ${range?.last}`,
  );
});

test("what went out stands, whatever has come after it", async () => {
  await build();
  expect(sha256(pdf("agenda-pack.public"))).toBe(hashOf("agenda-pack"));
});
