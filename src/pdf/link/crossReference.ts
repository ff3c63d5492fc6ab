import { deflateSync } from "node:zlib";
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
