import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readAssets } from "../../src/assets.ts";
import { build } from "../../src/build.ts";
import { frontSheetView } from "../../src/document/pack/frontSheet.ts";
import { frontSheetHtml } from "../../src/html/frontSheet.ts";
import { fillRanges, type PageRange } from "../../src/html/ranges.ts";
import { agendaLines } from "../../src/model/agenda.ts";
import type { MeetingFacts } from "../../src/model/facts.ts";
import { Meeting } from "../../src/model/meeting.ts";
import { type PackItem, packItems } from "../../src/pack/contents.ts";
import { type PagePlan, planPages } from "../../src/pack/plan.ts";
import { agendas, type PlanItem } from "../support/meetingPlans.ts";
import { type Pack, readPack } from "../support/packPdf.ts";
import { effectsOn, openTestPrinter } from "../support/packs.ts";
import { people } from "../support/papers.ts";
import { meetingOnDisk } from "../support/project.ts";
import { factsOf } from "../support/register.ts";

const { style } = await readAssets();
const facts = await factsOf(people);

/** Names say how many pages the papers have. */
const pagesOf: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  nine: 9,
  "papers/twenty.pdf": 20,
};
const closedPages: Readonly<Record<string, number>> = { "exempt/four": 4, "exempt/five.pdf": 5 };

function meetingWith(items: readonly PlanItem[], more: object = {}): MeetingFacts {
  const meeting = Meeting.parse({ body: "panel", kind: "panel", date: "2019-11-28", items, ...more });
  return {
    id: "m",
    meeting,
    outside: [],
    released: null,
    placeOf: () => ({ file: "m", line: 1, column: 1 }),
  };
}

/** The plan of a pack whose agenda has that many pages. */
function planOf(items: readonly PackItem[], agendaPages: number): PagePlan {
  const pages = items.map(({ line, documents }) => ({
    key: line.key,
    documents: documents.map(({ name, source }) => {
      if (source === "restricted-sheet") return { name, pages: 1, numbers: line.exempt?.pages ?? 1 };
      const count = pagesOf[source.name] ?? closedPages[source.name] ?? 0;
      return { name, pages: count, numbers: count };
    }),
  }));
  return planPages(agendaPages, pages);
}

const whole = agendas(Object.keys(pagesOf), Object.keys(closedPages), 60);
const anyEdition = fc.constantFrom("public" as const, "members" as const);
const agendaPages = fc.integer({ min: 1, max: 5 });

