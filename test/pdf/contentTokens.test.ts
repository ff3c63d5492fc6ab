import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTokens, type TokenKind } from "../../src/pdf/contentTokens.ts";

type Token = { readonly kind: TokenKind; readonly text: string };

function tokensOf(content: string): readonly Token[] {
  const tokens: Token[] = [];
  readTokens(content, (kind, start, end) => tokens.push({ kind, text: content.slice(start, end) }));
  return tokens;
}

const told = (content: string): readonly string[] =>
  tokensOf(content)
    .filter(({ kind }) => kind !== "blank")
    .map(({ kind, text }) => `${kind} ${text}`);

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");

describe("the tokens of a content stream", () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
  const piece = fc.constantFrom(
    "(",
    ")",
    "\\",
    "<<",
    ">>",
    "<",
    ">",
    "[",
    "]",
    "/P",
    "%",
    "\n",
    "BI",
    "ID",
    "EI",
    " ",
  );

  test("together give back the stream, whatever its bytes", () => {
    const stream = fc.array(fc.oneof(byte, piece)).map((parts) => parts.join(""));
    fc.assert(fc.property(stream, (content) => joined(tokensOf(content)) === content));
  });

  test("hold every operator that was written, in order, and nothing else as one", () => {
    const words = [
      ..."qQfSsBbWnhmlcvy'\"",
      "re",
      "cm",
      "BT",
      "ET",
      "Tj",
      "TJ",
      "f*",
      "T*",
      "d0",
      "BDC",
      "EMC",
      "Do",
    ];
    const text = fc
      .array(fc.constantFrom("q", "Tj", " ", "(a)", "\\)", "EMC"))
      .map((parts) => `(${parts.join("")})`);
    const value = fc.oneof(
      fc.constantFrom(
        "1",
        "-.5",
        "<001C>",
        "/Tj",
        "true",
        "null",
        "[(a) -3 (q)]",
        "<</MCID 4 /E (Q)>>",
        "% Q\n",
      ),
      text,
    );
    const instruction = fc.tuple(fc.array(value, { maxLength: 4 }), fc.constantFrom(...words));
    fc.assert(
      fc.property(fc.array(instruction), (instructions) => {
        const content = instructions.map(([values, word]) => [...values, word].join(" ")).join("\n");
        const operators = tokensOf(content).filter(({ kind }) => kind === "operator");
        expect(operators.map((token) => token.text)).toEqual(instructions.map(([, word]) => word));
      }),
    );
  });

  test("need no white space between them", () => {
    expect(told("/P<</MCID 3>>BDC(a)Tj[<01>2]TJ")).toEqual([
      "operand /P",
      "operand <<",
      "operand /MCID",
      "operand 3",
      "operand >>",
      "operator BDC",
      "operand (a)",
      "operator Tj",
      "operand [",
      "operand <01>",
      "operand 2",
      "operand ]",
      "operator TJ",
    ]);
  });

  test("parentheses nest in a string, and a backslash hides one", () => {
    expect(told("(a (b) \\) Tj) Tj")).toEqual(["operand (a (b) \\) Tj)", "operator Tj"]);
  });

  test("an inline image's bytes are no operators, also where they look like one", () => {
    expect(told("BI /W 2 ID Q xEI EMC EI Q")).toEqual([
      "operator BI",
      "operand /W",
      "operand 2",
      "operator ID",
      "image  Q xEI EMC",
      "operator EI",
      "operator Q",
    ]);
  });
});
