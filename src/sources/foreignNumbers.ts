/** How far a figure may be relied on, by the mark beside it. */
export type ForeignStatus = "published" | "provisional" | "revised" | "estimated" | "missing" | "suppressed";
export type ForeignUnit = "number" | "percent" | "duration" | "pounds";

/** What a cell holds: a figure, the mark of one that is missing, or why it cannot be read. */
export type ForeignNumber =
  | {
      readonly kind: "value";
      readonly value: number;
      readonly decimals: number;
      readonly unit: ForeignUnit;
      readonly status: ForeignStatus;
    }
  | { readonly kind: "empty"; readonly status: "missing" | "suppressed"; readonly dash: boolean }
  | { readonly kind: "wrong"; readonly message: string };

/** Marks instead of a figure, as the Government Statistical Service and spreadsheets use them. */
const missing = /^(?:|\.{1,3}|…|:|x|\[x\]|z|\[z\]|n\/?a|#n\/a|null|missing|not available)$/i;
const suppressed = /^(?:c|\[c\]|\(c\)|\*|suppressed)$/i;
const dash = /^[-–—]+$/;
const marks: Readonly<Record<string, ForeignStatus>> = { r: "revised", p: "provisional", e: "estimated" };
const marked = /^(.*\d%?)\s*(?:\[([rpe])\]|\(([rpe])\)|([rpe]))$/i;

const wrong = (message: string): ForeignNumber => ({ kind: "wrong", message });

/** Reads `1,234`, `75%`, `£1,200`, `14:01` (minutes and seconds), `53 [p]`, `..`, `c`; refuses what has two readings. */
export function foreignNumber(text: string): ForeignNumber {
  const plain = text.replaceAll(/[\u00A0\u2009\u202F]/g, " ").trim();
  if (dash.test(plain)) return { kind: "empty", status: "missing", dash: true };
  if (missing.test(plain)) return { kind: "empty", status: "missing", dash: false };
  if (suppressed.test(plain)) return { kind: "empty", status: "suppressed", dash: false };
  const [, figure, ...mark] = marked.exec(plain) ?? [];
  const letter = mark.find((each) => each !== undefined)?.toLowerCase() ?? "";
  return withStatus(figureOf(figure ?? plain), marks[letter] ?? "published");
}

/** True for a cell that holds a figure, or a mark that stands for one. */
export const isFigure = (text: string): boolean => text.trim() !== "" && foreignNumber(text).kind !== "wrong";

const withStatus = (figure: ForeignNumber, status: ForeignStatus): ForeignNumber =>
  figure.kind === "value" ? { ...figure, status } : figure;

function figureOf(text: string): ForeignNumber {
  const duration = durationOf(text);
  if (duration !== null) return duration;
  const [, sign = "", pounds = "", digits = "", percent = ""] =
    /^([-−+]?)\s*(£?)\s*(\d[\d,. ]*?)\s*(%?)$/.exec(text) ?? [];
  if (digits === "") return wrong(`\`${text}\` is no figure: ${advice}`);
  const doubt = twoReadings(digits);
  if (doubt !== null) return wrong(`\`${text}\` ${doubt}`);
  const number = digits.replaceAll(/[, ]/g, "");
  if (number.length > 16) return wrong(`\`${text}\` has more digits than can be kept: write at most 15`);
  const size = Number(number);
  return {
    kind: "value",
    value: (sign === "-" || sign === "−") && size !== 0 ? -size : size,
    decimals: /\.(\d+)$/.exec(number)?.[1]?.length ?? 0,
    unit: percent === "%" ? "percent" : pounds === "£" ? "pounds" : "number",
    status: "published",
  };
}

const advice = "write a plain number, e.g. 3738; leave the cell empty where there is none";

/** Why digits, commas, points and blanks do not make one certain number; null when they do. */
function twoReadings(digits: string): string | null {
  if (/^\d+(\.\d+)?$/.test(digits)) return null;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) || /^\d{1,3}( \d{3})+(\.\d+)?$/.test(digits)) return null;
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits) || /^\d+,\d+$/.test(digits))
    return `has two readings, with a comma for thousands or for decimals: write ${[digits.replaceAll(",", ""), digits.replaceAll(".", "").replace(",", ".")].join(" or ")}`;
  return `is no figure: ${advice}`;
}

/** Minutes and seconds, or hours, minutes and seconds. */
function durationOf(text: string): ForeignNumber | null {
  const [, hours, minutes, seconds] = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(text) ?? [];
  if (minutes === undefined) return null;
  if (hours !== undefined && Number(minutes) > 59)
    return wrong(`\`${text}\` is no time: write h:mm:ss or mm:ss`);
  const value = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { kind: "value", value, decimals: 0, unit: "duration", status: "published" };
}
