import { addresses, fileOf } from "../document/site/addresses.ts";
import { calendarFile } from "./calendar.ts";
import { correctionColumns, correctionTable } from "./corrections.ts";
import { catalogue, type DataFile } from "./data/catalogue.ts";
import { csvFile } from "./data/csv.ts";
import { jsonFile } from "./data/json.ts";
import { revisionColumns, revisionsOf, revisionTable } from "./data/revisions.ts";
import { seriesCsv, seriesJson } from "./data/seriesFiles.ts";
import { symbolColumns, symbolTable } from "./data/symbols.ts";
import type { DigestedInput } from "./digest.ts";
import { atomFeed } from "./feed.ts";
import { headersFile } from "./headers.ts";
import type { FileList } from "./manifest.ts";
import { newsOf } from "./news.ts";
import { searchEntries, searchIndex } from "./search.ts";
import type { SiteFile } from "./site.ts";

/**
 * Data files but those of documents, their catalogue, feed, calendar, search index and headers.
 *
 * @param list the files that have been taken, those of the documents among them, for the catalogue
 */
export function* dataFiles(input: DigestedInput, list: Pick<FileList, "find">): Generator<SiteFile> {
  const { facts, documents, cutOff } = input;
  const revisions = revisionsOf(facts, cutOff);
  const corrections = documents.flatMap((one) => one.corrections);
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
  ];
  yield* tables;
  yield* seriesJson(facts, cutOff);
  yield { path: "data/revisions.json", bytes: jsonFile({ knownOn: cutOff, revisions }) };
  yield { path: "data/corrections.json", bytes: jsonFile({ corrections }) };
  const catalogued = [...tables, ...documents.flatMap((one) => one.catalogued)];
  yield catalogue(facts, catalogued, list, cutOff);
  yield atomFeed(facts, newsOf(input), cutOff);
  yield calendarFile(facts);
  yield searchIndex(searchEntries(input));
  yield headersFile();
}
