import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openMemory } from "../../src/memory.ts";
import type { Printer } from "../../src/pdf/printer.ts";
import { type Pack, readPack } from "../support/packPdf.ts";
import {
  buildMeeting,
  effectsOn,
  filesBelow,
  hashesBelow,
  meetingId,
  openTestPrinter,
} from "../support/packs.ts";
import { meetingOnDisk } from "../support/project.ts";

const project = meetingOnDisk();
const { root } = project;
const out = join(root, "output");
const effects = async () => effectsOn(root, await printing);
const printing: Promise<Printer> = openTestPrinter();
const packs = new Map<"public" | "members", Pack>();
const pack = (edition: "public" | "members"): Pack => {
  const found = packs.get(edition);
  if (found === undefined) throw new Error("nothing was built");
  return found;
};
let fromNothing = new Map<string, Buffer>();
let hashes: Record<string, string> = {};

beforeAll(async () => {
  await buildMeeting(root, await effects());
  fromNothing = filesBelow(out);
  hashes = hashesBelow(out);
  for (const edition of ["public", "members"] as const)
    packs.set(
      edition,
      await readPack(fromNothing.get(`${meetingId}/agenda-pack.${edition}.pdf`) ?? new Uint8Array()),
    );
});
afterAll(async () => {
  await (await printing).close();
  project.remove();
});

/** The items that have papers: label, the title on the agenda, and words of the first page of each document. */
const items = [
  ["1(2)", "Minutes and their slides", ["There were none", "Slides"]],
  ["1(3)(a)", "Budget", ["What was spent"]],
  ["PCP 3/12", "Review of the quarter", ["answered every letter"]],
  ["3", "How to speak", ["Write to the clerk"]],
  ["9", "Terms that are still open", ["Terms"]],
  [null, "Closing words", ["thanks the Panel"]],
] as const;

describe.each(["public", "members"] as const)("the %s pack", (edition) => {
  /** The pages on which the documents of an item begin, counted from 0. */
  const starts = ([label, , words]: (typeof items)[number]): number[] =>
    pack(edition).pages.flatMap(({ item, text }, page) =>
      page > 1 &&
      item === (label === null ? null : `Agenda Item ${label}`) &&
      words.some((said) => text.includes(said))
        ? [page]
        : [],
    );

  test("numbers every page once, and labels it with that number", () => {
    const { pages } = pack(edition);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
    expect(pages.map(({ label }) => label)).toEqual(pages.map(({ number }) => String(number)));
  });

  test("has each document on an odd page under its item, and a blank page with its words only before one", () => {
    const { pages } = pack(edition);
    const found = items.map(starts);
    expect(found.map((each) => each.length)).toEqual(items.map(([, , words]) => words.length));
    for (const start of found.flat()) expect(pages[start]?.number).toBe(start + 1 - (start % 2));
    const blank = pages.flatMap(({ text }, i) =>
      text.includes("This page is intentionally left blank") ? [i] : [],
    );
    expect(blank.length).toBeGreaterThan(3);
    for (const page of blank) expect([page % 2, found.flat().includes(page + 1)]).toEqual([1, true]);
    expect(pages.filter(({ item }) => item !== null)).toHaveLength(found.flat().length - 1);
  });

  test("prints on its agenda the ranges that are found by searching it, each a link to its first page", () => {
    const { pages } = pack(edition);
    const begins = [...items.map((item) => starts(item)[0] ?? -1), pages.length];
    const links = pages.slice(0, 2).flatMap((page) => page.links);
    const numbers = links.filter(({ words }) => /^\d+( to \d+)?$/.test(words));
    const wanted = items.map(([, title], i) => {
      const [first, last] = [pages[begins[i] ?? -1]?.number, pages[(begins[i + 1] ?? 0) - 1]?.number];
      return { title, range: first === last ? `${first}` : `${first} to ${last}`, page: begins[i] };
    });
    expect(numbers.filter(({ page }) => page > 1)).toEqual(
      wanted.map(({ range, page }) => ({ words: range, page })),
    );
    expect(links.filter(({ page, words }) => page > 1 && /[a-z]{3}/.test(words))).toEqual(
      wanted.map(({ title, page }) => ({ words: title, page })),
    );
    for (const { page, words } of numbers) expect(pages[page]?.number).toBe(Number.parseInt(words, 10));
  });

  test("says of an item without papers why it has none", () => {
    const agenda = pack(edition)
      .pages.slice(0, 2)
      .map(({ text }) => text)
      .join(" ");
    expect(agenda).toMatch(/Grant Verbal report/);
    expect(agenda).toMatch(/Survey To follow/);
    expect(agenda).toMatch(/Plan for the winter To follow/);
    expect(agenda).toMatch(/Estate Deferred/);
    expect(agenda).toContain("Deferred until 3 February 2020");
  });

  test("has the agenda and every document in its outline, in order, with their own headings below", () => {
    const { outline, pages } = pack(edition);
    expect(outline.map(({ title }) => title)).toEqual([
      "Agenda",
      "1(2) Minutes",
      "1(2) Slides",
      "1(3)(a) Budget",
      "PCP 3/12 Review of the Quarter",
      "3 How to Speak",
      edition === "public" ? "9 Restricted: Terms that are still open" : "9 Terms",
      "Closing Words",
    ]);
    expect(outline.map(({ page }) => page)).toEqual([0, ...items.flatMap(starts)]);
    const budget = outline[3];
    const titles = JSON.stringify(budget?.below);
    expect(titles).toMatch(/What was spent.*On people/);
    for (const entry of outline) for (const { page } of entry.below) expect(pages[page]).toBeDefined();
  });

  test("says DRAFT on every page but blank ones, and whose edition it is", () => {
    for (const { text } of pack(edition).pages) {
      const blank = text.includes("This page is intentionally left blank");
      expect([text, text.includes("DRAFT")]).toEqual([text, !blank]);
      expect([text, text.includes("Members’ edition: not for publication")]).toEqual([
        text,
        edition === "members",
      ]);
    }
    expect(pack(edition).title).toBe(
      `Agenda pack: Marlshire Police and Crime Panel, 28 November 2019 (${edition === "public" ? "public edition" : "members’ edition, not for publication"})`,
    );
  });
});

