import { describe, expect, test } from "@jest/globals";
import { agendaLines } from "../../src/model/agenda.ts";
import { check } from "../../src/model/check.ts";
import { Meeting } from "../../src/model/meeting.ts";
import { readYaml } from "../../src/sources/yaml.ts";

const head = ["body: panel", "kind: panel", "date: 2020-03-16"];

function read(lines: readonly string[]) {
  const yaml = readYaml({ file: "meeting.yaml", text: [...head, ...lines, ""].join("\n") });
  if (!yaml.ok) throw new Error("the test's YAML cannot be read");
  return check(Meeting, yaml.value);
}

/** The problems of a meeting, as "line message" with the head's lines left out of the count. */
function told(...lines: readonly string[]): string[] {
  const checked = read(lines);
  return checked.ok ? [] : checked.problems.map((p) => `${p.place.line - head.length} ${p.message}`);
}

function linesOf(...lines: readonly string[]) {
  const checked = read(lines);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join("; "));
  return agendaLines({ id: "a-meeting", meeting: checked.value });
}

describe("the lines of an agenda", () => {
  const lines = linesOf(
    "items:",
    "  - { label: '1', title: General, items: [{ label: '1(1)', title: Apologies }, { title: A, items: [{ title: B }] }] }",
    "  - { label: PCP 3/12, title: Report, papers: [report, { paper: papers/a-note.pdf, author: Home Office }] }",
    "  - label: '10'",
    "    title: Private",
    "    exempt: { confidential: true, reason: Terms. }",
    "    items: [{ title: Minutes, papers: [exempt/minutes, exempt/terms.pdf] }]",
  );

  test("stand depth first, each with its position for a key, its level and its place", () => {
    expect(lines.map(({ key, level, path }) => `${key} ${level} ${path.join(".")}`)).toEqual([
      "item-1 1 items.0",
      "item-1-1 2 items.0.items.0",
      "item-1-2 2 items.0.items.1",
      "item-1-2-1 3 items.0.items.1.items.0",
      "item-2 1 items.1",
      "item-3 1 items.2",
      "item-3-1 2 items.2.items.0",
    ]);
  });

  test("say what each paper's name stands for, and where it is written", () => {
    expect(lines.flatMap(({ refs }) => refs)).toMatchObject([
      { kind: "paper", target: "a-meeting/report", path: ["items", 1, "papers", 0] },
      { kind: "outside", file: "papers/a-note.pdf", author: "Home Office", acceptLosingSignature: false },
      { kind: "exempt-paper", document: "minutes" },
      { kind: "exempt-outside", file: "exempt/terms.pdf", name: "exempt/terms.pdf" },
    ]);
  });

  test("are exempt with the item they stand within", () => {
    expect(lines.filter(({ exempt }) => exempt?.confidential).map(({ key }) => key)).toEqual([
      "item-3",
      "item-3-1",
    ]);
  });

  test.each([
    ["02-report", "a-meeting/02-report"],
    ["papers/02-report", "a-meeting/02-report"],
    ["2019-20-q3/opcc-scrutiny", "2019-20-q3/opcc-scrutiny"],
    ["correspondence/2018-04-16-home-secretary/letter", "correspondence/2018-04-16-home-secretary/letter"],
  ])("the office's paper %s has the address %s", (name, target) => {
    expect(linesOf(`items: [{ title: A, paper: ${name} }]`)[0]?.refs).toMatchObject([{ target }]);
  });
});

