import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { limits } from "../../src/sources/limits.ts";
import { findReferences, type MarkdownBlock, readMarkdown } from "../../src/sources/markdown.ts";
import { placeAt } from "../../src/sources/text.ts";
import { got, problemsOf, sourceOf, timed } from "./reading.ts";

const blocksOf = (text: string): readonly MarkdownBlock[] => got(readMarkdown(sourceOf(text))).blocks;
const wrong = (text: string): string[] => problemsOf(readMarkdown(sourceOf(text)));

describe("front matter", () => {
  test.each([["\n"], ["\r\n"]])("is read with the places of the whole file (%j)", (lineEnd) => {
    const lines = ["---", "title: Burglary", "date: 2019-12-31", "also:", "  - robbery", "---", "", "Text."];
    const { frontMatter, blocks, source } = got(readMarkdown(sourceOf(lines.join(lineEnd))));
    expect(frontMatter.value).toEqual({ title: "Burglary", date: "2019-12-31", also: ["robbery"] });
    expect(frontMatter.placeOf(["also", 0])).toMatchObject({ line: 5, column: 5, text: "  - robbery" });
    expect(frontMatter.source).toBe(source);
    expect(blocks).toMatchObject([{ kind: "prose", text: "Text.", place: { line: 8, column: 1 } }]);
  });

  test.each(["Text.", "", "---\n---\nText.", "---\n# nothing yet\n---\nText.", "\n\nText.", "----\n"])(
    "is an empty mapping in %j",
    (text) => {
      const { frontMatter } = got(readMarkdown(sourceOf(text)));
      expect(frontMatter.value).toEqual({});
      expect(frontMatter.placeOf(["title"])).toMatchObject({ line: 1, column: 1 });
    },
  );

  test("behind a byte order mark", () => {
    const { frontMatter, blocks } = got(readMarkdown(sourceOf("\uFEFF---\na: 1\n---\n# B\n")));
    expect(frontMatter.placeOf(["a"])).toMatchObject({ line: 2, column: 4 });
    expect(blocks).toMatchObject([{ kind: "heading", text: "B", place: { line: 4, column: 3 } }]);
  });

  test("is not shared between files that say the same", () => {
    const [one, two] = [1, 2].map(() => got(readMarkdown(sourceOf("---\na: [1]\n---\n"))).frontMatter.value);
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
  });

  test.each([
    ["---\ntitle: a\n", "1:1 the front matter is not closed: add a line --- below it"],
    ["---", "1:1 the front matter is not closed"],
    ["---\ntitle: a\n--- \ntext", ""],
    ["---\ntitle: a\n---b\ntext", "3:1 the line that closes the front matter must be --- alone"],
    ["---js\nprocess.exit(3)\n---\n", "1:1 the first line must be --- alone"],
    ["--- title: a\n---\n", "1:1 the first line must be --- alone"],
    ["\n\n---\ntitle: a\n---\n", "3:1 the front matter must start on the first line"],
    ["---\n- a\n---\n", "2:1 the front matter must be lines of `name: value`"],
    ["---\nok: 1\ntitle: a: b\n---\n", "3:8 a colon and a blank stand inside this text"],
    [`---\n${"\n".repeat(20_001)}\n---\n`, "1:1 the front matter is longer than 20,000 characters"],
  ])("%j", (text, start) => expect(wrong(text)[0]?.slice(0, start.length) ?? "").toBe(start));
});

