import { describe, expect, test } from "@jest/globals";
import { load } from "../src/load.ts";
import { loadExempt } from "../src/loadExempt.ts";
import type { SourceFiles } from "../src/reading.ts";
import { people } from "./support/papers.ts";
import { type Change, inMemory, minimal, problemsOf } from "./support/project.ts";

const id = "2019-11-28-panel";
const folder = `data/meetings/${id}`;
const meeting = (papers: string): Change => ({
  file: `${folder}/meeting.yaml`,
  text: `body: panel\nkind: panel\ndate: 2019-11-28\nitems:\n  - label: "1"\n    title: Private\n    exempt: { paragraphs: [3], reason: R, publicInterest: P }\n    papers: [${papers}]\n`,
});
const minutes = (body = "panel"): Change => ({
  file: `${folder}/exempt/minutes.md`,
  text: `---\nkind: slides\ntitle: Private\ndate: 2019-11-28\nbody: ${body}\n---\n\n## One\n\nHidden.\n`,
});

/** The files, and every path that was asked for. */
function watched(files: SourceFiles): { readonly files: SourceFiles; readonly asked: string[] } {
  const asked: string[] = [];
  const noted =
    <T>(ask: (path: string) => T) =>
    (path: string): T => {
      asked.push(path);
      return ask(path);
    };
  return { files: { list: noted(files.list), read: noted(files.read) }, asked };
}

describe("exempt papers", () => {
  const project = (...changes: readonly Change[]) => inMemory(minimal(people, ...changes));
  const both = async (...changes: readonly Change[]) => {
    const files = project(...changes);
    const loaded = await load("data", files);
    const held = loaded.facts.meetings.get(id);
    if (held === undefined) throw new Error("the meeting was not loaded");
    return { loaded, work: () => loadExempt("data", loaded, held, files) };
  };

  test("are never asked for in a public load", async () => {
    const { files, asked } = watched(project(meeting("exempt/minutes"), minutes()));
    const { facts, sources } = await load("data", files);
    expect(asked.filter((path) => /\/exempt(\/|$)/.test(path))).toEqual([]);
    expect([...facts.papers.keys(), ...sources.keys()].filter((name) => name.includes("exempt"))).toEqual([]);
  });

  test("are added for the members, and what was loaded stays as it was", async () => {
    const { loaded, work } = await both(meeting("exempt/minutes"), minutes());
    const whole = await work();
    expect([...whole.facts.papers.keys()]).toEqual([...loaded.facts.papers.keys(), `${id}/exempt/minutes`]);
    expect(whole.sources.has(`${folder}/exempt/minutes.md`)).toBe(true);
    expect(loaded.facts.papers.has(`${id}/exempt/minutes`)).toBe(false);
    expect(loaded.sources.has(`${folder}/exempt/minutes.md`)).toBe(false);
  });

  test("that the agenda names and nobody has written are told, and their own mistakes", async () => {
    const { work } = await both(meeting("exempt/minuts, exempt/terms.pdf"), minutes("pannel"));
    expect(
      (await problemsOf(work)).map(({ place, message }) => `${place.line}:${place.column} ${message}`),
    ).toEqual([
      "8:14 there is no paper `exempt/minuts` in the folder of the meeting",
      "8:29 there is no paper `exempt/terms.pdf` in the folder of the meeting",
      "5:7 there is no body `pannel` in organisation.yaml",
    ]);
  });

  test("a PDF from outside is listed by its name, and one that is missing told", async () => {
    const open: Change = {
      file: `${folder}/meeting.yaml`,
      text: "body: panel\nkind: panel\ndate: 2019-11-28\nitems: [{ title: A, papers: [papers/note.pdf, papers/nota.pdf] }]\n",
    };
    const pdf: Change = { file: `${folder}/papers/note.pdf`, text: "%PDF-1.7" };
    const { files, asked } = watched(project(open, pdf));
    const problems = await problemsOf(() => load("data", files));
    expect(problems.map(({ message, hint }) => `${message}. ${hint}`)).toEqual([
      "there is no file `papers/nota.pdf` in the folder of the meeting. Did you mean `papers/note.pdf`?",
    ]);
    expect(asked.filter((path) => path.endsWith(".pdf"))).toEqual([]);
  });
});
