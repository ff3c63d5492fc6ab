import { describe, expect, test } from "@jest/globals";
import { toChase } from "../../src/audit/agendaStates.ts";
import { calendarFindings } from "../../src/audit/calendarFindings.ts";
import { meetingCalendar } from "../../src/audit/meetingCalendar.ts";
import { calendarLines, shownMeetings } from "../../src/commands/calendarScreen.ts";
import { meetingOf, meetingPaper } from "../support/meetings.ts";
import type { Change } from "../support/project.ts";

/** Five clear days before Thursday 28 November 2019, with no holiday between, is Wednesday 20 November. */
const lastDay = "2019-11-20";

const holidays = (...days: readonly string[]): Change => ({
  file: "data/organisation.yaml",
  from: "\nareas:",
  to: `\nbankHolidays: [${days.map((date) => `{ date: ${date}, name: Holiday }`).join(", ")}]\n\nareas:`,
});

async function calendarOf(today: string, lines: readonly string[], ...changes: readonly Change[]) {
  const { facts, held } = await meetingOf(lines, holidays("2019-01-01"), ...changes);
  const calendar = meetingCalendar(facts, held, today);
  return {
    calendar,
    facts,
    held,
    findings: calendarFindings(held, calendar).map(({ place, message }) => `${place.line} ${message}`),
  };
}

describe("the day by which an agenda must be out", () => {
  test("lies five clear days before the meeting of a panel, and other bodies have none", async () => {
    expect((await calendarOf("2019-11-01", [])).calendar).toMatchObject({
      publishBy: lastDay,
      overdue: false,
    });
    const { facts, held } = await meetingOf([]);
    const other = { ...held, meeting: { ...held.meeting, kind: "assurance" as const } };
    expect(meetingCalendar(facts, other, "2019-12-01")).toMatchObject({ publishBy: null, overdue: false });
  });

  test("is earlier by each bank holiday between, which is named", async () => {
    const { facts, held } = await meetingOf([], holidays("2019-11-22", "2019-11-24", "2019-11-26"));
    const calendar = meetingCalendar(facts, held, "2019-11-01");
    expect(calendar.publishBy).toBe("2019-11-18");
    // The 24th is a Sunday: it moves nothing.
    expect(calendar.holidays.map(({ date }) => date)).toEqual(["2019-11-22", "2019-11-26"]);
  });

  test.each([
    ["2019-11-15", 3, false],
    ["2019-11-16", 3, false],
    ["2019-11-19", 1, false],
    [lastDay, 0, false],
    ["2019-11-21", null, true],
  ])("seen on %s is %s working days off", async (today, workingDaysLeft, overdue) => {
    expect((await calendarOf(today, [])).calendar).toMatchObject({ workingDaysLeft, overdue });
  });

  test("no longer matters once the agenda is out", async () => {
    const { calendar, findings } = await calendarOf("2019-11-20", [`published: 2019-11-19`]);
    expect(calendar).toMatchObject({ workingDaysLeft: null, overdue: false, clearDays: 6 });
    expect(findings).toEqual([]);
  });

  test("was missed: too few clear days, or nothing published", async () => {
    expect((await calendarOf("2019-11-25", ["published: 2019-11-22"])).findings).toEqual([
      "3 published on 2019-11-22: 3 clear days lie before the meeting, and 5 are needed (by 2019-11-20)",
    ]);
    expect((await calendarOf("2019-11-25", [])).findings).toEqual([
      "3 the agenda had to be out by 2019-11-20: say with `published` when it went",
    ]);
  });

  test("cannot be trusted where the year's bank holidays are not held", async () => {
    const { facts, held } = await meetingOf([], holidays("2018-12-25"));
    expect(meetingCalendar(facts, held, "2019-11-01").warnings).toEqual([
      "organisation.yaml has no bank holidays of 2019: the last day of publication may be earlier",
    ]);
  });
});

test("the pre-election period is told of the meeting, its agenda, supplements and meetings to come", async () => {
  const { calendar } = await calendarOf(
    "2019-11-01",
    [
      "published: 2019-11-20",
      "preElection: { from: 2019-11-20, to: 2019-12-12 }",
      "futureDates: [2019-12-12, 2019-12-13]",
      "items: [{ label: '1', title: A, paper: minutes }]",
      "supplements: [{ number: 1, date: 2019-11-25, urgency: U, items: ['1'] }]",
    ],
    meetingPaper("minutes", "Minutes"),
  );
  const period = "the pre-election period (2019-11-20 to 2019-12-12)";
  expect(calendar.warnings).toEqual([
    `the meeting falls into ${period}: move it, or keep to what cannot wait`,
    `the agenda goes out in ${period}`,
    `supplement 1 goes out in ${period}`,
    `the meeting to come of 2019-12-12 falls into ${period}`,
  ]);
});

