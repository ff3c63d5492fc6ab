import { deflateSync, inflateSync } from "node:zlib";
import type { Entry } from "./block.ts";
import { packNumbers } from "./numbers.ts";

/** Bytes of each column: the kind, the place in the file or the object stream, the nth in it. */
const columns = [1, 5, 2] as const;
const rowLength = 8;

/**
 * The cross-reference stream and the end of a file (ISO 32000-1:2008, 7.5.8).
 *
 * @param at the byte at which it will stand
 * @param identity 32 hexadecimal digits
 */
export function crossReference(entries: readonly Entry[], at: number, identity: string): Uint8Array {
  const number = packNumbers.crossReference;
  const sorted = [...entries, [number, 1, at, 0] as const].sort(([a], [b]) => a - b);
  const rows = Buffer.alloc((sorted.length + 1) * rowLength);
  rows.writeUInt16BE(65_535, rowLength - columns[2]);
  /** First number and count of each run of numbers; the first holds the free object 0. */
  const runs: [number, number][] = [[0, 1]];
  sorted.forEach(([object, kind, place, nth], i) => {
    const run = runs.at(-1);
    if (run !== undefined && run[0] + run[1] === object) run[1] += 1;
    else runs.push([object, 1]);
    const row = (i + 1) * rowLength;
    rows.writeUInt8(kind, row);
    rows.writeUIntBE(place, row + columns[0], columns[1]);
    rows.writeUInt16BE(nth, row + columns[0] + columns[1]);
  });
  const content = deflateSync(rows);
  const size = (sorted.at(-1)?.[0] ?? 0) + 1;
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<</Type/XRef/Size ${size}/W[${columns.join(" ")}]/Index[${runs.flat().join(" ")}]` +
        `/Root ${packNumbers.catalog} 0 R/Info ${packNumbers.information} 0 R/ID[<${identity}><${identity}>]` +
        `/Filter/FlateDecode/Length ${content.length}>>\nstream\n`,
    ),
    content,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
}

/**
 * Reads the cross-reference at the end of a file that was written with the above.
 *
 * @throws Error when there is none where the file's end says
 */
export function readCrossReference(bytes: Uint8Array): Entry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.subarray(-64).toString("latin1"))?.[1]);
  const begin = file.indexOf("stream\n", at) + "stream\n".length;
  const head = file.subarray(at, begin).toString("latin1");
  const [, runs, length] =
    /^\d+ 0 obj\n<<\/Type\/XRef\/.*\/Index\[([\d ]+)\].*\/Length (\d+)>>\nstream\n$/.exec(head) ?? [];
  if (runs === undefined) throw new Error("a linked file has no cross-reference where it says");
  const rows = inflateSync(file.subarray(begin, begin + Number(length)));
  const numbers = runs.split(" ").map(Number);
  const entries: Entry[] = [];
  let row = 0;
  for (let i = 0; i + 1 < numbers.length; i += 2)
    for (let nth = 0; nth < (numbers[i + 1] ?? 0); nth++) {
      const kind = rows.readUInt8(row);
      const place = rows.readUIntBE(row + columns[0], columns[1]);
      const last = rows.readUInt16BE(row + columns[0] + columns[1]);
      if (kind === 1 || kind === 2) entries.push([(numbers[i] ?? 0) + nth, kind, place, last]);
      row += rowLength;
    }
  return entries;
}
