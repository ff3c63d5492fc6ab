import { describe, expect, test } from "@jest/globals";
import { type Change, minimal, paper } from "../support/project.ts";
import { measure } from "../support/register.ts";
import { sectionOf, summaryOf } from "../support/summary.ts";

const section = `${paper}/01-burglary.md`;

async function notesOf(id: string, ...changes: readonly Change[]): Promise<string[]> {
  return sectionOf(await summaryOf(...changes), id).notes.map(
    (n) => `${n.number} ${n.id} ${n.prose.markdown}`,
  );
}

const exceptional =
  "Exceptional means outside the limits of an XmR chart (average ± 2.66 × average moving range), and nothing else.";

describe("the notes of a section", () => {
  test("number the generated ones first, then the author's in their order", async () => {
    const two = { file: section, from: "[^doors]: Of", to: "[^second]: A second note.\n\n[^doors]: Of" };
    expect(await notesOf("burglary", two)).toEqual([
      `1 note-burglary-1 ${exceptional}`,
      "2 note-burglary-2 A second note.",
      "3 note-burglary-3 Of the two districts there, Hilltop had 15.",
    ]);
  });

  test("are pointed to by their numbers", async () => {
    const made = sectionOf(await summaryOf(), "burglary");
    const topic = made.blocks.find((b) => b.kind === "topic");
    expect(topic?.kind === "topic" && topic.prose.markdown).toContain("an increase.[^2:note-burglary-2]");
    expect(made.headline.verdict?.note).toEqual({ number: 1, id: "note-burglary-1" });
  });

  test("say what estimated months are where a measure has some, seen by the paper", async () => {
    expect((await notesOf("response-time"))[1]).toMatch(
      /^2 note-response-time-2 Hollow points and figures marked \[e\] are estimates/,
    );
    const file = "data/measures/burglary.csv";
    const rows = (minimal().get(file) ?? "").trimEnd().split("\n");
    const text = [
      ...rows.map((row, i) => `${row},${i === 0 ? "status" : ""}`),
      "2019-12,,50,estimated",
      "",
    ].join("\n");
    expect(await notesOf("burglary", { file, text })).toHaveLength(2);
  });

  test("tell each step of a baseline, with who confirmed it", async () => {
    const baseline: Change = {
      file: "data/measures/burglary.yaml",
      from: "periods: month\n",
      to: "periods: month\nbaselines:\n  - { start: 2018-10, reason: More were recorded., confirmedBy: The team, confirmedOn: 2019-07-01 }\n",
    };
    expect((await notesOf("burglary", baseline))[1]).toBe(
      "2 note-burglary-2 Burglary: the average and limits restart in October 2018. More were recorded. Confirmed by The team, 1 July 2019.",
    );
  });

  test("tell what was revised, from what, and when it became known", async () => {
    const rows = [
      "period,value,status,was,revised",
      "2019-10,1200,revised,1150,2019-11-20",
      "2019-11,1300,revised,1400,2019-12-02",
    ];
    const thefts = {
      file: `${paper}/04-thefts.md`,
      text: "---\nmeasure: thefts\ninclude: monthly\nknow: Nothing\n---\n",
    };
    const notes = await notesOf("thefts", ...measure("thefts", rows), thefts);
    expect(notes.at(-1)).toBe(
      "1 note-thefts-1 Thefts, Marlshire, October 2019: revised [r] from 1,150 to 1,200 on 20 November 2019.",
    );
    expect(notes).toHaveLength(1);
  });

  test("tell where parts do not add up, and why, where a table shows them", async () => {
    const differ: readonly Change[] = [
      { file: "data/measures/burglary.csv", from: "2019-11,south,20", to: "2019-11,south,21" },
      {
        file: "data/measures/burglary.yaml",
        from: "periods: month\n",
        to: "periods: month\ndifferences: [{ period: 2019-11, of: areas, reason: One case is counted in both. }]\n",
      },
    ];
    const notes = await notesOf("burglary", ...differ);
    expect(notes[1]).toMatch(/^2 note-burglary-2 .*add up.*burglary.*one case is counted in both\.$/i);
    const table = sectionOf(await summaryOf(...differ), "burglary").blocks.find((b) => b.kind === "table");
    expect(table?.kind === "table" && table.what).toMatch(/\(note\s2\)$/);
  });
});

describe("a sentence of the author's own", () => {
  test("takes the place of the generated one, with its figures filled in", async () => {
    const own: Change = {
      file: section,
      from: "---\n\n{{chart",
      to: 'say:\n  lead: "{{burglary}} homes, {{burglary.change|words}}."\n  areas: Most of them in the North.[^doors]\n---\n\n{{chart',
    };
    const made = sectionOf(await summaryOf(own), "burglary");
    expect([made.lead, made.areas?.markdown]).toEqual([
      "54 homes, an increase.",
      "Most of them in the North.[^2:note-burglary-2]",
    ]);
  });
});
