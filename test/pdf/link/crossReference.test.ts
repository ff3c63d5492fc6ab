import { inflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { crafted, pack, testFont } from "./linking.ts";

test("the cross-reference says of every object where it stands, in the file or in an object stream", async () => {
  const { bytes } = await pack([{ prefix: "one", bytes: await crafted(() => undefined) }], await testFont());
  const file = Buffer.from(bytes).toString("latin1");
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const head =
    /^14 0 obj\n<<\/Type\/XRef\/Size (\d+)\/W\[1 5 2\]\/Index\[([\d ]+)\].*?\/Length (\d+)>>\nstream\n/.exec(
      file.slice(at),
    );
  const begin = at + (head?.[0].length ?? 0);
  const rows = inflateSync(bytes.subarray(begin, begin + Number(head?.[3])));
  const runs = head?.[2]?.split(" ").map(Number) ?? [];
  let row = 0;
  const found: number[] = [];
  const wrong: string[] = [];
  for (let i = 0; i < runs.length; i += 2)
    for (let number = runs[i] ?? 0; number < (runs[i] ?? 0) + (runs[i + 1] ?? 0); number++, row += 8) {
      const [kind, place, nth] = [
        rows.readUInt8(row),
        rows.readUIntBE(row + 1, 5),
        rows.readUInt16BE(row + 6),
      ];
      if (kind !== 0) found.push(number);
      if (kind === 1 && !file.slice(place).startsWith(`${number} 0 obj\n`))
        wrong.push(`${number} at ${place}`);
      if (kind === 2 && streamNumbers(file, bytes, place)[nth] !== number)
        wrong.push(`${number} in ${place}`);
    }
  expect([wrong, row]).toEqual([[], rows.length]);
  expect(Number(head?.[1])).toBe(Math.max(...found) + 1);
  expect(found.length).toBeGreaterThan(30);
});

/** The numbers of the objects in an object stream. */
function streamNumbers(file: string, bytes: Uint8Array, number: number): number[] {
  const at = file.indexOf(`\n${number} 0 obj\n`) + 1;
  const head = /^\d+ 0 obj\n<<\/Type\/ObjStm\/N (\d+).*?\/Length (\d+)>>\nstream\n/.exec(file.slice(at));
  const begin = at + (head?.[0].length ?? 0);
  const content = inflateSync(bytes.subarray(begin, begin + Number(head?.[2]))).toString("latin1");
  return content
    .split(" ", 2 * Number(head?.[1]))
    .filter((_, i) => i % 2 === 0)
    .map(Number);
}
