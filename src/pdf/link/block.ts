import { deflateSync } from "node:zlib";
import { type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { leadTo } from "./links.ts";
import { firstObject, knownNumber, ownNumbers } from "./numbers.ts";
import type { PageShape } from "./pages.ts";
import type { Prepared } from "./prepare.ts";
import type { Need, Slot } from "./slots.ts";
import { type Addresses, writeObject } from "./writeObject.ts";

/** Where an object stands: at a byte of the block, or as the nth in an object stream. */
export type Entry = readonly [number: number, kind: 1 | 2, place: number, nth: number];

/** Numbered objects as bytes, with what a cross-reference needs of them. */
export type Objects = { readonly bytes: Uint8Array; readonly entries: readonly Entry[] };

/** A finished paper compiled for its place in a pack: nothing of it is read, copied or compressed again. */
export type Block = Objects & {
  readonly prefix: string;
  readonly title: string;
  readonly slot: Slot;
  readonly pages: readonly PageShape[];
  /** The number of the first of its stamps, one a page. */
  readonly stamps: number;
  /** Numbers of the first and last entry of its outline. */
  readonly outline: { readonly first: number; readonly last: number; readonly count: number } | null;
  readonly hasIds: boolean;
  readonly hasParents: boolean;
};

/** Objects in one object stream: more would have to be inflated to read one, fewer compress worse. */
const perStream = 200;

/** How many numbers a paper needs in a pack. */
export function needOf({ objects, pages, parents }: Prepared): Need {
  // Those that are streams themselves are counted too, which costs a number or two and keeps this simple.
  const streams = Math.ceil((objects.length + firstObject) / perStream);
  return { size: firstObject + objects.length + pages.length + streams, keys: parents.length };
}

/**
 * Compiles a paper for its slot.
 *
 * @param placeOf the name in the pack that an address of the paper's links leads to; null for one that leads out of it
 */
export function compileBlock(
  prepared: Prepared,
  slot: Slot,
  placeOf: (address: string) => string | null,
): Block {
  const { objects, ties, parents, pages, prefix, title, outline, hasIds } = prepared;
  for (const link of prepared.links) leadTo(link, placeOf(link.address));
  const stamps = slot.base + firstObject + objects.length;
  const addresses = addressesIn(prepared, slot, stamps);
  const numbered: Numbered[] = [
    ...[...ties].map(([place, object]): Numbered => ({ number: slot.base + place, object })),
    ...objects.map((object, i): Numbered => ({ number: slot.base + firstObject + i, object })),
  ];
  const written = { number: slot.base + ownNumbers.parents, text: parentsLeaf(parents, slot, addresses) };
  const packed = packObjects(numbered, [written], addresses, stamps + pages.length);
  const ends =
    outline === null
      ? null
      : {
          first: addresses.numberOf(outline.first) ?? 0,
          last: addresses.numberOf(outline.last) ?? 0,
          count: outline.count,
        };
  return {
    ...packed,
    prefix,
    title,
    slot,
    pages,
    stamps,
    outline: ends,
    hasIds,
    hasParents: parents.length > 0,
  };
}

type Numbered = { readonly number: number; readonly object: PDFObject };
type Written = { readonly number: number; readonly text: string };

const addressesIn = ({ placeOf }: Prepared, { base, key }: Slot, stamps: number): Addresses => ({
  keyShift: key,
  numberOf: (ref) => {
    const place = placeOf.get(ref);
    return place === undefined ? knownNumber(ref, base, stamps) : base + place;
  },
});

/** The paper's leaf of the pack's parent tree. */
function parentsLeaf(parents: readonly PDFObject[], { key }: Slot, addresses: Addresses): string {
  const pairs = parents.map((each, i) => `${key + i} ${writeObject(each, addresses)}`);
  return `<</Limits[${key} ${key + parents.length - 1}]/Nums[${pairs.join(" ")}]>>`;
}

/** Writes objects in a row: streams as they are, the others into object streams (ISO 32000-1:2008, 7.5.7). */
export function packObjects(
  objects: readonly Numbered[],
  others: readonly Written[],
  addresses: Addresses,
  firstStream: number,
): Objects {
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let at = 0;
  const put = (number: number, head: string, content: Uint8Array): void => {
    const begin = Buffer.from(`${number} 0 obj\n${head}\nstream\n`, "latin1");
    const end = Buffer.from("\nendstream\nendobj\n");
    entries.push([number, 1, at, 0]);
    parts.push(begin, content, end);
    at += begin.length + content.length + end.length;
  };
  const small: Written[] = [...others];
  for (const { number, object } of objects) {
    if (object instanceof PDFStream) {
      object.updateDict();
      put(number, writeObject(object, addresses), object.getContents());
    } else small.push({ number, text: writeObject(object, addresses) });
  }
  for (let i = 0; i * perStream < small.length; i++) {
    const some = small.slice(i * perStream, (i + 1) * perStream);
    let offset = 0;
    const heads = some.map(({ number, text }) => {
      const head = `${number} ${offset}`;
      offset += text.length + 1;
      return head;
    });
    const head = `${heads.join(" ")} `;
    const content = deflateSync(Buffer.from(head + some.map(({ text }) => `${text} `).join(""), "latin1"));
    const stream = firstStream + i;
    put(
      stream,
      `<</Type/ObjStm/N ${some.length}/First ${head.length}/Filter/FlateDecode/Length ${content.length}>>`,
      content,
    );
    entries.push(...some.map(({ number }, nth): Entry => [number, 2, stream, nth]));
  }
  return { bytes: Buffer.concat(parts), entries };
}
