import { measureData } from "../../document/site/addresses.ts";
import type { Facts } from "../../model/facts.ts";
import type { SiteFile } from "../site.ts";
import type { DataFile } from "./catalogue.ts";
import { csvFile } from "./csv.ts";
import { jsonFile } from "./json.ts";
import { measureJson } from "./measureJson.ts";
import { measureColumns, measureTable } from "./measureRows.ts";

const file = (address: string): string => address.slice(1);

/** Every series as CSV, for the catalogue. */
export const seriesCsv = ({ measures, organisation }: Facts, cutOff: string): DataFile[] =>
  [...measures.values()].map((facts) => ({
    path: file(measureData(facts.measure.id, "csv")),
    bytes: csvFile(measureTable(facts, organisation, cutOff)),
    name: `measure-${facts.measure.id}`,
    title: facts.measure.title,
    description: facts.measure.definition,
    columns: measureColumns,
  }));

/** Every measure as JSON, with what it is. */
export const seriesJson = ({ measures, organisation }: Facts, cutOff: string): SiteFile[] =>
  [...measures.values()].map((facts) => ({
    path: file(measureData(facts.measure.id, "json")),
    bytes: jsonFile(measureJson(facts, organisation, cutOff)),
  }));
