/**
 * What a piece of a content stream is: `blank` (white space and comments), an `operand`, an `operator` that takes the operands
 * before it, or the bytes of an inline `image`.
 */
export type TokenKind = "blank" | "operand" | "operator" | "image";

/** Is told of each token, from `start` to before `end`. */
export type TokenVisitor = (kind: TokenKind, start: number, end: number) => void;

/**
 * Cuts a content stream (one character a byte) into tokens, which together give the stream back. A dictionary or an
 * array is several operands: `<<`, `/MCID`, `3`, `>>`. What is broken off at the end is an operand as it stands.
 *
 * Source: ISO 32000-1:2008, 7.2 (lexical conventions), 7.8.2 (content streams) and 8.9.7 (inline images).
 */
export function readTokens(content: string, visit: TokenVisitor): void {
  for (let at = 0; at < content.length; ) {
    const start = at;
    const end = endOfToken(content, start);
    const kind = kindOf(content, start, end);
    visit(kind, start, end);
    at = end;
    if (kind === "operator" && content[start] === "I" && content.slice(start, end) === "ID") {
      at = endOfImage(content, end);
      if (at > end) visit("image", end, at);
    }
  }
}

const regular = 0;
const white = 1;
const delimiter = 2;

/** The class of each byte. */
const classes = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = white;
for (const character of "()<>[]{}/%") classes[character.charCodeAt(0)] = delimiter;

const [slash, percent, open, close, less, greater, backslash] = [0x2f, 0x25, 0x28, 0x29, 0x3c, 0x3e, 0x5c];

function endOfToken(content: string, at: number): number {
  const first = content.charCodeAt(at);
  if (classes[first] === white) return endOfRun(content, at + 1, white);
  if (classes[first] === regular || first === slash) return endOfRun(content, at + 1, regular);
  if (first === percent) return endOfLine(content, at);
  if (first === open) return endOfString(content, at);
  const second = content.charCodeAt(at + 1);
  if (first === less && second !== less) return orEnd(content, content.indexOf(">", at) + 1);
  return (first === less || first === greater) && second === first ? at + 2 : at + 1;
}

function endOfRun(content: string, from: number, wanted: number): number {
  let at = from;
  while (at < content.length && classes[content.charCodeAt(at)] === wanted) at++;
  return at;
}

function endOfLine(content: string, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== "\n" && content[at] !== "\r") at++;
  return at;
}

/** Parentheses nest in a string; one after a backslash does not count. */
function endOfString(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const byte = content.charCodeAt(at);
    if (byte === backslash) at++;
    else if (byte === open) depth++;
    else if (byte === close && --depth === 0) return at + 1;
  }
  return content.length;
}

/** The data end before an `EI` that stands by itself. */
function endOfImage(content: string, from: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r /[(<%]|$)/g;
  end.lastIndex = from;
  return end.exec(content)?.index ?? content.length;
}

const orEnd = (content: string, end: number): number => (end === 0 ? content.length : end);

/** Operators are words: letters, `'`, `"` and `*`; the words `true`, `false` and `null` are values. */
function kindOf(content: string, start: number, end: number): TokenKind {
  const first = content.charCodeAt(start);
  if (classes[first] === white || first === percent) return "blank";
  const letter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a;
  if (!letter && first !== 0x27 && first !== 0x22) return "operand";
  return end - start > 3 && values.has(content.slice(start, end)) ? "operand" : "operator";
}

const values: ReadonlySet<string> = new Set(["true", "false", "null"]);
