import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { publicCache } from "../../src/cacheFiles.ts";
import type { BuildEffects } from "../../src/effects.ts";
import type { SourceFiles } from "../../src/reading.ts";
import { panelpack } from "../support/cli.ts";
import { type Pack, readPack } from "../support/packPdf.ts";
import {
  buildMeeting,
  effectsOn,
  filesBelow,
  hashesBelow,
  meetingFile,
  meetingId,
  openTestPrinter,
} from "../support/packs.ts";
import { type Change, meetingOnDisk, problemsOf } from "../support/project.ts";

const printing = openTestPrinter();
const projects: { remove(): void }[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});
afterAll(async () => (await printing).close());

/** The fixture with some changes, and effects over it. */
async function opened(...changes: readonly Change[]): Promise<{ root: string; effects: BuildEffects }> {
  const project = meetingOnDisk(...changes);
  projects.push(project);
  return { root: project.root, effects: effectsOn(project.root, await printing) };
}

const inMeeting = (from: string, to: string): Change => ({ file: meetingFile, from, to });

const packIn = (root: string, name: string): Promise<Pack> =>
  readPack(readFileSync(join(root, "output", meetingId, `${name}.pdf`)));

describe("restrictedSheets: range", () => {
  const range = (pages: number): Change[] => [
    inMeeting("published:", "restrictedSheets: range\npublished:"),
    inMeeting("paragraphs: [3]", `paragraphs: [3]\n      pages: ${pages}`),
  ];

  test("one sheet stands in, and every open paper has the members' page numbers", async () => {
    const { root, effects } = await opened(...range(4));
    await buildMeeting(root, effects);
    const [open, members] = [
      await packIn(root, "agenda-pack.public"),
      await packIn(root, "agenda-pack.members"),
    ];
    const firstOf = ({ pages }: Pack, words: string) =>
      pages.findIndex(({ text }, page) => page > 1 && text.includes(words));
    const [sheet, terms] = [firstOf(open, "paper is restricted"), firstOf(members, "Terms")];
    const number = members.pages[terms]?.number ?? 0;
    expect(open.pages[sheet]).toMatchObject({ number, label: String(number), item: "Agenda Item 9" });
    expect(open.pages[sheet]?.text).toContain("It takes the place of 4 pages");
    expect(members.pages.slice(terms, terms + 4).every(({ text }) => text.includes("EXEMPT"))).toBe(true);
    expect(open.pages[sheet + 1]?.text).toContain("This page is intentionally left blank");
    const [after, afterThere] = [firstOf(open, "thanks the Panel"), firstOf(members, "thanks the Panel")];
    expect(after).toBe(sheet + 2);
    expect(open.pages[after]?.number).toBe(members.pages[afterThere]?.number);
    expect(open.pages[after]?.label).toBe(String(number + 4));
    expect(new Set(open.pages.map(({ number }) => number)).size).toBe(open.pages.length);
    const agenda = open.pages.slice(0, 2).flatMap(({ links }) => links.map(({ words }) => words));
    expect(agenda).toContain(`${number} to ${number + 3}`);
  });

  test.each([3, 5])("%d pages where members have 4 is a mistake, with the right number", async (pages) => {
    const { root, effects } = await opened(...range(pages));
    const [problem, ...more] = await problemsOf(() => buildMeeting(root, effects));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      place: { file: meetingFile },
      message: `the members’ papers of this item take 4 pages, not ${pages}`,
      hint: "Write `pages: 4`, so that both editions have the same numbers.",
    });
    const line = readFileSync(join(root, meetingFile), "utf8").split("\n")[(problem?.place.line ?? 0) - 1];
    expect(line).toContain(`pages: ${pages}`);
  });

  test("a sheet that is longer than the papers it stands for is a mistake too", async () => {
    const reason = "The terms are not settled and the other side reads what is published. ".repeat(90);
    const { root, effects } = await opened(...range(1), inMeeting("The terms are not settled.", reason));
    const problems = await problemsOf(() => buildMeeting(root, effects, { editions: ["public"] }));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the sheet that stands in for this item has \d pages, and keeps 1$/),
    ]);
  });
});

