import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { check } from "../../src/model/check.ts";
import { readYaml } from "../../src/sources/yaml.ts";

const schema = z.strictObject({
  title: z.string().min(1, "give a title"),
  decimals: z.int().default(0),
  kind: z.enum(["month", "week"]),
  say: z.strictObject({ lead: z.string().optional() }).default({}),
  targets: z.array(z.strictObject({ value: z.number(), label: z.string() })).default([]),
  bases: z.record(z.string(), z.strictObject({ source: z.string() })).default({}),
});

/** The problems of a text as `line:column message hint`. */
function problems(text: string): string[] {
  const yaml = readYaml({ file: "x.yaml", text });
  if (!yaml.ok) throw new Error("the test's own YAML is wrong");
  const result = check(schema, yaml.value);
  return result.ok
    ? []
    : result.problems.map(
        ({ place, message, hint }) => `${place.line}:${place.column} ${message}${hint ? ` | ${hint}` : ""}`,
      );
}

describe("check", () => {
  test("gives the value, with what is left out filled in", () => {
    const yaml = readYaml({ file: "x.yaml", text: "title: Rape\nkind: month\n" });
    expect(yaml.ok && check(schema, yaml.value)).toEqual({
      ok: true,
      value: { title: "Rape", kind: "month", decimals: 0, say: {}, targets: [], bases: {} },
    });
  });

  test.each([
    [
      "a word that is none of a list",
      "title: A\nkind: mnth",
      ["2:7 kind: `mnth` cannot stand here | Did you mean `month`?"],
    ],
    ["a number for a text", "title: 3\nkind: week", ["1:8 title: write words, not `3`"]],
    ["nothing", "title:\nkind: week", ["1:7 title: write words, not nothing"]],
    ["an empty text, in the schema's own words", 'title: ""\nkind: week', ["1:8 title: give a title"]],
    ["a list for a text", "title: [a]\nkind: week", ["1:8 title: write words, not a list"]],
    [
      "a text for a group of keys",
      "title: A\nkind: week\nsay: hello",
      ["3:6 say: write a group of keys, not `hello`"],
    ],
    [
      "a fraction for a whole number",
      "title: A\nkind: week\ndecimals: 1.5",
      ["3:11 decimals: write a whole number, not `1.5`"],
    ],
    [
      "missing keys, in words",
      "decimals: 0",
      ["1:1 title: add the key `title` (words)", "1:1 kind: add the key `kind` (one of month, week)"],
    ],
    [
      "a key deep inside",
      "title: A\nkind: week\nsay: { leed: x }",
      ["3:8 say: `leed` is not a key that is known here | Did you mean `lead`?"],
    ],
    [
      "a key in an item of a list",
      "title: A\nkind: week\ntargets:\n  - { value: 1, label: a }\n  - { value: 2, lable: b }",
      ["5:17 targets.1: `lable` is not a key that is known here | Did you mean `label`?"],
    ],
    [
      "a key in a record",
      "title: A\nkind: week\nbases:\n  people: { sauce: ONS }",
      ["4:13 bases.people: `sauce` is not a key that is known here | Did you mean `source`?"],
    ],
    [
      "a comma that cuts a text in two",
      "title: A\nkind: week\nbases:\n  people: { source: Office, mid 2018 }",
      [
        "4:29 bases.people: `mid 2018` is not a key that is known here | Within { } a comma ends a value: put the words in quotation marks.",
      ],
    ],
  ])("finds %s", (_, text, says) => {
    expect(problems(text)).toEqual(says);
  });

  test("tells a mistyped key once, not as missing too, but another missing key also", () => {
    expect(problems("titel: A")).toEqual([
      "1:1 kind: add the key `kind` (one of month, week)",
      "1:1 `titel` is not a key that is known here | Did you mean `title`?",
    ]);
  });
});