test("a meeting to come at a weekend or on a bank holiday is told", async () => {
  const { facts, held } = await meetingOf(
    ["futureDates: [2019-12-25, 2020-02-01, 2020-02-03]"],
    holidays("2019-12-25"),
  );
  expect(meetingCalendar(facts, held, "2019-11-01").warnings).toEqual([
    "2019-12-25 is a bank holiday",
    "2020-02-01 is a Saturday",
  ]);
});

describe("the papers of an agenda", () => {
  const late: Change = {
    file: "data/meetings/2019-11-28-panel/late.md",
    text: "---\nkind: slides\ntitle: Late\ndate: 2019-11-25\nbody: panel\n---\n\n## One\n\nWords.\n",
  };
  const ofTheDay: Change = {
    ...late,
    file: "data/meetings/2019-11-28-panel/day.md",
    text: late.text.replace("2019-11-25", "2019-11-28"),
  };
  const lines = [
    "published: 2019-11-20",
    "items:",
    "  - { title: Head, owner: opcc, items: [{ label: '1', title: Here, paper: minutes }] }",
    "  - { label: '2', title: Follows, owner: Ben South, mode: to-follow }",
    "  - { label: '3', title: Late one, owner: force, papers: [minutes, late] }",
    "  - { label: '4', title: Of the day, paper: day }",
    "  - { label: '5', title: Forgotten, owner: opcc }",
    "  - { label: '6', title: Nobody's, mode: to-follow }",
    "  - { label: '7', title: Extra, paper: late }",
    "  - { label: '8', title: Private, owner: opcc, paper: exempt/a, exempt: { confidential: true, reason: R } }",
    "  - { label: '9', title: Said, owner: opcc, mode: verbal }",
    "supplements: [{ number: 1, date: 2019-11-26, urgency: U, items: ['7'] }]",
  ];
  const project = () => calendarOf("2019-11-21", lines, late, ofTheDay, meetingPaper("minutes", "Minutes"));

  test("are here, late, missing, in a supplement, exempt or not needed", async () => {
    const { calendar } = await project();
    expect(calendar.items.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      "Head: none",
      "Here: here",
      "Follows: missing",
      "Late one: late",
      "Of the day: here",
      "Forgotten: missing",
      "Nobody's: missing",
      "Extra: in supplement",
      "Private: exempt",
      "Said: verbal",
    ]);
  });

  test("that are wanted are chased: their owner by name, or that nobody is named", async () => {
    const { calendar, findings } = await project();
    expect(toChase(calendar.items).map(({ owner }) => owner)).toEqual([
      "Ben South",
      "Marlshire Police",
      "Office of the Police and Crime Commissioner",
      null,
    ]);
    expect(findings).toEqual([
      "7 “Follows” is missing (to follow): ask Ben South",
      "8 “Late one” is late (dated 2019-11-25, after the agenda of 2019-11-20: name it in a supplement, with the Chair's reason): ask Marlshire Police",
      "10 “Forgotten” is missing (the agenda names neither a paper nor a `mode`): ask Office of the Police and Crime Commissioner",
      "11 “Nobody's” is missing (to follow): no `owner` says whom to ask",
    ]);
  });

  test("stand on one screen with the dates", async () => {
    const { held, calendar } = await project();
    expect(calendarLines({ held, calendar })).toEqual([
      "",
      "2019-11-28-panel: meets on Thursday 28 November 2019",
      "  Agenda out by: Wednesday 20 November 2019, five clear days before",
      "  Published: Wednesday 20 November 2019, 5 clear days before",
      "  Papers:",
      "    1         here          Here",
      "    2         missing       Follows (to follow; Ben South)",
      "    3         late          Late one (dated 2019-11-25, after the agenda of 2019-11-20: name it in a supplement, with the Chair's reason; Marlshire Police)",
      "    4         here          Of the day",
      "    5         missing       Forgotten (the agenda names neither a paper nor a `mode`; Office of the Police and Crime Commissioner)",
      "    6         missing       Nobody's (to follow; no owner)",
      "    7         in supplement Extra (supplement 1, 2019-11-26)",
      "    8         exempt        Private",
      "    9         verbal        Said",
      "  To chase:",
      "    Ben South: Follows",
      "    Marlshire Police: Late one",
      "    Office of the Police and Crime Commissioner: Forgotten",
      "    no owner is named: Nobody's",
    ]);
  });
});

test("the calendars shown are those of the meetings named, or where none is named of those to come", async () => {
  const { facts } = await meetingOf([]);
  const shown = (names: readonly string[], today: string): number =>
    shownMeetings(facts, names, today).length;
  expect(shown([], "2019-11-28")).toBe(1);
  expect(shown([], "2019-11-29")).toBe(0);
  expect(shown(["2019-11-28-panel/"], "2026-01-01")).toBe(1);
  expect(shown(["2019-20-q3"], "2019-11-01")).toBe(0);
});