describe("a mistake in an agenda is told at its place", () => {
  const exempt = "{ paragraphs: [3], reason: R, publicInterest: P }";
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "a paper with its ending",
      ["items: [{ title: A, paper: report.md }]"],
      ["items.0.paper.paper: write the name without its ending: `report`"],
    ],
    [
      "a PDF beside the meeting",
      ["items: [{ title: A, papers: [note.pdf] }]"],
      [
        "items.0.papers.0.paper: put the PDF into the folder papers/ of this meeting and write `papers/note.pdf`",
      ],
    ],
    [
      "a way out of the folder",
      ["items: [{ title: A, paper: ../other/report }]"],
      [
        "items.0.paper.paper: write a folder and a name, without dots and empty parts, e.g. papers/guidance-note.pdf",
      ],
    ],
    [
      "an exempt paper of another meeting",
      ["items: [{ title: A, paper: other/exempt/minutes }]"],
      [
        "items.0.paper.paper: exempt papers lie in the folder exempt/ of this meeting: write e.g. exempt/exempt-minutes",
      ],
    ],
    [
      "an exempt paper under an open item",
      ["items: [{ title: A, paper: exempt/minutes }]"],
      [
        "items.0.paper: `exempt/minutes` lies in exempt/, and the item is open: add `exempt:` to the item, or move the paper",
      ],
    ],
    [
      "an open paper under an exempt item",
      [`items: [{ title: A, exempt: ${exempt}, paper: minutes }]`],
      ["items.0.paper: `minutes` does not lie in exempt/, where public builds cannot open it: move it there"],
    ],
    [
      "a key of a paper with a slip",
      ["items: [{ title: A, papers: [{ paper: report, titel: B }] }]"],
      ["items.0.papers.0: `titel` is not a key that is known here"],
    ],
    [
      "a mode beside papers",
      ["items: [{ title: A, paper: report, mode: verbal }]"],
      ["items.0.mode: an item has papers or is verbal: take one of the two out"],
    ],
    [
      "a withdrawn item without a reason, and a deferred one without an end",
      ["items: [{ title: A, mode: withdrawn }, { title: B, mode: deferred }]"],
      [
        "items.0.mode: add `reason`: why the item is withdrawn, as the agenda prints it",
        "items.1.mode: add `until`: the date, or the words, to which the item is deferred",
      ],
    ],
    [
      "a paragraph that Schedule 12A does not have",
      ["items: [{ title: A, exempt: { paragraphs: [8], reason: R, publicInterest: P } }]"],
      ["items.0.exempt.paragraphs.0: Part 1 of Schedule 12A has paragraphs 1 to 7"],
    ],
    [
      "neither paragraphs nor confidential, and both",
      [
        `items: [{ title: A, exempt: { reason: R } }, { title: B, exempt: { confidential: true, paragraphs: [1], reason: R, publicInterest: P } }]`,
      ],
      [0, 1].map(
        (i) =>
          `items.${i}.exempt: give the \`paragraphs\` of Schedule 12A, e.g. [3], or \`confidential: true\`, and not both`,
      ),
    ],
    [
      "an exemption without its public interest",
      ["items: [{ title: A, exempt: { paragraphs: [1, 2], reason: R } }]"],
      [
        "items.0.exempt: add `publicInterest`: why the public interest in exemption outweighs that in disclosure",
      ],
    ],
    [
      "a kept range without its pages",
      [`restrictedSheets: range`, `items: [{ title: A, exempt: ${exempt}, paper: exempt/minutes }]`],
      [
        "items.0: add `pages` to `exempt`: `restrictedSheets: range` keeps that many page numbers in the public pack",
      ],
    ],
    [
      "four levels of items",
      ["items: [{ title: A, items: [{ title: B, items: [{ title: C, items: [{ title: D }] }] }] }]"],
      ["items.0.items.0.items.0.items.0: an agenda has at most three levels of items"],
    ],
    [
      "two items that cover the exclusion",
      ["items: [{ title: A, covers: exclusion }, { title: B, covers: exclusion }]"],
      ["items.1.covers: another item covers `exclusion` already"],
    ],
    [
      "dates in the wrong order",
      [
        "published: 2020-03-16",
        "preElection: { from: 2020-05-07, to: 2020-03-30 }",
        "futureDates: [2020-03-01]",
      ],
      [
        "published: the agenda goes out before the meeting of 2020-03-16",
        "preElection: the period ends before it begins",
        "futureDates.0: write a day after 2020-03-16",
      ],
    ],
  ])("%s", (_, lines, messages) => {
    expect(told(...lines).map((line) => line.replace(/^\d+ /, ""))).toEqual(messages);
  });

  test("supplements that name no item, two of a name, one without papers, one twice, and out of order", () => {
    const items =
      "items: [{ label: '6', title: A, paper: a }, { label: '7', title: B, paper: b }, { label: '7', title: C }, { label: '8', title: D }]";
    expect(
      told(
        items,
        "supplements:",
        "  - { number: 1, date: 2020-03-10, urgency: U, items: ['6', '9', '7'] }",
        "  - { number: 3, date: 2020-03-17, urgency: U, items: ['6', '8'] }",
      ),
    ).toEqual([
      "3 supplements.0.items.1: there is no item 9 on the agenda",
      "3 supplements.0.items.2: there are 2 items 7 on the agenda",
      "4 supplements.1.number: number the supplements 1, 2, 3: this is 2",
      "4 supplements.1.items.0: item 6 is in supplement 1 already",
      "4 supplements.1.items.1: item 8 has no papers: name them there, and they come out in the supplement",
      "4 supplements.1.date: a supplement goes out after the agenda and by the day of the meeting",
    ]);
  });

  test("a supplement without the Chair's reason for urgency", () => {
    expect(told("supplements: [{ number: 1, date: 2020-03-10, items: ['6'] }]")).toEqual([
      "1 supplements.0.urgency: add the key `urgency` (words)",
    ]);
  });
});
