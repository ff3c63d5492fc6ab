import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";
import { paperFile, people, responseHead, scrutinyBody, scrutinyHead } from "../support/papers.ts";
import { onDisk } from "../support/project.ts";

const answers = [
  "{{answer burglary}}",
  "",
  "Two series ended.",
  "",
  "{{answer rui.a}}",
  "",
  "No.",
  "",
  "{{answer rui.b}}",
  "",
  "Monthly reviews.",
  "",
];
const minutes = [
  "kind: minutes",
  "title: Minutes",
  "date: 2019-11-04",
  "body: panel",
  "status: draft",
  "attendance: { groups: [{ body: panel, people: [Ada North] }] }",
];
const project = onDisk(
  people,
  paperFile("scrutiny", scrutinyHead, scrutinyBody),
  paperFile("response", responseHead, answers),
  paperFile("minutes", minutes, ['{{action owner="Ben South" due=2019-12-01}}', "", "Write to the force."]),
);
afterAll(() => project.remove());

const folder = join(project.root, "data", "quarters", "2019-20-q3");

/** The check with one file changed, which stands as it was afterwards. */
async function checkWith(name: string, from: string, to: string) {
  const file = join(folder, name);
  const before = readFileSync(file, "utf8");
  expect(before.split(from)).toHaveLength(2);
  writeFileSync(file, before.replace(from, to));
  const run = await panelpack(project.root, "check");
  writeFileSync(file, before);
  return run;
}

describe("panelpack check on papers", () => {
  test("finds nothing wrong in a whole chain", async () => {
    const { status, out, err } = await panelpack(project.root, "check");
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("2019-20-q3/questions-and-actions");
  });

  test.each([
    [
      "an answer",
      "response.md",
      "{{answer burglary}}\n\nTwo series ended.\n\n",
      "",
      /response\.md:\d+ .*question 1 \(Burglary\) is not answered/,
    ],
    [
      "a part of an answer",
      "response.md",
      "{{answer rui.b}}\n\nMonthly reviews.\n",
      "",
      /part \(b\) of question 2 \(Released under investigation\) is not answered/,
    ],
    [
      "the owner of an action",
      "minutes.md",
      ' owner="Ben South"',
      "",
      /minutes\.md:10 this action has no owner: write owner="Name"/,
    ],
    [
      "the id of a question",
      "scrutiny.md",
      "{{question rui ",
      "{{question bail ",
      /response\.md:\d+ .*asks no question `rui`/,
    ],
    [
      "the order of answers",
      "response.md",
      "{{answer rui.a}}\n\nNo.\n\n{{answer rui.b}}",
      "{{answer rui.b}}\n\nNo.\n\n{{answer rui.c}}",
      /question `rui` has no part \(c\)/,
    ],
    [
      "safe text",
      "response.md",
      "Monthly reviews.",
      "<script>x</script>",
      /response\.md:\d+:1 HTML cannot stand in a paper/,
    ],
  ])("without %s stops with 1, names the place, and shows no stack", async (_, name, from, to, says) => {
    const { status, out, err } = await checkWith(name, from, to);
    expect(status).toBe(1);
    expect(`${out}${err}`).toMatch(says);
    expect(err).not.toMatch(/ at .*\.ts:\d+/);
  });
});

describe("panelpack check of a meeting", () => {
  const meeting = onDisk(people);
  afterAll(() => meeting.remove());
  const id = "2019-11-28-panel";
  mkdirSync(join(meeting.root, "data", "meetings", id), { recursive: true });
  writeFileSync(
    join(meeting.root, "data", "meetings", id, "meeting.yaml"),
    "body: panel\nkind: panel\ndate: 2019-11-28\nitems: [{ label: '1', title: A report, owner: force, mode: to-follow }]\n",
  );
  writeFileSync(
    join(meeting.root, "data", "meetings", id, "slides.md"),
    "---\nkind: slides\ntitle: Slides\ndate: 2019-11-28\nbody: panel\n---\n\n## One\n\nWords.\n",
  );

  test("shows on one screen when its agenda must be out and whom to ask", async () => {
    const { out, status } = await panelpack(meeting.root, "check", id);
    expect(status).toBe(0);
    expect(out).toContain(
      "Agenda out by: Wednesday 20 November 2019, five clear days before: that day has passed",
    );
    expect(out).toContain("  To chase:\n    Marlshire Police: A report");
    expect(out).toContain("meeting.yaml:4 “A report” is missing (to follow): ask Marlshire Police");
  });

  test("says the same in JSON", async () => {
    const { out } = await panelpack(meeting.root, "check", id, "--format", "json");
    const told = JSON.parse(out) as { findings: { rule: string }[]; meetings: object[] };
    expect(told.findings.map(({ rule }) => rule)).toContain("agenda-papers");
    expect(told.meetings).toMatchObject([
      {
        meeting: id,
        publishBy: "2019-11-20",
        overdue: true,
        items: [{ key: "item-1", state: "missing", owner: "Marlshire Police" }],
      },
    ]);
  });
});