describe("any agenda", () => {
  test("has a range for each item with papers and no other, contiguous, from an odd page", () => {
    fc.assert(
      fc.property(whole, anyEdition, agendaPages, (agenda, edition, length) => {
        const held = meetingWith(agenda);
        const items = packItems(held, { edition, supplement: null });
        const { ranges, parts, last } = planOf(items, length);
        expect([...ranges.keys()]).toEqual(
          agendaLines(held).flatMap(({ key, refs }) => (refs.length > 0 ? [key] : [])),
        );
        let next = length + 1 + (length % 2);
        for (const range of ranges.values()) {
          expect([range.first, range.first % 2]).toEqual([next, 1]);
          next = range.last + 1;
        }
        if (ranges.size > 0) expect(last).toBe(next - 1);
        let number = 1;
        for (const { first, pages } of parts) {
          expect(first).toBe(number);
          number += pages;
        }
      }),
    );
  });

  test("prints each range at its line, and says of the others what they are", () => {
    fc.assert(
      fc.property(whole, anyEdition, (agenda, edition) => {
        const held = meetingWith(agenda);
        const view = frontSheetView(facts, held, { edition, supplement: null, draft: false });
        const { ranges } = planOf(packItems(held, { edition, supplement: null }), 2);
        for (const { key, linked, cell } of view.rows)
          expect([key, linked, cell.range]).toEqual([key, ranges.has(key), ranges.has(key)]);
        const none = agendaLines(held).map(({ key }): [string, PageRange | null] => [key, null]);
        const html = fillRanges(frontSheetHtml(view, style), new Map([...none, ...ranges]));
        expect(html).not.toContain("000 to 000");
        for (const [key, { first, last }] of ranges)
          expect(html).toContain(
            `<a href="pack:${key}">${first === last ? first : `${first} to ${last}`}</a>`,
          );
      }),
      { numRuns: 60 },
    );
  });

  test("has the same ranges in both editions where sheets keep the members' numbers", () => {
    fc.assert(
      fc.property(whole, agendaPages, (agenda, length) => {
        const members = planOf(
          packItems(meetingWith(agenda), { edition: "members", supplement: null }),
          length,
        );
        const numbers = new Map<string, number>();
        for (const { key, first, pages } of members.parts.filter(({ kind }) => kind === "document"))
          if (key !== null) numbers.set(key, first + pages - (members.ranges.get(key)?.first ?? 0));
        const kept = withPages(agenda, "item", numbers);
        const open = planOf(
          packItems(meetingWith(kept, { restrictedSheets: "range" }), {
            edition: "public",
            supplement: null,
          }),
          length,
        );
        expect([...open.ranges]).toEqual([...members.ranges]);
        const used = open.parts.flatMap(({ first, pages }) =>
          Array.from({ length: pages }, (_, i) => first + i),
        );
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});

/** The items with the numbers of pages that their exempt papers take. */
const withPages = (
  items: readonly PlanItem[],
  above: string,
  pages: ReadonlyMap<string, number>,
): PlanItem[] =>
  items.map((item, i) => {
    const key = `${above}-${i + 1}`;
    const exempt = item.exempt === undefined ? {} : { exempt: { ...item.exempt, pages: pages.get(key) } };
    return { ...item, ...exempt, items: withPages(item.items, key, pages) };
  });

describe("a dozen packs as printed", () => {
  const project = meetingOnDisk();
  const printing = openTestPrinter();
  afterAll(async () => {
    await (await printing).close();
    project.remove();
  });
  const quarter = join(project.root, "data/quarters/2019-20-q3");
  for (const [name, slides] of [
    ["one", 0],
    ["three", 2],
    ["four", 3],
  ] as const)
    writeFileSync(
      join(quarter, `${name}.md`),
      `---\nkind: slides\ntitle: Paper ${name}\ndate: 2019-11-14\nbody: opcc\n---\n${"\n## A slide\n\nWords.\n".repeat(slides + 1)}`,
    );
  const names = ["review", "one", "three", "four"].map((name) => `2019-20-q3/${name}`);
  const drawn = [
    ...fc.sample(agendas(names, ["exempt/terms"], 16), 11),
    ...fc.sample(
      agendas(names, ["exempt/terms"], 60).filter((items) => JSON.stringify(items).length > 6000),
      1,
    ),
  ].map((items) =>
    JSON.stringify(items).includes('"papers"')
      ? items
      : [{ title: "Review", papers: ["2019-20-q3/review"], items: [] }],
  );
  const idOf = (i: number): string => `2019-12-${i + 10}-panel`;

  test("have contiguous ranges, odd starts, labels that are the stamps, links that lead there", async () => {
    for (const [i, items] of drawn.entries()) {
      const folder = join(project.root, "data/meetings", idOf(i));
      mkdirSync(join(folder, "exempt"), { recursive: true });
      const meeting = { body: "panel", kind: "panel", date: `2019-12-${i + 10}`, items };
      writeFileSync(join(folder, "meeting.yaml"), JSON.stringify(meeting));
      writeFileSync(
        join(folder, "exempt/terms.md"),
        "---\nkind: report\ntitle: Terms\ndate: 2019-11-14\nbody: opcc\n---\n\n## Offer\n\nQuillfeather.\n",
      );
    }
    const { packs } = await build(
      drawn.map((_, i) => idOf(i)),
      join(project.root, "output"),
      effectsOn(project.root, await printing),
      { editions: ["public"], supplement: false, releasing: false },
    );
    expect(packs).toHaveLength(drawn.length);
    for (const { file, meeting } of packs)
      expectSound(await readPack(readFileSync(join(project.root, "output", file.path))), meeting);
  });
});

function expectSound({ pages, outline }: Pack, meeting: MeetingFacts): void {
  expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
  expect(pages.map(({ label }) => label)).toEqual(pages.map((_, i) => String(i + 1)));
  const agendaEnd = outline[1]?.page ?? pages.length;
  const links = pages
    .slice(0, agendaEnd)
    .flatMap((page) => page.links.filter(({ page: to }) => to >= agendaEnd));
  const ranges = links.flatMap(({ words, page }) => {
    const [, first, last = first] = /^(\d+)(?: to (\d+))?$/.exec(words) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last), page }];
  });
  const lines = agendaLines(meeting).filter(({ refs }) => refs.length > 0);
  expect(ranges).toHaveLength(lines.length);
  let next = agendaEnd + 1;
  for (const [i, { first, last, page }] of ranges.entries()) {
    const label = lines[i]?.item.label;
    expect([first, first % 2, page]).toEqual([next, 1, first - 1]);
    expect(pages[page]?.item ?? null).toBe(label === undefined ? null : `Agenda Item ${label}`);
    next = last + 1;
  }
  expect(next).toBe(pages.length + 1);
  const starts = outline.slice(1).map(({ page }) => page);
  expect(starts.filter((page) => page % 2 === 1)).toEqual([]);
  const blank = pages.flatMap(({ text }, i) =>
    text.includes("This page is intentionally left blank") ? [i] : [],
  );
  for (const page of blank) expect([page % 2, starts.includes(page + 1)]).toEqual([1, true]);
}
