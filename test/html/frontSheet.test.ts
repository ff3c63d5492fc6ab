import { describe, expect, test } from "@jest/globals";
import { encode } from "uqr";
import { readAssets } from "../../src/assets.ts";
import { frontSheetView } from "../../src/document/pack/frontSheet.ts";
import { restrictedSheetView } from "../../src/document/pack/restrictedSheet.ts";
import { blankSheetHtml, frontSheetHtml, restrictedSheetHtml } from "../../src/html/frontSheet.ts";
import { qrCode } from "../../src/html/qrCode.ts";
import { fillRanges } from "../../src/html/ranges.ts";
import { agendaLines } from "../../src/model/agenda.ts";
import { expectGolden } from "../support/golden.ts";
import { fullMeeting } from "../support/meetings.ts";

const { style } = await readAssets();
const { facts, held } = await fullMeeting();
const line = agendaLines(held).find(({ item }) => item.title === "Contract");
if (line === undefined) throw new Error("the meeting lacks its contract");
const kept = { ...held, meeting: { ...held.meeting, restrictedSheets: "range" as const } };

const sheets: Readonly<Record<string, string>> = {
  public: frontSheetHtml(
    frontSheetView(facts, held, { edition: "public", supplement: null, draft: false }),
    style,
  ),
  members: frontSheetHtml(
    frontSheetView(facts, held, { edition: "members", supplement: null, draft: true }),
    style,
  ),
  supplement: frontSheetHtml(
    frontSheetView(facts, held, { edition: "public", supplement: 2, draft: false }),
    style,
  ),
  restricted: restrictedSheetHtml(restrictedSheetView(facts, kept, line, false), style),
  blank: blankSheetHtml(style),
};

describe.each(Object.entries(sheets))("the sheet %s", (name, whole) => {
  const html = whole.replace(/<style>.*<\/style>/s, "<style>…</style>");

  test("looks as it did", () => {
    expectGolden(`pack/${name}.html`, html);
  });

  test("has headings without jumps, ids once, and links that lead somewhere", () => {
    const levels = [...html.matchAll(/<h([1-4])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    const keys = agendaLines(held).map(({ key }) => key);
    const packed = [...html.matchAll(/ href="pack:([^"]*)"/g)].map(([, key]) => key ?? "");
    expect(packed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test("has no cell that says nothing to a screen reader", () => {
    expect(html.match(/<(td|th)\b[^>]*>\s*<\/\1>/g)).toBeNull();
    expect(html.match(/<th\b(?![^>]*scope=)/g)).toBeNull();
  });
});

test("what stands in for a restricted paper says of how many pages it takes the place", () => {
  expect(sheets["restricted"]).toContain("It takes the place of 4 pages");
  expect(restrictedSheetHtml(restrictedSheetView(facts, held, line, false), style)).not.toContain(
    "the place of",
  );
});

describe("page ranges", () => {
  const html = "<td><!--range item-1-2-->000 to 000<!--/range--></td>";

  test.each([
    [{ first: 5, last: 22 }, "<td>5 to 22</td>"],
    [{ first: 23, last: 23 }, "<td>23</td>"],
    [null, "<td></td>"],
  ])("%j", (range, filled) => {
    expect(fillRanges(html, new Map([["item-1-2", range]]))).toBe(filled);
  });

  test("that nobody knows are a bug of ours", () => {
    expect(() => fillRanges(html, new Map())).toThrow("no pages are known for item-1-2");
  });

  test("of every line with pages stand on the sheet once for each place", () => {
    const filled = fillRanges(
      sheets["public"] ?? "",
      new Map(agendaLines(held).map(({ key }, i) => [key, { first: i, last: i + 1 }])),
    );
    expect(filled).not.toContain("000 to 000");
    expect(filled).toContain('<a href="pack:item-1-2">2 to 3</a>');
  });
});

test("a QR code is one path that paints the modules of the code, no more and no less", () => {
  const url = "https://example.org/panel/2019-11-28?papers=all&more";
  const svg = qrCode(url);
  expect(svg.match(/<path/g)).toHaveLength(1);
  expect(svg).toMatch(/^<svg role="img" aria-label="QR code that leads to/);
  const painted = new Set<string>();
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(width); i++) painted.add(`${Number(x) + i},${y}`);
  const { data } = encode(url, { ecc: "M", border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
  expect([...painted].sort()).toEqual(dark.sort());
});
