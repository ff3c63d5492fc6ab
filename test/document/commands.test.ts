import { describe, expect, test } from "@jest/globals";
import type { Command } from "../../src/document/commands.ts";
import { readCommand } from "../../src/document/commands.ts";
import { isCommand } from "../../src/document/readBlocks.ts";
import { readMarkdown } from "../../src/sources/markdown.ts";
import { factsOf } from "../support/register.ts";

const facts = await factsOf();

function read(line: string) {
  const source = readMarkdown({ file: "x.md", text: `${line}\n` });
  const block = source.ok ? source.value.blocks[0] : undefined;
  if (block?.kind !== "directive") throw new Error(`${line} is no directive`);
  if (!isCommand(block.name)) throw new Error(`${block.name} is no command`);
  return readCommand(block.name, block.words, block.place, facts);
}

function problems(line: string): string[] {
  const result = read(line);
  return result.ok
    ? []
    : result.problems.map(
        ({ place, message, hint }) => `${place.column}+${place.length} ${message}${hint ? ` | ${hint}` : ""}`,
      );
}

describe("a command", () => {
  test.each<[string, Partial<Command>]>([
    ["{{chart control burglary}}", { name: "chart", type: "control", options: {}, title: null }],
    ["{{chart control burglary.north from=2019-01}}", { type: "control", options: { from: "2019-01" } }],
    ["{{chart bars burglary top=5 with=yearAgo}}", { type: "bars", options: { top: "5", with: "yearAgo" } }],
    [
      "{{table months burglary last=6 areas=all}}",
      { name: "table", type: "months", options: { last: "6", areas: "all" } },
    ],
    ["{{opening satisfaction}}", { name: "opening", type: "opening" }],
  ])("%s is read", (line, expected) => {
    expect(read(line)).toMatchObject({ ok: true, value: expected });
  });

  test("has its measures in order, and the author's title with its place", () => {
    const result = read('{{chart line satisfaction burglary.north "More are satisfied"}}');
    expect(result.ok && result.value.references.map((r) => `${r.measure}.${r.area}`)).toEqual([
      "satisfaction.force",
      "burglary.north",
    ]);
    expect(result.ok && result.value.title).toMatchObject({
      text: "More are satisfied",
      place: { line: 1, column: 42 },
    });
  });

  test.each([
    [
      "{{chart}}",
      [
        "1+9 say which chart: control, areas, line, projection, rolling, volume-share, bars | Use one of: control, areas, line, projection, rolling, volume-share, bars",
      ],
    ],
    [
      "{{chart pyramid burglary}}",
      [
        "9+7 `pyramid` is no kind of chart | Use one of: control, areas, line, projection, rolling, volume-share, bars",
      ],
    ],
    ["{{table month burglary}}", ["9+5 `month` is no kind of table | Did you mean `months`?"]],
    [
      "{{chart constructor burglary}}",
      [
        "9+11 `constructor` is no kind of chart | Use one of: control, areas, line, projection, rolling, volume-share, bars",
      ],
    ],
    ["{{chart control}}", ["1+17 name one measure, e.g. {{chart control rape}}"]],
    ["{{chart control burglary satisfaction}}", ["1+39 name one measure, e.g. {{chart control rape}}"]],
    ["{{opening}}", ["1+11 name one measure, e.g. {{opening rape}}"]],
    ["{{table breakdown burglary}}", ["1+28 name 2 or more measures"]],
    [
      "{{chart line burglary burglary burglary burglary burglary}}",
      ["1+59 name 1 or more measures, at most 4"],
    ],
    ["{{chart control burglry}}", ["17+7 there is no measure `burglry` | Did you mean `burglary`?"]],
    ["{{chart control burglary form=2019-01}}", ["26+12 `form=` cannot stand here | Did you mean `from`?"]],
    [
      "{{chart control burglary constructor=x}}",
      ["26+13 `constructor=` cannot stand here | Use one of: from"],
    ],
    ["{{table months burglary last=many}}", ["25+9 `last=many`: `many` is not what last= takes"]],
    ["{{table months burglary last=0}}", ["25+6 `last=0`: `0` is not what last= takes"]],
    [
      "{{chart volume-share satisfaction by=offences}}",
      ["35+11 there is no measure `offences` | Use one of: burglary, response-time, satisfaction"],
    ],
    ['{{chart control burglary "One" "Two"}}', ["32+5 one title is enough"]],
    ["{{table months burglary.north}}", ["16+14 months takes no area here | Write `burglary`."]],
    ["{{chart line burglary.mean}}", ["14+13 line takes no statistic here | Write `burglary`."]],
    ["{{chart control burglary@2019-10}}", ["17+16 control takes no period here | Write `burglary`."]],
  ])("%s is refused at its place", (line, says) => {
    expect(problems(line)).toEqual(says);
  });
});
