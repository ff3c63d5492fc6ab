import { describe, expect, test } from "@jest/globals";
import { flowOf, paperFile, people, problemsIn } from "../../support/papers.ts";
import { factsOf } from "../../support/register.ts";

const minutes = (attendance: string) =>
  factsOf(
    people,
    paperFile(
      "minutes",
      ["kind: minutes", "title: Minutes", "date: 2019-11-04", "body: panel", "status: draft", attendance],
      [
        "## 1 General",
        "",
        "### (1) Apologies",
        "",
        "None.",
        "",
        '{{motion mover="Ada North" seconder="Cara West" vote="carried 7-3-1"}}',
        "",
        "That it be so.",
        "",
        "{{resolved}}",
        "",
        "That it is so.",
      ],
    ),
  );

describe("the record of a meeting", () => {
  test("names who was there by body, how, for what part, and for whom", async () => {
    const { view } = flowOf(
      await minutes(
        "attendance: { groups: [{ body: panel, people: [Ada North, { name: Cara West, substituteFor: Ben South }] }, { body: opcc, people: [{ name: Ben South, by: telephone, part: items 1 to 3 }, { role: Minute taker }] }], apologies: [{ name: Ben South, representedBy: Ada North }] }",
      ),
      "minutes",
    );
    expect(view.attendance).toEqual({
      groups: [
        {
          body: "Marlshire Police and Crime Panel",
          people: [
            { name: "Councillor Ada North", capacity: "Chair", note: "" },
            { name: "Councillor Cara West", capacity: "", note: "substitute for Ben South" },
          ],
        },
        {
          body: "Office of the Police and Crime Commissioner",
          people: [
            {
              name: "Ben South",
              capacity: "Police and Crime Commissioner",
              note: "by telephone, for items 1 to 3",
            },
            { name: "Minute taker", capacity: "", note: "" },
          ],
        },
      ],
      apologies: [{ name: "Ben South", note: "represented by Councillor Ada North" }],
    });
  });

  test("keeps numbers of items, motions with their vote, and resolutions", async () => {
    const { view } = flowOf(
      await minutes("attendance: { groups: [{ body: panel, people: [Ada North] }] }"),
      "minutes",
    );
    expect(view.blocks).toMatchObject([
      { kind: "heading", level: 2, number: "1", text: "General" },
      { kind: "heading", level: 3, number: "(1)", text: "Apologies" },
      { kind: "prose" },
      {
        kind: "motion",
        mover: "Councillor Ada North",
        seconder: "Councillor Cara West",
        vote: "Carried by 7 votes to 3, with 1 abstention",
      },
      { kind: "resolution" },
    ]);
    expect(view.footLeft).toBe("Draft: to be confirmed");
  });

  test("a name that the register lacks is told at its place, with the nearest", async () => {
    const facts = await minutes("attendance: { groups: [{ body: panel, people: [Ada Nort] }] }");
    expect(problemsIn(facts, "minutes")).toEqual([
      "7:48 `Ada Nort` is not among the people of organisation.yaml",
    ]);
  });
});
