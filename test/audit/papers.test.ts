import { describe, expect, test } from "@jest/globals";
import { nameFindings } from "../../src/audit/names.ts";
import { openActionFindings } from "../../src/audit/openActions.ts";
import { programmeFindings } from "../../src/audit/programme.ts";
import { sourceDateFindings } from "../../src/audit/sourceDates.ts";
import { paperFile, people, scrutinyHead } from "../support/papers.ts";
import type { Change } from "../support/project.ts";
import { factsOf } from "../support/register.ts";

const minutes = (body: readonly string[], date = "2019-11-04"): Change =>
  paperFile(
    "minutes",
    [
      "kind: minutes",
      "title: Minutes",
      `date: ${date}`,
      "body: panel",
      "status: draft",
      "attendance: { groups: [{ body: panel, people: [Ada North] }] }",
    ],
    body,
  );

describe("actions", () => {
  const rulesOf = async (line: string, later: readonly Change[] = []): Promise<string[]> => {
    const facts = await factsOf(people, minutes([line, "", "Write to the force."]), ...later);
    return openActionFindings(facts).map(({ rule, severity }) => `${severity} ${rule}`);
  };

  test.each([
    ['{{action owner="Ben South" due=2019-12-01}}', []],
    ['{{action "01.04/11/2019" due=2019-12-01}}', ["error action-owner"]],
    ["{{action owner=none due=2019-12-01}}", ["warning action-owner"]],
    ['{{action owner="Ben South"}}', ["warning action-date"]],
    ["{{action status=discharged}}", []],
    ["{{action status=standing}}", []],
  ])("%s", async (line, rules) => {
    expect(await rulesOf(line)).toEqual(rules);
  });

  test("still open after their date are told by the date of the latest paper of the body, not by a clock", async () => {
    const later = paperFile(
      "later",
      ["kind: slides", "title: Later", "date: 2019-12-20", "body: panel"],
      ["## A slide", "", "Words."],
    );
    expect(await rulesOf('{{action owner="Ben South" due=2019-12-01}}', [later])).toEqual([
      "warning action-overdue",
    ]);
  });
});

describe("names", () => {
  const said = async (text: string): Promise<string[]> => {
    const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, [text]));
    return nameFindings(facts).map(({ rule, quote }) => `${rule}: ${quote}`);
  };

  test.each([
    ["Bob South spoke.", ["name-differs: Bob South"]],
    ["Ben South and Councillor North spoke, as did South Warwickshire.", []],
    ["Organised gangs (OCG) met.", ["acronym-differs: Organised gangs (OCG)"]],
    ["Investigations into data (OCG) met.", []],
    ["Anti-social behaviour (ASB) and organised crime groups (OCG).", []],
  ])("%s", async (text, findings) => {
    expect(await said(text)).toEqual(findings);
  });
});

test("a source that is dated after the paper is an error; a month or a year that holds the paper's day is not", async () => {
  const head = (date: string): string[] => [
    ...scrutinyHead,
    `sources: [{ id: A, publisher: The force, title: A report, date: ${date} }]`,
  ];
  const found = async (date: string): Promise<string[]> => {
    const facts = await factsOf(people, paperFile("scrutiny", head(date), ["Words."]));
    return sourceDateFindings(facts).map(({ severity, message }) => `${severity}: ${message}`);
  };
  expect(await found("2019-12-06")).toEqual([
    "error: source A is dated 2019-12-06, after the paper itself (2019-12-05)",
  ]);
  expect(await found("2019-12-05")).toEqual([]);
  expect(await found("2019-12")).toEqual([]);
  expect(await found("'2020'")).toHaveLength(1);
});

describe("the work programme", () => {
  const facts = (rows: string) =>
    factsOf(
      people,
      {
        file: "data/meetings/2019-11-28-panel/meeting.yaml",
        text: 'body: panel\nkind: panel\ndate: 2019-11-28\nitems:\n  - { label: "1", title: Victim satisfaction and repeat victimisation }\n  - { label: "2", title: Rural crime team update }\n',
      },
      {
        file: "data/meetings/2019-11-28-panel/work-programme.md",
        text: `---\nkind: work-programme\ntitle: Work programme\ndate: 2019-11-28\nbody: panel\nprogramme:\n  dated:\n${rows}\n---\n\n{{programme}}\n`,
      },
    );
  const row = (item: string, date = "2019-11-28"): string => `    - { date: ${date}, item: ${item} }`;

  test("finds what is due that day on the agenda, in other words too", async () => {
    const found = programmeFindings(await facts([row("Victim satisfaction"), row("Rural crime")].join("\n")));
    expect(found).toEqual([]);
  });

  test("tells what is not on the agenda, and what has passed", async () => {
    const found = programmeFindings(
      await facts([row("Substance misuse"), row("Budget", "2019-02-03")].join("\n")),
    );
    expect(found.map(({ quote, severity }) => [quote, severity])).toEqual([
      ["Substance misuse", "warning"],
      ["Budget", "warning"],
    ]);
  });
});

describe("roles", () => {
  test.each([
    ["Ben South, Chief Constable, replied.", ["role-differs: Ben South, Chief Constable"]],
    ["Ben South, Police and Crime Commissioner, replied.", []],
    ["Ben South, Councillor Ada North and others met the Chief Constable.", []],
  ])("%s", async (text, findings) => {
    const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, [text]));
    expect(nameFindings(facts).map(({ rule, quote }) => `${rule}: ${quote}`)).toEqual(findings);
  });
});
