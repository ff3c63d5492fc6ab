import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { stringify } from "yaml";
import { limits } from "../../src/sources/limits.ts";
import { placeAt } from "../../src/sources/text.ts";
import { readYaml } from "../../src/sources/yaml.ts";
import { fixture, got, problemsOf, sourceOf, timed } from "./reading.ts";

const read = (text: string) => got(readYaml(sourceOf(text)));
const wrong = (text: string) => problemsOf(readYaml(sourceOf(text)));

describe("values", () => {
  test.each([
    ["2019-12-31", "2019-12-31"],
    ["14:01", "14:01"],
    ["010", 10],
    ["1,234", "1,234"],
    ["0.5", 0.5],
    ["yes", "yes"],
    ["true", true],
    ["null", null],
    ["", null],
    ['""', ""],
    ["foo#1", "foo#1"],
    ['"we are #3"', "we are #3"],
    ["1 # a comment", 1],
  ])("%s is %p", (written, value) => expect(read(`key: ${written}\n`).value).toEqual({ key: value }));

  test("marks inside a block text are text", () =>
    expect(read("a: |\n  !important\n  #1\n  *b &c\n").value).toEqual({ a: "!important\n#1\n*b &c\n" }));

  test("an empty file is null", () => {
    expect(read("").value).toBeNull();
    expect(read("# nothing yet\n").value).toBeNull();
    expect(read("").placeOf(["title"])).toMatchObject({ line: 1, column: 1 });
  });

  test("marked parts are used again", () => {
    const yaml = read("a: &areas [north, south]\nb: *areas\n");
    expect(yaml.value).toEqual({ a: ["north", "south"], b: ["north", "south"] });
  });

  test("lines may end as on Windows, and a byte order mark is no text", () => {
    const yaml = read("\uFEFFa: 1\r\nb:\r\n  c: two\r\n");
    expect(yaml.value).toEqual({ a: 1, b: { c: "two" } });
    expect(yaml.placeOf(["a"])).toMatchObject({ line: 1, column: 4 });
    expect(yaml.placeOf(["b", "c"])).toMatchObject({ line: 3, column: 6, length: 3, text: "  c: two" });
  });
});

