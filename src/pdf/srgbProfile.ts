/**
 * An ICC profile of the colour space sRGB, which PDF/A needs to know what red, green and blue mean: the primaries adapted to
 * D50, and the curve of sRGB in 256 steps.
 *
 * Source: IEC 61966-2-1:1999; ICC.1:2001-04 (the format, version 2.4).
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", Buffer.concat([signature("text"), Buffer.from("No copyright, use freely\0")])],
    ["wtpt", xyz(0.9642, 1, 0.8249)],
    ["rXYZ", xyz(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyz(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyz(0.14307, 0.06061, 0.7141)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const { table, data } = layOut(tags);
  return Buffer.concat([header(headerLength + table.length + data.length), table, data]);
}

const headerLength = 128;

/** A display's profile from RGB to XYZ, seen under D50. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  for (const [i, number] of [2020, 1, 1].entries()) bytes.writeUInt16BE(number, 24 + 2 * i);
  bytes.write("acsp", 36, "latin1");
  xyz(0.9642, 1, 0.8249).copy(bytes, 68, 8);
  return bytes;
}

/** The table of tags and their data, each from a multiple of four; equal data stands once. */
function layOut(tags: readonly (readonly [string, Buffer])[]): { table: Buffer; data: Buffer } {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let next = headerLength + table.length;
  for (const [i, [tag, bytes]] of tags.entries()) {
    const place = places.get(bytes) ?? next;
    if (place === next) {
      parts.push(bytes, Buffer.alloc(-bytes.length & 3));
      next += bytes.length + (-bytes.length & 3);
    }
    places.set(bytes, place);
    table.write(tag, 4 + 12 * i, "latin1");
    table.writeUInt32BE(place, 8 + 12 * i);
    table.writeUInt32BE(bytes.length, 12 + 12 * i);
  }
  return { table, data: Buffer.concat(parts) };
}

/** A tag's type, and four bytes that are kept for later. */
const signature = (type: string): Buffer => Buffer.from(`${type}\0\0\0\0`, "latin1");

/** Numbers with sixteen binary places. */
function xyz(...values: readonly [number, number, number]): Buffer {
  const numbers = Buffer.alloc(12);
  for (const [i, value] of values.entries()) numbers.writeInt32BE(Math.round(value * 65_536), 4 * i);
  return Buffer.concat([signature("XYZ "), numbers]);
}

/** The text in ASCII; none in Unicode, none for the Macintosh. */
function description(text: string): Buffer {
  const bytes = Buffer.alloc(4 + text.length + 1 + 8 + 3 + 67);
  bytes.writeUInt32BE(text.length + 1, 0);
  bytes.write(text, 4, "latin1");
  return Buffer.concat([signature("desc"), bytes]);
}

function toneCurve(): Buffer {
  const steps = 256;
  const bytes = Buffer.alloc(4 + 2 * steps);
  bytes.writeUInt32BE(steps, 0);
  for (let i = 0; i < steps; i++)
    bytes.writeUInt16BE(Math.round(linear(i / (steps - 1)) * 65_535), 4 + 2 * i);
  return Buffer.concat([signature("curv"), bytes]);
}

/** The light of a value of sRGB, both from 0 to 1. */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
