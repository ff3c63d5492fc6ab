import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { frontSheetView } from "../../src/document/pack/frontSheet.ts";
import { flowPaper } from "../../src/document/papers/paper.ts";
import { load } from "../../src/load.ts";
import { loadExempt } from "../../src/loadExempt.ts";
import { agendaLines } from "../../src/model/agenda.ts";
import { listen } from "../../src/pdf/listen.ts";

const root = join(import.meta.dirname, "..", "..");
const id = "2020-03-16-police-and-crime-panel";
const loaded = await load("data", sourceFiles(root));
const held = loaded.facts.meetings.get(id);
if (held === undefined) throw new Error("the sample lacks the Panel's meeting");
const whole = await loadExempt("data", loaded, held, sourceFilesWithExempt(root));
const exempt = [...whole.facts.papers.values()].filter(({ path }) => path === `${id}/exempt`);

test("the agenda of 16 March 2020 has the items, members, dates and modes that were printed", () => {
  const view = frontSheetView(loaded.facts, held, { edition: "public", supplement: null, draft: false });
  expect(view.rows.map(({ label }) => label)).toEqual(
    ["1", "1(1)", "1(2)", "1(3)", "1(4)", "2", "2(1)", "2(2)", "2(3)", "2(4)", "2(5)", "2(6)"].concat([
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
    ]),
  );
  expect(view.facts.map(({ text }) => text)).toEqual([
    "Monday 16 March 2020",
    "10.30 am",
    "Committee Room 2, Shire Hall",
  ]);
  expect(view.members).toHaveLength(12);
  expect(view.members.slice(0, 2)).toEqual([
    { name: "Councillor David Reilly", role: "Chair" },
    { name: "Councillor Derek Poole", role: "Vice-Chair" },
  ]);
  const said = view.rows
    .filter(({ cell }) => cell.said !== null)
    .map(({ label, cell }) => `${label} ${cell.said}`);
  expect(said).toEqual(["3 Verbal report", "4 Verbal report", "5 Verbal report", "10 Exempt", "11 Exempt"]);
  expect(view.futureMeetings?.dates).toEqual([
    "Thursday 18 June 2020",
    "Thursday 24 September 2020",
    "Thursday 19 November 2020",
    "Monday 1 February 2021",
    "Thursday 1 April 2021",
  ]);
  expect(view.exclusion?.resolution?.text).toContain(
    "items 10 and 11, because their presence would lead to the disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972",
  );
});

test("one item holds the minutes, their slides and a letter", () => {
  const minutes = agendaLines(held).find(({ item }) => item.label === "1(3)");
  expect(minutes?.refs.map(({ name }) => name.split("/")[1])).toEqual(["minutes", "slides", "letter"]);
});

test("the PDF from outside says that it was written for the sample, and can be heard", async () => {
  const file = join(root, "data/meetings", id, "papers/public-speaking-guidance.pdf");
  const heard = await listen(readFileSync(file), { pages: false });
  expect(heard.ok && heard.lines.slice(0, 3)).toEqual([
    "Title: Speaking at the Police and Crime Panel: guidance note",
    "Language: English (en-GB)",
    "2 pages",
  ]);
  expect(heard.ok && heard.lines.join(" ")).toContain("Written for the sample data of panelpack.");
});

describe("the exempt papers of the sample", () => {
  test.each(exempt.map((paper) => [paper.document, paper] as const))(
    "%s says first that it is invented",
    (_, paper) => {
      const { blocks } = flowPaper(whole.facts, paper).view;
      const first = blocks.find(({ kind }) => kind === "prose");
      expect(first?.kind === "prose" && first.prose.markdown).toMatch(
        /^Everything in (this paper|these minutes) is invented/,
      );
    },
  );

  test("hold odd strings that stand in no public source, so that a leak would show", () => {
    const hidden = exempt.map(
      ({ path, document }) => whole.sources.get(`data/meetings/${path}/${document}.md`)?.text,
    );
    const open = [...loaded.sources.values()].map(({ text }) => text).join("\n");
    const odd = [
      "£1,287,450",
      "QX/7731/TERMS-B",
      "Kestrel Wharf",
      "CV99 7ZX",
      "01632 960417",
      "PCP/C/2020/0244",
      "14 Larkspur Yard",
      "8806153",
    ];
    for (const words of odd) {
      expect(hidden.filter((text) => text?.includes(words))).toHaveLength(1);
      expect(open).not.toContain(words);
    }
  });
});