describe("blocks", () => {
  test("a heading has a level and a text without its marks", () => {
    expect(blocksOf("# One\n###   Three ##\n  ###### C# \n## a#b#\n")).toEqual(
      [
        { level: 1, text: "One", line: 1, column: 3, length: 3 },
        { level: 3, text: "Three", line: 2, column: 7, length: 5 },
        { level: 6, text: "C#", line: 3, column: 10, length: 2 },
        { level: 2, text: "a#b#", line: 4, column: 4, length: 4 },
      ].map(({ level, text, ...place }) => ({
        kind: "heading",
        level,
        text,
        place: expect.objectContaining(place),
      })),
    );
  });

  test("a directive has words, one of them perhaps quoted", () => {
    const [block] = blocksOf('\n  {{ chart bars  hate-crime "Most | are, racial" }} \n');
    expect(block).toMatchObject({
      kind: "directive",
      name: "chart",
      place: { line: 2, column: 3, length: 49 },
    });
    const words = block?.kind === "directive" ? block.words : [];
    expect(words.map(({ text, quoted, place }) => [text, quoted, place.column, place.length])).toEqual([
      ["bars", false, 12, 4],
      ["hate-crime", false, 18, 10],
      ["Most | are, racial", true, 29, 20],
    ]);
    expect(blocksOf("{{table}}")).toMatchObject([{ kind: "directive", name: "table", words: [] }]);
  });

  test.each([
    "{{charts bars a}}",
    "{{rape.mean}}",
    "see {{chart bars a}}",
    "{{chart bars a}} {{chart bars b}}",
    "\\{{chart bars a}}",
    "{{chart bars {{a}}",
    "    # indented code",
    "#1 priority",
    "####### seven",
    "```\n## in code\n\n{{chart a}}\n[^a]: b\n<!-- c -->\n```",
    "~~~~\n~~~\n# a\n~~~~~",
    "- a list\n\n- with a gap\n\n  and a paragraph",
    "| a | b |\n| - | - |",
    "[^a note]: with a blank",
  ])("%j is one block of prose, unchanged", (text) =>
    expect(blocksOf(`\n${text}\n \n`)).toMatchObject([
      { kind: "prose", text, place: { line: 2, column: 1 } },
    ]),
  );

  test("a footnote goes on in indented lines", () => {
    const blocks = blocksOf(
      "[^src]: First {{a}}\n  second\n\n    third\n\nText[^src].\n [^b]:\n  late\n[^c]: d",
    );
    expect(blocks).toMatchObject([
      {
        kind: "note",
        label: "src",
        text: "First {{a}}\n  second\n\n    third",
        place: { line: 1, column: 9 },
      },
      { kind: "prose", text: "Text[^src].", place: { line: 6, column: 1 } },
      { kind: "note", label: "b", text: "late", place: { line: 8, column: 3 } },
      { kind: "note", label: "c", text: "d", place: { line: 9, column: 7 } },
    ]);
  });

  test("comments on lines of their own are dropped and end a block", () => {
    const blocks = blocksOf("<!-- a -->\none\n  <!-- two\n# b\n\n-->  \nthree\n<!-->\n");
    expect(blocks).toMatchObject([
      { kind: "prose", text: "one", place: { line: 2 } },
      { kind: "prose", text: "three", place: { line: 7 } },
    ]);
  });

  test("keep the line ends of Windows inside, and none at their end", () => {
    expect(blocksOf("one\r\ntwo\r\n\r\n## Three\r\n{{chart a}}\r\n[^n]: four\r\n")).toMatchObject([
      { kind: "prose", text: "one\r\ntwo" },
      { kind: "heading", text: "Three", place: { text: "## Three" } },
      { kind: "directive", place: { length: 11 } },
      { kind: "note", text: "four" },
    ]);
  });

  test.each([
    ["text <!-- secret --> text", "1:6 a comment must stand on lines of its own"],
    ["<!-- secret --> text", "1:1 text follows this comment"],
    ["text\n\n<!-- never\n\nclosed", "3:1 this comment is not closed"],
    ["```\ncode", "1:1 the code in this text is not closed: add a line ```"],
    ["##Heading", "1:1 put a blank between the # and the heading"],
    ["## ##", "1:4 this heading has no text"],
    ["[^a]:\n\ntext", "1:1 this footnote has no text"],
    ["[^a]: one\ntwo", "2:1 indent this line to continue the footnote"],
    ['{{chart bars "a}}', "1:14 this quotation mark is never closed"],
    ["{{chart bars “a b”}}", "1:14 write straight quotation marks here"],
    ['{{chart bars a"b"}}', "1:15 put a blank between these two words"],
    ["{{chart bars a}}}", "1:14 leave out this brace"],
  ])("%j", (text, start) => expect(wrong(text)[0]?.slice(0, start.length)).toBe(start));

  test("lose nothing and share nothing: each line that is neither blank nor a comment is in one block", () => {
    const line = fc.constantFrom(
      ...[
        "",
        " ",
        "text",
        "- item",
        "  indented",
        "# H",
        "## H ##",
        "{{chart a b}}",
        "{{table a}}",
        "[^n]: note",
      ],
      ...["    more", "```", "~~~", "<!-- c -->", "| a | b |", "{{fig}}", "\ttab", "> quote", "# "],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n"), (lines, lineEnd) => {
        const checked = readMarkdown(sourceOf(lines.join(lineEnd)));
        if (!checked.ok) return;
        const { blocks } = checked.value;
        const covered = blocks.flatMap((block) => {
          const text = block.kind === "directive" || block.kind === "table" ? "" : block.text;
          return text
            .split("\n")
            .map((part, i) => ({ number: block.place.line + i, part, kind: block.kind }));
        });
        expect(covered.map(({ number }) => number)).toEqual([
          ...new Set(covered.map(({ number }) => number)),
        ]);
        for (const { number, part } of covered) expect(lines[number - 1]).toContain(part.replace(/\r$/, ""));
        const left = lines.filter((_, i) => !covered.some(({ number }) => number === i + 1));
        expect(left.filter((text) => text.trim() !== "" && text !== "<!-- c -->")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

const start = { file: "a.md", line: 3, column: 5, text: "    " };
const found = (text: string) => {
  const { references, problems } = findReferences(text, start);
  return {
    references: references.map((one) => (one.kind === "inline" ? one.inner : `^${one.label}`)),
    problems: problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`),
  };
};

describe("findReferences", () => {
  test("finds braces and footnotes in order, with offsets and places", () => {
    const text = "Up {{ a.mean | size }},[^x]\nthen {{b\n+ c}}.";
    expect(findReferences(text, { ...start, text: `    ${text.split("\n")[0]}` })).toEqual({
      problems: [],
      references: [
        {
          kind: "inline",
          inner: "a.mean | size",
          start: 3,
          end: 22,
          place: { file: "a.md", line: 3, column: 8, length: 19, text: "    Up {{ a.mean | size }},[^x]" },
        },
        {
          kind: "note",
          label: "x",
          start: 23,
          end: 27,
          place: expect.objectContaining({ line: 3, column: 28 }),
        },
        {
          kind: "inline",
          inner: "b\n+ c",
          start: 33,
          end: 42,
          place: expect.objectContaining({ line: 4, column: 6, text: "then {{b" }),
        },
      ],
    });
  });

  test.each([
    ["\\{{a}} {{b}}", ["b"]],
    ["\\{{a\\}} {{b}}", ["b"]],
    ["\\[^a] [^b] [not^c]", ["^b"]],
    ["no { } [ ] here", []],
    ["`{{a}}`", ["a"]],
  ])("%j", (text, references) => expect(found(text)).toEqual({ references, problems: [] }));

  test.each([
    ["a {{b", [], ["3:7 this {{ is not closed"]],
    ["{{a\n\nb}}", [], ["5:2 there is no {{ for this }}", "3:5 this {{ is not closed"]],
    ["{{a {{b}}", ["b"], ["3:5 this {{ is not closed"]],
    ["a }}\n}}", [], ["3:7 there is no {{", "4:1 there is no {{"]],
    ["{{}} {{ }} {{a}}", ["a"], ["3:5 nothing is written", "3:10 nothing is written"]],
    ["a[^]\nb[^my note]", [], ["3:6 a footnote needs a label", "4:2 a footnote needs a label"]],
  ])("%j has problems", (text, references, starts) => {
    const { references: ours, problems } = found(text);
    expect(ours).toEqual(references);
    expect(problems.map((one) => starts.find((part) => one.startsWith(part))).sort()).toEqual(
      [...starts].sort(),
    );
  });

  test("every place points at its mark in the file, from wherever the block starts", () => {
    const piece = fc.constantFrom("{{a}}", "{{ b.c }}", "[^n]", "é😀", "\n", "\r\n", " ", "x", "}", "\\");
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom("", "# H\n\n", "## "), (parts, before) => {
        const text = parts
          .join("")
          .trim()
          .replaceAll(/\s*\n\s*/g, "\n");
        const source = sourceOf(before + text);
        const { references } = findReferences(text, placeAt(source, before.length));
        expect(references).toHaveLength(text.match(/(?<!\\)(\{\{|\[\^)/g)?.length ?? 0);
        for (const { place, start: offset, end } of references) {
          const line = source.text.split("\n")[place.line - 1] ?? "";
          const mark = text.slice(offset, end);
          expect(line.slice(place.column - 1, place.column - 1 + (place.length ?? 0))).toBe(mark);
          expect(place.text).toBe(line.replace(/\r$/, ""));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("hostile Markdown is given up, or read, quickly", () => {
  const big = (part: string): string => part.repeat(1_000_000 / part.length);
  test.each([
    ["open braces", big("{{")],
    ["notes", big("[^")],
    ["comments", big("<!---->\n")],
    ["unclosed comments", big("a <!--\n")],
    ["line breaks", big("\n")],
    ["blanks in a heading", `# ${big(" ")}`.slice(0, 999_999)],
    ["signs in a heading", `# x${big("#")}`.slice(0, 999_998)],
    ["backticks", `${big("`")}x`.slice(0, 999_999)],
    ["front matter that never ends", `---\n${big("a: 1\n")}`.slice(0, 999_999)],
  ])("%s", (_, text) => {
    const { result, ms } = timed(() => [...wrong(text), ...findReferences(text, start).problems]);
    expect(result.length).toBeLessThanOrEqual(2 * limits.problems + 2);
    expect(ms).toBeLessThan(5000);
  });

  test("more than a megabyte is too large", () =>
    expect(wrong(`${big("a")}a`)[0]).toMatch(/^1:1 .*too large/));
});
