import { describe, expect, test } from "@jest/globals";
import { readTar } from "../../src/pdf/tar.ts";

/** One entry of a tar archive as POSIX describes it. */
function entry(path: string, content: string, { type = "0", prefix = "" } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write(content.length.toString(8).padStart(11, "0"), 124);
  header.write(type, 156);
  header.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}
const archive = (...entries: Buffer[]): Buffer => Buffer.concat([...entries, Buffer.alloc(1024)]);
const read = (bytes: Buffer): [string, string][] =>
  readTar(bytes).map((file) => [file.path, Buffer.from(file.bytes).toString()]);

describe("readTar", () => {
  test("gives the files in order, with their exact bytes", () => {
    const long = "x".repeat(513);
    expect(read(archive(entry("lib/a.so", "alpha"), entry("b", long), entry("c", "")))).toEqual([
      ["lib/a.so", "alpha"],
      ["b", long],
      ["c", ""],
    ]);
  });

  test("leaves folders and links out, and joins a long path's prefix", () => {
    const bytes = archive(
      entry("fonts/", "", { type: "5" }),
      entry("link", "", { type: "2" }),
      entry("file", "x", { prefix: "deep/down" }),
    );
    expect(read(bytes)).toEqual([["deep/down/file", "x"]]);
  });

  test.each(["../evil", "/etc/passwd", "a/../../b", "a\\b"])("refuses the path %s", (path) => {
    expect(() => readTar(archive(entry(path, "x")))).toThrow("leads outside");
  });

  test("notices that the archive is cut short", () => {
    expect(() => readTar(entry("a", "x".repeat(600)).subarray(0, 700))).toThrow("cut short");
  });
});
