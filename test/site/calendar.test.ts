import { expect, test } from "@jest/globals";
import { calendarFile } from "../../src/site/calendar.ts";
import { clockTimes, londonMoment } from "../../src/site/londonTime.ts";
import { people } from "../support/papers.ts";
import { factsOf } from "../support/register.ts";
import { sampleFacts } from "./siteInput.ts";

type Property = { readonly name: string; readonly value: string };

/** The content lines of a calendar, unfolded. @throws Error where one is none (RFC 5545, section 3.1) */
function linesOf(text: string): Property[] {
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const [, name, value] = /^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[^;:,"]+)*):(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no content line: ${line}`);
    return { name, value };
  });
}

/** The events of a calendar that is one as RFC 5545 says (sections 3.4 and 3.6.1). */
function eventsOf(text: string): Map<string, string>[] {
  const lines = linesOf(text);
  expect(lines[0]).toEqual({ name: "BEGIN", value: "VCALENDAR" });
  expect(lines.at(-1)).toEqual({ name: "END", value: "VCALENDAR" });
  expect(lines.filter(({ name }) => name === "VERSION" || name === "PRODID")).toHaveLength(2);
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const { name, value } of lines.slice(1, -1)) {
    if (name === "BEGIN") {
      expect(open).toBeNull();
      open = new Map();
    } else if (name === "END") {
      if (open === null) throw new Error("an end without a beginning");
      events.push(open);
      open = null;
    } else if (open !== null) {
      expect(open.has(name)).toBe(false);
      open.set(name, value);
    }
  }
  for (const event of events) {
    expect(event.get("UID")).toMatch(/^[\da-f-]{36}$/);
    expect(event.get("DTSTAMP")).toMatch(/^\d{8}T000000Z$/);
    expect(event.get("DTSTART") ?? event.get("DTSTART;VALUE=DATE")).toMatch(/^\d{8}(T\d{6}Z)?$/);
    for (const name of ["SUMMARY", "LOCATION", "DESCRIPTION"])
      expect(event.get(name) ?? "").toMatch(/^(?:[^\\;,]|\\[\\;,nN])*$/);
  }
  return events;
}

const calendarOf = async (text: string) =>
  Buffer.from(
    calendarFile(await factsOf(people, { file: "data/meetings/2019-12-03-panel/meeting.yaml", text })).bytes,
  ).toString("utf8");

test("the sample's meetings and the dates that were announced are in the calendar, each once", async () => {
  const facts = await sampleFacts;
  const text = Buffer.from(calendarFile(facts).bytes).toString("utf8");
  const events = eventsOf(text);
  const ids = events.map((event) => event.get("UID"));
  expect(new Set(ids).size).toBe(ids.length);
  const march = events.find((event) => event.get("DTSTART") === "20200316T103000Z");
  expect(march?.get("SUMMARY")).toBe("Warwickshire Police and Crime Panel");
  expect(march?.get("LOCATION")).toBe("Committee Room 2\\, Shire Hall");
  // 10:00 to 10:45 of a summer's day
  expect(events.find((event) => event.get("DTSTART") === "20200721T090000Z")?.get("DTEND")).toBe(
    "20200721T094500Z",
  );
  const days = events.map((event) => event.get("DTSTART") ?? event.get("DTSTART;VALUE=DATE") ?? "");
  expect(days.filter((day) => day.startsWith("20200316"))).toHaveLength(1);
  expect(text).toBe(Buffer.from(calendarFile(facts).bytes).toString("utf8"));
});

test("hostile names end no line and open no event", async () => {
  const text = await calendarOf(
    [
      "body: panel",
      "kind: panel",
      "date: 2019-12-03",
      'title: "Panel;\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT, \\u0000\\\\ 🚓 and a very long title that has to be folded 🚓🚓🚓🚓🚓🚓🚓🚓🚓🚓🚓"',
      'venue: "Room 1; line\\nLOCATION:other"',
    ].join("\n"),
  );
  const events = eventsOf(text);
  expect(events).toHaveLength(1);
  expect(events[0]?.get("SUMMARY")).toBe(
    "Panel\\; END:VEVENT BEGIN:VEVENT\\,  \\\\ 🚓 and a very long title that has to be folded 🚓🚓🚓🚓🚓🚓🚓🚓🚓🚓🚓",
  );
  expect(events[0]?.get("LOCATION")).toBe("Room 1\\; line LOCATION:other");
});

test("a meeting without an hour takes the day; a date to come is tentative until there is an agenda", async () => {
  const events = eventsOf(
    await calendarOf("body: panel\nkind: panel\ndate: 2019-12-03\nfutureDates: [2020-02-04, 2020-03-29]\n"),
  );
  expect(
    events.map((event) => [
      event.get("DTSTART;VALUE=DATE"),
      event.get("DTEND;VALUE=DATE"),
      event.get("STATUS"),
    ]),
  ).toEqual([
    ["20191203", "20191204", "CONFIRMED"],
    ["20200204", "20200205", "TENTATIVE"],
    ["20200329", "20200330", "TENTATIVE"],
  ]);
});

test.each([
  ["10.30 am", [630]],
  ["10:00 to 10:45", [600, 645]],
  ["2 pm", [840]],
  ["12 noon", []],
  ["12.15 am", [15]],
  ["9.30 a.m. – 1.00 p.m.", [570, 780]],
  ["after lunch", []],
  ["25:00", []],
  ["16 March 2020", []],
])("%s", (words, minutes) => {
  expect(clockTimes(words)).toEqual(minutes);
});

test.each([
  ["2020-03-29", 59, "2020-03-29T00:59:00.000Z"],
  ["2020-03-29", 120, "2020-03-29T01:00:00.000Z"],
  ["2020-07-21", 600, "2020-07-21T09:00:00.000Z"],
  ["2020-10-25", 60, "2020-10-25T00:00:00.000Z"],
  ["2020-10-25", 120, "2020-10-25T02:00:00.000Z"],
  ["2020-12-01", 600, "2020-12-01T10:00:00.000Z"],
  ["2020-03-28", 1439, "2020-03-28T23:59:00.000Z"],
  ["2020-10-24", 600, "2020-10-24T09:00:00.000Z"],
])("%s, %i minutes after midnight in London", (day, minutes, moment) => {
  expect(londonMoment(day, minutes).toISOString()).toBe(moment);
});