describe("what is exempt", () => {
  const pagesOf = (edition: "public" | "members") =>
    pack(edition).pages.filter(({ text }) => /Quillfeather|395,700|bailiff/.test(text));

  test("is in the members' pack, and says so on every page", () => {
    expect(pagesOf("members")).toHaveLength(3);
    for (const { text } of pagesOf("members")) expect(text).toContain("EXEMPT: paragraph 3");
  });

  test("has a sheet in its place in the public pack, which says why", () => {
    expect(pagesOf("public")).toEqual([]);
    const sheet = pack("public").pages.find(({ item }) => item === "Agenda Item 9");
    expect(sheet?.text).toContain("This paper is restricted. It is not in the public edition.");
    expect(sheet?.text).toContain("By virtue of paragraph 3 of Part 1 of Schedule 12A");
    expect(sheet?.text).toContain("A better price serves everyone.");
  });
});

type Reports = {
  documents: {
    document: string;
    standards?: string[];
    inputs: { file: string }[];
    outputs: { file: string }[];
  }[];
};

test("build.json tells of the public pack, build.members.json of the members', with their standards and inputs", () => {
  const read = (name: string): Reports =>
    JSON.parse(String(fromNothing.get(`${meetingId}/${name}`))) as Reports;
  const find = (name: string) =>
    read(name).documents.find(({ document }) => document === `${meetingId}/agenda-pack`);
  const [open, members] = [find("build.json"), find("build.members.json")];
  expect([open?.standards, members?.standards]).toEqual([
    ["PDF/UA-1", "PDF/A-2a"],
    ["PDF/UA-1", "PDF/A-2a"],
  ]);
  expect(open?.outputs.map(({ file }) => file)).toEqual([`${meetingId}/agenda-pack.public.pdf`]);
  expect(members?.outputs.map(({ file }) => file)).toEqual([`${meetingId}/agenda-pack.members.pdf`]);
  const inputs = (report: typeof open): string[] => report?.inputs.map(({ file }) => file) ?? [];
  for (const file of ["meeting.yaml", "minutes.md", "papers/guidance.pdf"])
    expect(inputs(open)).toContain(`data/meetings/${meetingId}/${file}`);
  expect(String(fromNothing.get(`${meetingId}/build.json`))).not.toContain("exempt/");
  expect(inputs(members)).toEqual([...inputs(open), `data/meetings/${meetingId}/exempt/terms.md`].sort());
});

describe("bytes", () => {
  const budget = join(root, "data/meetings", meetingId, "papers/budget.md");
  const original = readFileSync(budget, "utf8");
  const edited = `${original}\n## One more\n\nA line.\n`;

  /** What a build gives that has nothing to go by. */
  async function afresh(): Promise<Record<string, string>> {
    rmSync(join(root, "cache"), { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    await buildMeeting(root, await effects());
    return hashesBelow(out);
  }

  async function warm(): Promise<Record<string, string>> {
    await buildMeeting(root, await effects());
    return hashesBelow(out);
  }

  test("are the same from nothing, warm, after an edit and after its undo", async () => {
    expect(await warm()).toEqual(hashes);
    writeFileSync(budget, edited);
    const afterEdit = await warm();
    expect(afterEdit).not.toEqual(hashes);
    writeFileSync(budget, original);
    expect(await warm()).toEqual(hashes);
    writeFileSync(budget, edited);
    expect(await afresh()).toEqual(afterEdit);
    writeFileSync(budget, original);
    expect(await afresh()).toEqual(hashes);
  });

  test("are the same in a process that remembers its builds, with and without what is kept on disk", async () => {
    const remembering = { ...(await effects()), memory: openMemory() };
    const again = async (): Promise<Record<string, string>> => {
      await buildMeeting(root, remembering);
      return hashesBelow(out);
    };
    expect(await again()).toEqual(hashes);
    writeFileSync(budget, edited);
    const afterEdit = await again();
    rmSync(join(root, "cache"), { recursive: true, force: true });
    expect(await again()).toEqual(afterEdit);
    writeFileSync(budget, original);
    expect(await again()).toEqual(hashes);
    writeFileSync(budget, edited);
    expect(await afresh()).toEqual(afterEdit);
    writeFileSync(budget, original);
    expect(await afresh()).toEqual(hashes);
  });

  test("of the public pack are the same where members' packs are never built", async () => {
    rmSync(join(root, "cache"), { recursive: true, force: true });
    await buildMeeting(root, await effects(), { editions: ["public"] });
    const name = `${meetingId}/agenda-pack.public.pdf`;
    expect(hashesBelow(out)[name]).toBe(hashes[name]);
  });
});