describe("places", () => {
  const yaml = read(
    'title: Burglary\nseries:\n  - { month: 2019-10, value: 3 }\n  - month: 2019-11\n    value: "4"\nempty:\nagain: &x\n  deep: 1\nuse: *x\npair: { north, ? south }\n',
  );

  test.each([
    [["title"], 1, 8, 8],
    [["series"], 3, 3, 1],
    [["series", 0, "value"], 3, 30, 1],
    [["series", 1], 4, 5, 1],
    [["series", 1, "value"], 5, 12, 3],
    [["empty"], 6, 7, 1],
    [["pair", "north"], 10, 9, 5],
    [["use"], 9, 6, 2],
    [["use", "deep"], 8, 9, 1],
  ])("the value of %p", (path, line, column, length) =>
    expect(yaml.placeOf(path)).toMatchObject({ line, column, length }),
  );

  test.each([
    [["series", 1, "area"], 4, 5],
    [["series", 7, "value"], 3, 3],
    [["nothing", "here"], 1, 1],
    [["title", "deeper"], 1, 8],
  ])("of %p, which is not there, the nearest that is", (path, line, column) =>
    expect(yaml.placeOf(path)).toMatchObject({ line, column }),
  );

  test.each([
    [["title"], 1, 1],
    [["series", 1, "value"], 5, 5],
    [["series", 1], 4, 5],
    [["empty"], 6, 1],
  ])("the key of %p", (path, line, column) => expect(yaml.keyPlaceOf(path)).toMatchObject({ line, column }));

  test("of every text stand where the text stands", () => {
    const tree = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.array(fc.stringMatching(/^[a-z]{1,9}$/)),
    );
    fc.assert(
      fc.property(tree, (value) => {
        const source = sourceOf(stringify(value));
        const { value: back, placeOf } = got(readYaml(source));
        expect(back).toEqual(value);
        for (const [key, items] of Object.entries(value))
          for (const [i, item] of items.entries()) {
            const { text = "", column } = placeOf([key, i]);
            expect(text.slice(column - 1).replaceAll(/^["']|["']$/g, "")).toBe(item);
          }
      }),
      { numRuns: 50 },
    );
  });
});

describe("awful YAML", () => {
  test.each([
    ["ampersand.yaml", ["1:11 text that starts with & must be in quotation marks"]],
    ["apostrophe.yaml", ["1:19 text goes on where the value has ended"]],
    ["at-sign.yaml", ["1:10 a text may not start with @"]],
    ["billion-laughs.yaml", ["1:1 the uses (*name) of marked parts (&name) multiply too much"]],
    ["bold-text.yaml", ["1:19 text goes on where", "2:8 text that starts with * must be in quotation marks"]],
    ["braces.yaml", ["1:7 text that starts with { or [ must be in quotation marks"]],
    ["bracketed-text.yaml", ["1:16 text goes on where the value has ended"]],
    ["colon-in-text.yaml", ["1:8 a colon and a blank stand inside this text"]],
    [
      "duplicate-keys.yaml",
      ["7:1 `title` is given twice: it already stands on line 1", "6:5 `value` is given twice"],
    ],
    ["greater-than.yaml", ["1:11 after > or | the text must start on the next line"]],
    ["list-on-line.yaml", ["1:8 start the list on the next line"]],
    ["lost-hash.yaml", ["1:14 what follows a # is left out", "2:8 what follows a # is left out"]],
    ["missing-blank.yaml", ["1:1 there is no `name: value` here"]],
    ["missing-colon.yaml", ["1:1 there is no `name: value` here"]],
    [
      "number-keys.yaml",
      ["1:1 the name 2019 would not be", "3:1 the name true would", "4:1 a name is missing"],
    ],
    ["old-version.yaml", ["1:1 a line may not start with %"]],
    ["prototype.yaml", ["1:1 `__proto__` may not be used as a name"]],
    ["self-reference.yaml", ["2:5 *self stands inside &self itself"]],
    ["tab-indent.yaml", ["2:1 this line is indented with a tab"]],
    ["tags.yaml", ["1:8 text that starts with !", "2:7 text that starts with !"]],
    ["two-documents.yaml", ["3:1 a file holds one document only"]],
    ["unclosed-bracket.yaml", ["1:8 this [ has no closing ]"]],
    ["unclosed-quote.yaml", ["2:8 this quotation mark is never closed"]],
    ["unequal-indent.yaml", ["3:1 this line does not line up"]],
    ["windows-path.yaml", ["1:10 \\U has no meaning between double quotation marks"]],
  ])("%s", (file, starts) => {
    const problems = problemsOf(readYaml(fixture(file)));
    expect(problems.map((problem, i) => problem.slice(0, starts[i]?.length))).toEqual(starts);
  });

  test("what is wrong inside is not mistaken for what is not closed", () =>
    expect(wrong("areas: [[north], south\nunit: offences\n")).toEqual([
      expect.stringMatching(/^1:8 this \[ has no closing/),
    ]));

  test("several mistakes are reported at once, one for each line", () => {
    const lines = problemsOf(readYaml(fixture("several-mistakes.yaml"))).map(
      (problem) => problem.split(":")[0],
    );
    expect(lines.sort()).toEqual(["1", "3", "5", "6"]);
  });

  test("a mistake that has no words of ours keeps yaml's own", () => {
    expect(wrong("a: &x &y b\n")[0]).toMatch(/& or \*/);
    expect(wrong("a: b\n...x\n")[0]).toMatch(/^\d+:\d+ /);
  });

  test("the place of a problem lies in the file and carries its line", () => {
    const checked = readYaml(fixture("several-mistakes.yaml"));
    expect(checked.ok ? [] : checked.problems.map(({ place }) => place)).toContainEqual(
      placeAt(fixture("several-mistakes.yaml"), fixture("several-mistakes.yaml").text.indexOf("@")),
    );
  });
});

describe("hostile YAML is given up quickly", () => {
  const big = (part: string, length = 1_000_000): string => part.repeat(length / part.length);
  const nest = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  test.each([
    ["10,000 brackets", nest(10_000), /nested more than 40 deep/],
    ["10,000 braces", "{a: ".repeat(10_000), /nested more than 40 deep/],
    ["10,000 list marks", "- ".repeat(10_000), /nested more than 40 deep/],
    ["a million commas", `[${big(",", 900_000)}]`, /60,000 YAML tokens/],
    ["a million closing brackets", big("]"), /60,000 YAML tokens/],
    ["a million quotation marks", big('"'), /60,000 YAML tokens/],
    ["a million line breaks", big("\n"), /60,000 YAML tokens/],
    ["one name over and over", big("a: 1\n", 30_000), /given twice/],
    ["1,000 uses of a mark", `- &a x\n${"- *a\n".repeat(1000)}`, /100 times/],
    ["more than a megabyte", big("a", 1_000_001), /too large \(more than 1,000,000 characters\)/],
  ])("%s", (_, text, message) => {
    const { result, ms } = timed(() => wrong(text));
    expect(result[0]).toMatch(message);
    expect(result.length).toBeLessThanOrEqual(limits.problems + 1);
    expect(ms).toBeLessThan(3000);
  });

  test("nesting within the limit is read", () => expect(read(nest(30)).value).toHaveLength(1));

  test("what is left out of the list is counted", () => {
    const problems = wrong("a: 1\n".repeat(200));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toContain("99 more problems in this file are not shown");
  });
});

test("no text makes readYaml throw, and problems lie inside the file", () => {
  const pieces = [
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "&a ",
    "*a",
    "!t ",
    "# ",
    "|",
    "?",
    "%",
    "---\n",
    "...\n",
    "\t",
    ": ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const source = sourceOf(parts.join(""));
      const checked = readYaml(source);
      const lines = source.text.split("\n");
      for (const { place } of checked.ok ? [] : checked.problems)
        expect(lines[place.line - 1]?.length).toBeGreaterThanOrEqual(place.column - 1);
    }),
    { numRuns: 1000 },
  );
});
