import { describe, expect, test } from "@jest/globals";
import type { FlowBlock } from "../../../src/document/papers/views.ts";
import {
  chainFacts,
  flowOf,
  paperFile,
  people,
  problemsIn,
  scrutinyBody,
  scrutinyHead,
} from "../../support/papers.ts";
import { factsOf } from "../../support/register.ts";

const kindsOf = (blocks: readonly FlowBlock[]): string[] =>
  blocks.map((block) => (block.kind === "gap" ? `gap: ${block.head}` : block.kind));

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
  "Reviews each month.",
];

describe("a scrutiny report", () => {
  test("prints each question where it arises, and gathers them, numbered, at its end", async () => {
    const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, scrutinyBody));
    const { view } = flowOf(facts, "scrutiny");
    const list = view.blocks.find((block) => block.kind === "question-list");
    expect(kindsOf(view.blocks)).toEqual([
      "heading",
      "prose",
      "question",
      "question",
      "heading",
      "question-list",
    ]);
    expect(
      list?.questions.map(({ number, title, parts, arisesAt }) => [number, title, parts.length, arisesAt]),
    ).toEqual([
      ["1", "Burglary", 0, "question-burglary"],
      ["2", "Released under investigation", 2, "question-rui"],
    ]);
    expect(view.details).toEqual(
      expect.arrayContaining([{ name: "Author", text: "Ben South, Police and Crime Commissioner" }]),
    );
  });

  test("spells an acronym out at its first use, with a large letter at the start of a sentence", async () => {
    const facts = await factsOf(
      people,
      paperFile("scrutiny", scrutinyHead, ["An OCG and two OCGs. ASB fell; ASB is low."]),
    );
    expect(flowOf(facts, "scrutiny").view.blocks).toEqual([
      {
        kind: "prose",
        prose: {
          markdown:
            "An organised crime group (OCG) and two OCGs. Anti-social behaviour (ASB) fell; ASB is low.",
        },
      },
    ]);
  });

  test("leaves an acronym that its author spelt out", async () => {
    const facts = await factsOf(
      people,
      paperFile("scrutiny", scrutinyHead, ["Anti-social behaviour (ASB) fell. ASB is low."]),
    );
    expect(flowOf(facts, "scrutiny").view.blocks).toMatchObject([
      { prose: { markdown: "Anti-social behaviour (ASB) fell. ASB is low." } },
    ]);
  });

  test("lists the measures inside their limits that it does not comment upon", async () => {
    const list = "{{within-limits priority=less-crime}}";
    const quiet = async (...lines: string[]): Promise<string> => {
      const facts = await factsOf(people, paperFile("scrutiny", scrutinyHead, [...lines, "", list]));
      const last = flowOf(facts, "scrutiny").view.blocks.at(-1);
      return last?.kind === "prose" ? last.prose.markdown : "";
    };
    expect(await quiet("Nothing more.")).toMatch(
      /^Inside their limits, and not commented upon:\n\n- Burglary: \*\*\d+\*\*/,
    );
    expect(await quiet("Burglary stands at {{burglary}}.")).not.toMatch(/Burglary/);
    expect(await quiet("### Burglary", "", "It is low.")).not.toMatch(/Burglary/);
  });

  test("tells what a line lacks", async () => {
    const facts = await factsOf(
      people,
      paperFile("scrutiny", scrutinyHead, [
        "{{question}}",
        "",
        "{{within-limits}}",
        "",
        "{{decisions}}",
        "",
        "# Title",
      ]),
    );
    expect(problemsIn(facts, "scrutiny")).toEqual([
      "11:1 {{question}} lacks a word: see docs/writing-guide.md",
      "11:1 write the words of this question right below it",
    ]);
  });
});

describe("a response", () => {
  test("quotes each question with its number above its answer, part by part", async () => {
    const { view } = flowOf(await chainFacts(answers), "response");
    expect(kindsOf(view.blocks)).toEqual([
      "quoted-question",
      "answer",
      "prose",
      "quoted-question",
      "answer",
      "prose",
      "answer",
      "prose",
    ]);
    expect(view.index).toEqual([
      { number: "1", title: "Burglary", answerId: "answer-burglary" },
      { number: "2", title: "Released under investigation", answerId: "answer-rui-a" },
    ]);
  });

  test("prints a gap where the answer would stand, also of a whole question", async () => {
    const gaps = [
      "gaps:",
      "  - { question: burglary, reason: The force has not replied. }",
      "  - { question: rui, part: a, reason: Not said. }",
    ];
    const { view } = flowOf(await chainFacts(answers.slice(8), gaps), "response");
    expect(kindsOf(view.blocks)).toEqual([
      "quoted-question",
      "gap: No answer is held",
      "quoted-question",
      "gap: No answer to (a) is held",
      "answer",
      "prose",
    ]);
  });

  test("quotes the questions of a paper that is not held, and says which number is missing", async () => {
    const facts = await factsOf(
      people,
      paperFile(
        "response",
        [
          "kind: response",
          "title: Force Response",
          "date: 2019-12-12",
          "body: force",
          "asked:",
          "  paper: Performance Scrutiny of quarter 2",
          "  note: That paper is not held.",
          "  questions:",
          "    - { id: guns, number: 1, text: How many? }",
          "    - { id: tasers, number: 3, text: How many more? }",
          "gaps: [{ number: 2, reason: The response goes from 1 to 3. }]",
        ],
        ["{{answer guns}}", "", "Nine.", "", "{{answer tasers}}", "", "Seventy-two."],
      ),
    );
    const { blocks } = flowOf(facts, "response").view;
    expect(blocks[0]).toEqual({ kind: "prose", prose: { markdown: "That paper is not held." } });
    expect(kindsOf(blocks)).toEqual([
      "prose",
      "quoted-question",
      "answer",
      "prose",
      "gap: Question 2 is not held",
      "quoted-question",
      "answer",
      "prose",
    ]);
  });
});
