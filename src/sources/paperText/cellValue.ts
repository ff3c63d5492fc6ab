import { dateIn, monthOf } from "./dates.ts";
import type { Cell, CellValue, Text } from "./paper.ts";

/** Marks for what is not there or not shown. */
const none =
  /^(?:[-–—]+|n\s?\/\s?a|nil return|not (?:applicable|available|known)|\.{2,3}|…|\*|\[?[xzc:]\]|tbc|tba)$/i;
/** Arrows and stars beside a figure say its direction and are no part of it. */
const arrows = /^[\p{So}\u2190-\u21FF\u2200-\u2211\u2213-\u22FF\u2B00-\u2BFF\s]+(?=[-−–+£\d(])/u;
/** Other signs before a figure with a sign of its own are what an extraction made of an arrow. */
const smudge = /^["'“”`´\\/|~^°·•.,_\s]+(?=[-−+]\d)/;
const figure =
  /^\(?([-−–+]?)\s?(£?)\s?([-−–+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s?(%|m|k|bn|million|thousand|billion)?\)?(?:\s?[*¹²³⁴⁵]|\s?\[?[pre]\])?$/i;
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** Reads one cell: `1,234`, `11.8%`, `-0.6%`, `£4.484m`, `14:01`, `Dec-19`, `n/a`. What has two readings is words. */
export function cellOf(text: Text): Cell {
  return { text: text.text, runs: text.runs, value: cellValueOf(text) };
}

/** True for a figure that can be reckoned with. */
export const isFigure = ({ value }: Cell): boolean => "value" in value;

function cellValueOf(whole: Text): CellValue {
  const text = whole.text.trim();
  if (text === "") return { kind: "empty" };
  if (none.test(text)) return { kind: "none" };
  return timed(text) ?? counted(text) ?? dated(whole, text) ?? { kind: "words" };
}

function counted(text: string): CellValue | null {
  const bare = text.replace(arrows, "").replace(smudge, "").trim();
  const [, before = "", pounds = "", behind = "", whole = "", part = "", unit = ""] = figure.exec(bare) ?? [];
  if (whole === "" || (before !== "" && behind !== "") || /^0\d/.test(whole)) return null;
  const scale = scales[unit.toLowerCase()] ?? 1;
  if (scale !== 1 && pounds === "") return null;
  const sign = before + behind;
  const size = Number(`${whole.replaceAll(",", "")}.${part || "0"}`);
  const value = Math.round((/[-−–]/.test(sign) ? -size : size) * scale * 1e6) / 1e6;
  const kind = unit === "%" ? "percent" : pounds === "£" ? "money" : "number";
  return { kind, value: value === 0 ? 0 : value, decimals: part.length, signed: sign !== "" };
}

/** `14:01` is minutes and seconds, `1:14:01` hours too, `14m 01s` and `14 mins 01 seconds` likewise; a time of day has am or pm. */
function timed(text: string): CellValue | null {
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(text) ??
    /^(?:(\d{1,3})\s?(?:h|hrs?|hours?)[\s,]+)?(\d{1,3})\s?(?:m|mins?|minutes?)[\s,]+(\d{1,2})\s?(?:s|secs?|seconds?)$/i.exec(
      text,
    ) ??
    [];
  if (minutes === undefined) return null;
  const value = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { kind: "duration", value, decimals: 0, signed: false };
}

function dated(whole: Text, text: string): CellValue | null {
  const month = monthOf(text);
  if (month !== null) return { kind: "month", month };
  const found = dateIn(whole);
  const rest = found === null ? text : text.replace(found.words.text, "");
  return found !== null && /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[,.\s]*$/i.test(rest)
    ? { kind: "date", date: found.date }
    : null;
}
