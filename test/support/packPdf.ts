import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A link of a page: the words it lies on, and the page it leads to, counted from 0. */
type Link = { readonly words: string; readonly page: number };

/** An entry of an outline, the page it leads to, counted from 0, and what stands below it. */
export type Entry = { readonly title: string; readonly page: number; readonly below: readonly Entry[] };

export type PackPage = {
  readonly text: string;
  /** The number that is stamped on it. */
  readonly number: number;
  /** The label by which readers show it. */
  readonly label: string;
  /** What its stamp says of the agenda: "Agenda Item 2". */
  readonly item: string | null;
  readonly links: readonly Link[];
};

export type Pack = {
  readonly pages: readonly PackPage[];
  readonly outline: readonly Entry[];
  readonly title: string;
};

type RawEntry = { readonly title: string; readonly dest: unknown; readonly items?: readonly RawEntry[] };

/** A pack as pdf.js sees it, which shares no code with what made it. */
export async function readPack(pdf: Uint8Array): Promise<Pack> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pageOf = async (dest: unknown): Promise<number> => {
    const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
    if (!Array.isArray(place)) throw new Error(`${String(dest)} leads nowhere`);
    return document.getPageIndex(place[0]);
  };
  const entriesOf = (raw: readonly RawEntry[]): Promise<Entry[]> =>
    Promise.all(
      raw.map(async ({ title, dest, items = [] }) => ({
        title,
        page: await pageOf(dest),
        below: await entriesOf(items),
      })),
    );
  const labels = (await document.getPageLabels()) ?? [];
  const pages: PackPage[] = [];
  for (let i = 0; i < document.numPages; i++) {
    const page = await document.getPage(i + 1);
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
    const stamped = runs.flatMap(({ str }) => /^Page (\d+)$/.exec(str)?.[1] ?? []);
    if (stamped.length !== 1) throw new Error(`page ${i + 1} of the file bears ${stamped.length} numbers`);
    const annotations = await page.getAnnotations();
    const links: Link[] = [];
    for (const { dest, rect } of annotations) {
      if (!dest) continue;
      const words = runs.filter(({ transform: [, , , , x, y] }) => inside(rect, Number(x), Number(y)));
      links.push({ words: joined(words.map(({ str }) => str)), page: await pageOf(dest) });
    }
    pages.push({
      text: joined(runs.map(({ str }) => str)),
      number: Number(stamped[0]),
      label: labels[i] ?? "",
      item: runs.find(({ str }) => str.startsWith("Agenda Item "))?.str ?? null,
      links,
    });
  }
  const outline = await entriesOf(((await document.getOutline()) ?? []) as readonly RawEntry[]);
  const { info } = await document.getMetadata();
  await task.destroy();
  return { pages, outline, title: String(Reflect.get(info, "Title")) };
}

const joined = (runs: readonly string[]): string => runs.join(" ").replace(/\s+/g, " ").trim();

const inside = ([left, bottom, right, top]: readonly number[], x: number, y: number): boolean =>
  x >= (left ?? 0) - 1 && x <= (right ?? 0) && y >= (bottom ?? 0) - 1 && y <= (top ?? 0);
