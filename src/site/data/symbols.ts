import type { Status } from "../../model/observation.ts";
import type { CsvTable } from "./csv.ts";

/** How a status is marked beside a value, in the symbols of the Government Analysis Function, and what it means. */
const statusMarks: Readonly<Record<Status, { readonly symbol: string; readonly meaning: string }>> = {
  published: { symbol: "", meaning: "The value is as it was published." },
  estimated: {
    symbol: "[e]",
    meaning: "Estimated: rebuilt to agree with published totals. It is not a published figure.",
  },
  provisional: { symbol: "[p]", meaning: "Provisional: the value may still change." },
  revised: {
    symbol: "[r]",
    meaning: "Revised: another value was published before, which is given beside it.",
  },
  missing: { symbol: "[x]", meaning: "Not available: there is no value, and the reason is given." },
  suppressed: {
    symbol: "[c]",
    meaning: "Withheld: the value is known and is not published, and the reason is given.",
  },
};

/** The mark of a status: "[e]"; nothing for a published value. */
export const symbolOf = (status: Status): string => statusMarks[status].symbol;

/** The columns of the list of symbols. `type` is the one of Table Schema. */
export const symbolColumns = [
  { name: "status", type: "string", description: "How far a value may be relied on" },
  { name: "symbol", type: "string", description: "The mark beside the value; nothing for a published one" },
  { name: "meaning", type: "string", description: "What it means" },
] as const;

/** All symbols with their meaning: a table of its own beside the data. */
export const symbolTable = (): CsvTable => ({
  columns: symbolColumns.map(({ name }) => name),
  rows: Object.entries(statusMarks).map(([status, { symbol, meaning }]) => [status, symbol, meaning]),
});
