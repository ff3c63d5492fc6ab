import { describe, expect, test } from "@jest/globals";
import { linesOfPack } from "../../../src/document/pack/agendaRows.ts";
import { exclusionView } from "../../../src/document/pack/exclusion.ts";
import { frontSheetView, type PackKind } from "../../../src/document/pack/frontSheet.ts";
import { restrictedSheetView } from "../../../src/document/pack/restrictedSheet.ts";
import type { AgendaRow } from "../../../src/document/pack/views.ts";
import { agendaLines } from "../../../src/model/agenda.ts";
import { fullMeeting, meetingOf } from "../../support/meetings.ts";

const agenda: PackKind = { edition: "public", supplement: null, draft: false };

/** A row as it reads: label, title, what stands at its end, `→` where it leads to pages of this pack. */
const told = ({ label, title, cell, linked }: AgendaRow): string =>
  [label, title, cell.said, cell.range ? "0 to 0" : null, cell.part, linked ? "→" : null]
    .filter((part) => part !== null)
    .join(" | ");

describe("the lines of a front sheet", () => {
  test("say where the pages are, or why there are none", async () => {
    const { facts, held } = await fullMeeting();
    expect(frontSheetView(facts, held, agenda).rows.map(told)).toEqual([
      "1 | General",
      "1(1) | Apologies",
      "1(2) | Minutes | 0 to 0 | →",
      "Progress",
      "1(3)(a) | Budget | To follow",
      "PCP 3/12 | Plan & <budget> | 0 to 0 | →",
      "3 | Grant | Verbal report",
      "4 | Survey | To follow",
      "5 | Estate | Withdrawn",
      "6 | Review | Deferred",
      "7 | Work programme | To follow",
      "8 | Dates | future-meetings",
      "9 | Exclusion | exclusion",
      "10 | Exempt minutes | Exempt | 0 to 0 | →",
      "11 | Contract | Exempt | 0 to 0 | →",
      "Threats | Exempt | 0 to 0 | →",
    ]);
  });

  test("of a supplement link its own papers alone, and keep the pages that were published", async () => {
    const { facts, held } = await fullMeeting();
    const rows = frontSheetView(facts, held, { ...agenda, supplement: 2 }).rows.map(told);
    expect(rows.filter((row) => row.endsWith("→"))).toEqual(["1(3)(a) | Budget | 0 to 0 | →"]);
    expect(rows).toContain("7 | Work programme | In supplement 1 | 0 to 0");
    expect(rows).toContain("1(2) | Minutes | 0 to 0");
    const first = frontSheetView(facts, held, { ...agenda, supplement: 1 }).rows.map(told);
    expect(first).toContain("1(3)(a) | Budget | To follow");
  });

  test("give the reasons of what is taken off or put off", async () => {
    const { facts, held } = await fullMeeting();
    const { rows } = frontSheetView(facts, held, agenda);
    expect(rows.flatMap(({ texts }) => texts.map(({ markdown }) => markdown))).toEqual([
      "To *confirm* them.",
      "Withdrawn. No offer came.",
      "Deferred until 3 February 2020. It is not finished.",
    ]);
  });

  test("are in the pack whose papers they name", async () => {
    const { held } = await fullMeeting();
    const keys = (supplement: number | null): string[] => linesOfPack(held, supplement).map(({ key }) => key);
    expect(keys(null)).toEqual(["item-1-2", "item-2", "item-10", "item-11", "item-12"]);
    expect(keys(1)).toEqual(["item-7"]);
    expect(keys(2)).toEqual(["item-1-3-1"]);
  });
});

test("only the words that an agenda uses are explained", async () => {
  const { facts, held } = await meetingOf(["items: [{ title: A, mode: verbal }]"]);
  const { legend, exclusion, published, papers } = frontSheetView(facts, held, agenda);
  expect(legend).toEqual([{ term: "Verbal report", text: "there is no paper.", part: null }]);
  expect([exclusion, published, papers]).toEqual([null, null, null]);
});

test("the members' edition says so, and a draft too", async () => {
  const { facts, held } = await fullMeeting();
  const view = frontSheetView(facts, held, { edition: "members", supplement: null, draft: true });
  expect(view.footRight).toBe("DRAFT  |  Members’ edition: not for publication");
  expect(view.legend.at(-1)?.text).toBe("for members alone, in this edition; see page");
  expect(view.exclusion?.papers).toBe(
    "The papers for items 10, 11 and “Threats” are in this edition, for members alone: they are not to be shown, copied or passed on.",
  );
});

