import { addresses, fileOf } from "../document/site/addresses.ts";
import { calendarFile } from "./calendar.ts";
import { correctionColumns, correctionsOf, correctionTable } from "./corrections.ts";
import { catalogue, type DataFile } from "./data/catalogue.ts";
import { csvFile } from "./data/csv.ts";
import { jsonFile } from "./data/json.ts";
import { paperCsv, paperJson } from "./data/paperFiles.ts";
import { revisionColumns, revisionsOf, revisionTable } from "./data/revisions.ts";
import { seriesCsv, seriesJson } from "./data/seriesFiles.ts";
import { symbolColumns, symbolTable } from "./data/symbols.ts";
import { atomFeed } from "./feed.ts";
import { headersFile } from "./headers.ts";
import { newsOf } from "./news.ts";
import { searchEntries, searchIndex } from "./search.ts";
import type { SiteFile, WordedInput } from "./site.ts";

/** Data files and their catalogue, feed, calendar, search index and headers. */
export async function dataFiles(input: WordedInput): Promise<SiteFile[]> {
  const { facts, documents, cutOff } = input;
  const revisions = revisionsOf(facts, cutOff);
  const corrections = correctionsOf(input);
  const tables: DataFile[] = [
    {
      path: "data/symbols.csv",
      bytes: csvFile(symbolTable()),
      name: "symbols",
      title: "Symbols",
      description: "What the marks beside values mean.",
      columns: symbolColumns,
    },
    {
      path: "data/revisions.csv",
      bytes: csvFile(revisionTable(revisions)),
      name: "revisions",
      title: "Revisions",
      description: "Values that were published before with another value, old and new.",
      columns: revisionColumns,
    },
    {
      path: fileOf(addresses.correctionsCsv),
      bytes: csvFile(correctionTable(corrections)),
      name: "corrections",
      title: "Corrections",
      description: "Figures of papers that are printed otherwise than when they went out, old and new.",
      columns: correctionColumns,
    },
    ...seriesCsv(facts, cutOff),
    ...paperCsv(documents),
  ];
  return [
    ...tables.map(({ path, bytes }) => ({ path, bytes })),
    ...seriesJson(facts, cutOff),
    ...paperJson(documents),
    { path: "data/revisions.json", bytes: jsonFile({ knownOn: cutOff, revisions }) },
    { path: "data/corrections.json", bytes: jsonFile({ corrections }) },
    catalogue(facts, tables, cutOff),
    atomFeed(facts, newsOf(input), cutOff),
    calendarFile(facts),
    searchIndex(searchEntries(input)),
    headersFile(),
  ];
}