describe("an edition opens what it may see", () => {
  const isExempt = (path: string) => path.split("/").includes("exempt");

  /** Sources that write down what is asked of them. */
  const recorded = (files: SourceFiles, told: string[], name: string): SourceFiles => ({
    list: (path) => {
      told.push(`${name} ${path}`);
      return files.list(path);
    },
    read: (path) => {
      told.push(`${name} ${path}`);
      return files.read(path);
    },
  });
  const recording = (effects: BuildEffects, told: string[]): BuildEffects => ({
    ...effects,
    files: recorded(effects.files, told, "public"),
    exemptFiles: recorded(effects.exemptFiles, told, "exempt"),
    progress: (line) => told.push(`progress ${line}`),
  });

  test("the public edition opens nothing exempt until all is made and is searched for leaks", async () => {
    const { root, effects } = await opened();
    await buildMeeting(root, effects);
    const before = hashesBelow(join(root, "output"));
    const told: string[] = [];
    await buildMeeting(root, recording(effects, told), { editions: ["public"] });
    const searching = told.findIndex((line) => line.includes("searching the public files"));
    const linking = told.findLastIndex((line) => line.includes("linking"));
    const firstExempt = told.findIndex(isExempt);
    expect(linking).toBeGreaterThan(0);
    expect(searching).toBeGreaterThan(linking);
    expect(firstExempt).toBeGreaterThan(linking);
    expect(told.filter((line) => line.startsWith("public") && isExempt(line))).toEqual([]);
    expect(hashesBelow(join(root, "output"))).toEqual(before);
  });

  test("the members' edition opens it by the way for members alone", async () => {
    const { root, effects } = await opened();
    const told: string[] = [];
    await buildMeeting(root, recording(effects, told), { editions: ["members"] });
    expect(told).toContain(`exempt data/meetings/${meetingId}/exempt/terms.md`);
    expect(told.filter((line) => line.startsWith("public") && isExempt(line))).toEqual([]);
    expect(Object.keys(hashesBelow(join(root, "output")))).not.toContain(
      `${meetingId}/agenda-pack.public.pdf`,
    );
  });

  test("what is made of exempt papers is kept apart, where the public cache refuses", async () => {
    const { root, effects } = await opened();
    await buildMeeting(root, effects);
    const kept = [...filesBelow(join(root, "cache")).keys()];
    expect(kept.some((path) => path.startsWith("exempt/") && path.includes("terms"))).toBe(true);
    expect(kept.filter((path) => path.includes("terms") && !path.startsWith("exempt/"))).toEqual([]);
    const cache = publicCache(join(root, "cache"));
    await expect(cache.read(kept.find((path) => path.startsWith("exempt/")) ?? "")).rejects.toThrow(
      "exempt papers",
    );
    const before = hashesBelow(join(root, "output"));
    rmSync(join(root, "cache", "exempt"), { recursive: true });
    await buildMeeting(root, effects, { editions: ["public"] });
    expect(hashesBelow(join(root, "output"))).toEqual(before);
    // The search for leaks keeps what it found in public files, by numbers, and nothing of what it searched for.
    const left = [...filesBelow(join(root, "cache"))].filter(([path]) => path.startsWith("exempt/"));
    expect(left.map(([path]) => path.replace(/\w+\.json$/, ""))).toEqual(left.map(() => "exempt/leaks/"));
    const words = /quillfeather|bramblecote|bailiff|481,250|395,700|WP\/4471/gi;
    expect(left.flatMap(([, bytes]) => String(bytes).match(words) ?? [])).toEqual([]);
  });
});

describe("mistakes", () => {
  test("all wrong names of papers are told at once, with file, line and a way out", async () => {
    const { root, effects } = await opened(
      inMeeting("papers: [minutes, slides]", "papers: [minute, slides]"),
      inMeeting("papers/guidance.pdf", "papers/guidence.pdf"),
    );
    const problems = await problemsOf(() => buildMeeting(root, effects));
    expect(problems).toHaveLength(2);
    for (const { place, hint } of problems) {
      expect(place).toMatchObject({ file: meetingFile });
      expect(hint).toMatch(/Did you mean `(minutes|papers\/guidance\.pdf)`/);
    }
  });

  test("a wrong name in exempt/ is told by the members' build", async () => {
    const { root, effects } = await opened(inMeeting("exempt/terms", "exempt/term"));
    const [problem] = await problemsOf(() => buildMeeting(root, effects));
    expect(problem).toMatchObject({
      place: { file: meetingFile },
      message: "there is no paper `exempt/term` in the folder of the meeting",
      hint: "Did you mean `exempt/terms`?",
    });
  });

  test("all PDFs that cannot go into a pack are told at once, with file, line and what can be done", async () => {
    const { root, effects } = await opened(
      inMeeting("paper: papers/guidance.pdf }", "papers: [papers/password.pdf, papers/pages-loop.pdf] }"),
    );
    for (const name of ["password.pdf", "pages-loop.pdf"])
      copyFileSync(
        join(import.meta.dirname, "../fixtures/outside", name),
        join(root, "data/meetings", meetingId, "papers", name),
      );
    const problems = await problemsOf(() => buildMeeting(root, effects));
    expect(problems.map(({ message }) => message.split(":")[0])).toEqual([
      expect.stringMatching(/^papers\/password\.pdf cannot go into a pack/),
      expect.stringMatching(/^papers\/pages-loop\.pdf cannot go into a pack/),
    ]);
    const lines = readFileSync(join(root, meetingFile), "utf8").split("\n");
    for (const { place, hint } of problems) {
      expect(place.file).toBe(meetingFile);
      expect(lines[place.line - 1]).toContain("papers/password.pdf, papers/pages-loop.pdf");
      expect(hint).toMatch(/\w+ .*\./);
    }
    expect(existsSync(join(root, "output", meetingId))).toBe(false);
  });

  test("a paper that cannot be printed ends the build, and no browser prints after it", async () => {
    const { root, effects } = await opened({
      file: `data/meetings/${meetingId}/minutes.md`,
      from: "Nobody was late.",
      to: "See [the budget](budget.md).",
    });
    const { printer, browser } = await effects.printer();
    let prints = 0;
    const counted = {
      ...printer,
      print: (...given: Parameters<typeof printer.print>) => {
        prints += 1;
        return printer.print(...given);
      },
    };
    const failing = buildMeeting(root, { ...effects, printer: async () => ({ printer: counted, browser }) });
    await expect(failing).rejects.toThrow("the link to budget.md leads nowhere");
    const atTheEnd = prints;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(prints).toBe(atTheEnd);
    expect(prints).toBeLessThan(4);
  });

  test("another word for an edition ends with 2", async () => {
    const { root } = await opened();
    expect(await panelpack(root, "build", meetingId, "--edition", "pubic")).toEqual({
      status: 2,
      out: "",
      err: "panelpack: --edition takes public or members, not pubic\nSee panelpack --help.\n",
    });
  });

  test("a supplement of a pack that has not gone out is refused", async () => {
    const { root, effects } = await opened();
    const [problem] = await problemsOf(() => buildMeeting(root, effects, { supplement: true }));
    expect(problem).toMatchObject({
      place: { file: meetingFile },
      message: "supplement 1 goes on from the pages of agenda-pack, which has not been released",
      hint: `Run \`panelpack release ${meetingId}/agenda-pack --by NAME\` first.`,
    });
  });
});