test("a supplement that the meeting does not have is refused", async () => {
  const { facts, held } = await fullMeeting();
  expect(() => frontSheetView(facts, held, { ...agenda, supplement: 3 })).toThrow(RangeError);
});

describe("the exclusion of the public", () => {
  const exclusionOf = async (...items: readonly string[]) => {
    const { held } = await meetingOf(["items:", ...items.map((item) => `  - ${item}`)]);
    return exclusionView(held, "the Panel", "public");
  };
  const item = (label: string, exempt: string): string =>
    `{ label: '${label}', title: T${label}, exempt: { ${exempt}, reason: R } }`;
  const paragraphs = (list: string): string => `paragraphs: [${list}], publicInterest: P`;

  test("cites one paragraph of several items in one sentence, its parts in order", async () => {
    const view = await exclusionOf(item("10", paragraphs("3")), item("11", paragraphs("3")));
    expect(view?.resolution).toEqual({
      head: "The Panel will be asked to agree:",
      text: "That the public be excluded from the meeting for items 10 and 11, because their presence would lead to the disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
      items: [],
    });
    expect(view?.explained).toEqual([
      "Paragraph 3 covers information about the financial or business affairs of a person or body, the authority included.",
    ]);
    expect(view?.items).toEqual([
      { head: "Item 10, T10 (paragraph 3)", reason: "R.", publicInterest: "P." },
      { head: "Item 11, T11 (paragraph 3)", reason: "R.", publicInterest: "P." },
    ]);
  });

  test("names the paragraphs of each item where they differ, in their order", async () => {
    const view = await exclusionOf(
      item("8", paragraphs("7, 1")),
      item("9", paragraphs("3")),
      item("10", paragraphs("1, 7")),
    );
    expect(view?.resolution?.text).toMatch(
      /for items 8, 9 and 10, because .* paragraphs 1, 3 and 7 of Part 1 of Schedule 12A to the Local Government Act 1972:$/,
    );
    expect(view?.resolution?.items).toEqual([
      "for items 8 and 10: paragraphs 1 and 7",
      "for item 9: paragraph 3",
    ]);
    expect(view?.explained.map((text) => text.slice(0, 11))).toEqual([
      "Paragraph 1",
      "Paragraph 3",
      "Paragraph 7",
    ]);
  });

  test("of confidential items needs no resolution, and is told apart", async () => {
    const alone = await exclusionOf(item("8", "confidential: true"));
    expect(alone?.resolution).toBeNull();
    expect(alone?.items[0]?.head).toBe("Item 8, T8 (confidential)");
    const both = await exclusionOf(item("8", "confidential: true"), item("9", paragraphs("2")));
    expect(both?.resolution?.text).toContain("for item 9, because");
    expect(both?.explained.at(-1)).toMatch(
      /section 100A\(2\) and \(3\).* leaves for item 8, and no resolution/,
    );
  });

  test("is not there where every item is open", async () => {
    expect(await exclusionOf("{ title: A }")).toBeNull();
  });
});

describe("the sheet in place of a restricted paper", () => {
  const sheetOf = async (title: string, more: readonly string[] = []) => {
    const { facts, held } = await fullMeeting();
    const meeting =
      more.length === 0
        ? held
        : { ...held, meeting: { ...held.meeting, restrictedSheets: "range" as const } };
    const line = agendaLines(held).find(({ item }) => item.title === title);
    if (line === undefined) throw new Error(`there is no item ${title}`);
    return restrictedSheetView(facts, meeting, line, false);
  };

  test("cites the paragraphs, with reason and public interest", async () => {
    expect(await sheetOf("Exempt minutes")).toMatchObject({
      item: "Agenda item 10",
      citation: "By virtue of paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
      reason: "It names people.",
      publicInterest: "They would not speak.",
      footRight: "Public edition",
      instead: null,
    });
  });

  test("cites section 100A for what is confidential", async () => {
    expect((await sheetOf("Threats")).citation).toMatch(/^By virtue of section 100A\(2\) and \(3\)/);
  });

  test("keeps the members' range where the meeting wants it", async () => {
    expect((await sheetOf("Contract", ["range"])).instead).toContain("the place of 4 pages");
    expect((await sheetOf("Contract")).instead).toBeNull();
  });

  test("is refused for an open item", async () => {
    await expect(sheetOf("Grant")).rejects.toThrow(RangeError);
  });
});
