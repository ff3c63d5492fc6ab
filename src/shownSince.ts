import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addresses, fileOf } from "./document/site/addresses.ts";
import { correctionColumns, differenceKey } from "./site/corrections.ts";
import { readCsv } from "./sources/csv.ts";
import { decodeUtf8 } from "./sources/text.ts";

/**
 * Since when the website that is to be replaced has shown each figure that differs from what was released: no source knows the day of a
 * change that nobody wrote down. A website without that list, or whose list is damaged, knows of none.
 *
 * @param site the root of the website
 */
export async function readShownSince(site: string): Promise<Map<string, string>> {
  const file = join(site, fileOf(addresses.correctionsCsv));
  const bytes = await readFile(file).catch(() => null);
  const text = bytes === null ? null : decodeUtf8(file, bytes);
  if (text === null || !text.ok) return new Map();
  const table = readCsv(text.value, { required: correctionColumns.map(({ name }) => name), optional: [] });
  if (!table.ok) return new Map();
  return new Map(
    table.value.rows.flatMap(({ cells }): [string, string][] => {
      const [since = "", path = "", document = "", figure = "", now = ""] = [
        "shown_since",
        "folder",
        "paper",
        "figure",
        "now",
      ].map((name) => cells[name]?.text);
      // The apostrophe is the spreadsheet's: no figure begins with one.
      const key = differenceKey({ path, document, figure, now: now.replace(/^'/, "") });
      return /^\d{4}-\d\d-\d\d$/.test(since) ? [[key, since]] : [];
    }),
  );
}
