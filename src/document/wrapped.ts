/** Characters of a line on a terminal or in a letter. */
const lineLength = 92;

/** Lines of at most so many characters, each behind its indent, broken between words. */
export function wrapped(paragraph: string, indent = ""): string {
  const lines: string[] = [""];
  for (const word of paragraph.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && indent.length + line.length + 1 + word.length > lineLength) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => `${indent}${line}`).join("\n");
}
