import { type PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import { dictOf, entry, has, itemsIn, listIn, nameIn, numberIn, numberOf, refText } from "./objects.ts";
import type { PageTreeFacts } from "./paper.ts";

/** A leaf of the page tree, with what it inherits. */
export type PageLeaf = {
  readonly dict: PDFDict;
  /** How others point to it, `12 0 R`. */
  readonly ref: string | null;
  readonly resources: PDFDict | null;
  readonly rotation: number;
  readonly inheritsRotation: boolean;
  /** What is shown, after crop and rotation, in points. */
  readonly width: number;
  readonly height: number;
};

/** Nobody's paper has as many; what comes after is not counted. */
const mostPages = 10_000;

/** For each inheritable entry the nearest that has it: the page itself, or a node above. */
type Inherited = ReadonlyMap<string, PDFDict>;
const inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

type Node = { readonly object: PDFObject; readonly above: Inherited };

/** Every page in order, whatever the counts of the tree say; a branch that was read is not read again. */
export function readPageTree(catalog: PDFDict): {
  readonly leaves: readonly PageLeaf[];
  readonly facts: PageTreeFacts;
} {
  const root = catalog.get(PDFName.of("Pages"));
  const leaves: PageLeaf[] = [];
  const seen = new Set<PDFDict>();
  let [loops, missing, steps] = [false, 0, 0];
  const stack: Node[] = root === undefined ? [] : [{ object: root, above: new Map() }];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (leaves.length >= mostPages || ++steps > 3 * mostPages)
      return { leaves, facts: { loops, missing, endless: true } };
    const dict = dictOf(catalog.context.lookup(node.object));
    const inherited = dict === null ? node.above : inheritedBy(dict, node.above);
    if (dict === null) missing++;
    else if (!isBranch(dict)) leaves.push(leafOf(dict, refText(node.object), inherited));
    else if (seen.has(dict)) loops = true;
    else {
      seen.add(dict);
      const kids = listIn(dict, "Kids").slice(0, mostPages + 1);
      for (const object of kids.toReversed()) stack.push({ object, above: inherited });
    }
  }
  return { leaves, facts: { loops, missing, endless: false } };
}

const isBranch = (dict: PDFDict): boolean => nameIn(dict, "Type") === "Pages" || has(dict, "Kids");

function inheritedBy(dict: PDFDict, above: Inherited): Inherited {
  const own = inheritable.filter((key) => has(dict, key));
  return own.length === 0 ? above : new Map([...above, ...own.map((key) => [key, dict] as const)]);
}

function leafOf(dict: PDFDict, ref: string | null, inherited: Inherited): PageLeaf {
  const holder = (key: string): PDFDict | null => inherited.get(key) ?? null;
  const rotation = (((Math.round((numberIn(holder("Rotate"), "Rotate") ?? 0) / 90) * 90) % 360) + 360) % 360;
  const media = boxIn(holder("MediaBox"), "MediaBox") ?? letter;
  const shown = overlap(boxIn(holder("CropBox"), "CropBox") ?? media, media);
  const unit = numberIn(dict, "UserUnit") ?? 1;
  const [across, up] = [(shown[2] - shown[0]) * unit, (shown[3] - shown[1]) * unit];
  return {
    dict,
    ref,
    resources: dictOf(entry(holder("Resources"), "Resources")),
    rotation,
    inheritsRotation: holder("Rotate") !== null && holder("Rotate") !== dict,
    width: rotation % 180 === 0 ? across : up,
    height: rotation % 180 === 0 ? up : across,
  };
}

/** Left, bottom, right, top. */
type Box = readonly [number, number, number, number];

/** What readers take where no size is given. */
const letter: Box = [0, 0, 612, 792];

function boxIn(dict: PDFDict | null, key: string): Box | null {
  const [a, b, c, d] = itemsIn(dict, key).map(numberOf);
  if (a == null || b == null || c == null || d == null) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

const overlap = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
