import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatDiagnostics } from "../../src/diagnostic.ts";
import { decodeUtf8, placeAt, placeOfLine, placesWithin } from "../../src/sources/text.ts";
import { got, problemsOf, sourceOf } from "./reading.ts";

/** Any text without a byte order mark, rich in line ends, tabs and characters of two UTF-16 units. */
const anyText = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\t", "\n", "\r\n", " ") });

describe("placeAt", () => {
  test("counts lines and columns from 1, a tab as one column, an emoji as two", () => {
    const source = sourceOf("ab\n\t😀x\r\nlast");
    expect(placeAt(source, 0)).toEqual({ file: "test.txt", line: 1, column: 1, text: "ab", length: 1 });
    expect(placeAt(source, source.text.indexOf("x"))).toMatchObject({ line: 2, column: 4, text: "\t😀x" });
    expect(placeAt(source, source.text.indexOf("last"), 4)).toMatchObject({ line: 3, column: 1, length: 4 });
  });

  test("gives a byte order mark no column", () => {
    expect(placeAt(sourceOf("\uFEFFid: 1\nb"), 1)).toMatchObject({ line: 1, column: 1, text: "id: 1" });
    expect(placeAt(sourceOf("\uFEFFid: 1\nb"), 0)).toMatchObject({ line: 1, column: 1 });
    expect(placeAt(sourceOf("\uFEFFid: 1\nb"), 7)).toMatchObject({ line: 2, column: 1 });
  });

  test("cuts the length at the end of the line and keeps outside offsets inside", () => {
    expect(placeAt(sourceOf("abc\ndef"), 1, 99)).toMatchObject({ column: 2, length: 2 });
    expect(placeAt(sourceOf("abc"), 99)).toMatchObject({ line: 1, column: 4, length: 1 });
    expect(placeAt(sourceOf("abc"), -5)).toMatchObject({ line: 1, column: 1 });
  });

  test("finds the very character again from its line and column", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, n) => {
        const offset = n % (text.length + 1);
        const { line, column } = placeAt(sourceOf(text), offset);
        const before = text.slice(0, offset);
        expect(line).toBe(before.split("\n").length);
        expect(column).toBe(offset - before.lastIndexOf("\n"));
      }),
    );
  });
});

test("placeOfLine gives the text of its line", () => {
  const source = sourceOf("one\r\ntwo\r\n");
  expect(placeOfLine(source, 2, 2)).toEqual({ file: "test.txt", line: 2, column: 2, text: "two", length: 1 });
  expect(placeOfLine(source, 3)).toMatchObject({ line: 3, column: 1, text: "" });
});

test("placesWithin agrees with placeAt for a text cut out up to the end of a line", () => {
  fc.assert(
    fc.property(anyText, fc.string({ unit: "grapheme-ascii" }), fc.nat(), (text, before, n) => {
      const source = sourceOf(before + text);
      const offset = n % (text.length + 1);
      const place = placesWithin(text, placeAt(source, before.length))(offset);
      expect(place).toEqual(placeAt(source, before.length + offset));
    }),
  );
});

describe("decodeUtf8", () => {
  const bytes = (...parts: (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));

  test("reads UTF-8 with and without a byte order mark", () => {
    expect(got(decodeUtf8("a.yaml", bytes("née £5")))).toEqual({ file: "a.yaml", text: "née £5" });
    expect(got(decodeUtf8("a.yaml", bytes("\uFEFFid: 1"))).text).toBe("id: 1");
  });

  test("shows the first byte that is not UTF-8 and how to save the file", () => {
    const checked = decodeUtf8("a.csv", bytes("\uFEFFé,1\ncost,", 0xa3, "5\n", 0xa3));
    expect(problemsOf(checked)).toEqual(["2:6 this is not UTF-8 text (byte A3): save the file as UTF-8"]);
    expect(checked.ok ? "" : formatDiagnostics(checked.problems)).toContain("CSV UTF-8");
  });

  test("accepts the replacement character that a file itself holds", () => {
    expect(got(decodeUtf8("a.md", bytes("a \uFFFD b"))).text).toBe("a \uFFFD b");
    expect(problemsOf(decodeUtf8("a.md", bytes("a \uFFFD\n", 0xff)))[0]).toMatch(/^2:1 .*byte FF/);
  });

  test("refuses UTF-16 and NUL", () => {
    expect(problemsOf(decodeUtf8("a.csv", Buffer.from("\uFEFFa,b", "utf16le")))[0]).toMatch(/^1:1 .*byte FF/);
    expect(problemsOf(decodeUtf8("a.csv", bytes("ab\0")))[0]).toMatch(/^1:3 .*byte 00/);
  });

  test("gives back every text that was encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(got(decodeUtf8("a.md", Buffer.from(text))).text).toBe(text);
      }),
    );
  });
});
