import { durationText } from "../analysis/durations.ts";
import { roundDecimal, roundRatio } from "../analysis/rounding.ts";
import type { Figure, FigureUnit, RankAmong } from "../figures/figure.ts";

const minus = "−";

/** What a figure is printed with when it has no value. */
export const notAvailable = "[x]";
export const notApplicable = "–";

/** The figure as it is printed: thousands with commas, half up, its unit, and its sign when it is a difference. */
export function formatFigure(figure: Figure): string {
  if (figure.words !== null) return figure.words;
  if (figure.value === null) return emptyText(figure);
  return withSign(figure, magnitudeText(figure));
}

/** The figure without its sign: "5.5%" of a fall of 5.5%. */
export function formatSize(figure: Figure): string {
  return figure.value === null ? formatFigure(figure) : magnitudeText(figure);
}

/** The figure with the mark of its status behind it: [e] estimated, [p] provisional, [r] revised. */
export function formatMarked(figure: Figure): string {
  const mark = {
    estimated: " [e]",
    provisional: " [p]",
    revised: " [r]",
    published: "",
    missing: "",
    suppressed: "",
  }[figure.status];
  return `${formatFigure(figure)}${figure.value === null ? "" : mark}`;
}

/** A number in a unit, rounded half away from zero, as text without a sign. */
export function formatNumber(value: number, unit: FigureUnit, decimals: number): string {
  if (unit === "duration") return durationText(Math.abs(roundDecimal(value, 0).value));
  return withUnit(commas(roundDecimal(Math.abs(value), decimals).text), unit);
}

function emptyText({ status, reason }: Figure): string {
  if (status === "suppressed") return "[c]";
  return reason?.startsWith("n/a") ? "n/a" : notAvailable;
}

function magnitudeText({ value, ratio, rank, unit, decimals }: Figure): string {
  if (rank !== null) return placeText(value ?? 0, rank);
  const rounded =
    ratio === null
      ? roundDecimal(value ?? 0, unit === "duration" ? 0 : decimals)
      : roundRatio(ratio.numerator, ratio.denominator, unit === "duration" ? 0 : decimals);
  if (unit === "duration") return durationText(Math.abs(rounded.value));
  return withUnit(commas(rounded.text.replace("-", "")), unit);
}

/** "27 of 43", "3= of 43" where the place is shared; "27th", "3rd=" where nobody has published among how many. */
function placeText(place: number, { of, tied }: RankAmong): string {
  const shared = tied ? "=" : "";
  return of === null ? `${ordinal(place)}${shared}` : `${place}${shared} of ${of}`;
}

function ordinal(n: number): string {
  const ending = ["th", "st", "nd", "rd"][n % 10] ?? "th";
  return `${n}${Math.floor(n / 10) % 10 === 1 ? "th" : ending}`;
}

function withSign(figure: Figure, padded: string): string {
  const text = figure.signed && figure.unit === "duration" ? padded.replace(/^0(?=\d:)/, "") : padded;
  const value = figure.value ?? 0;
  const isZero = !/[1-9]/.test(text);
  if (value < 0 && !isZero) return `${minus}${text}`;
  return figure.signed && !isZero ? `+${text}` : text;
}

function withUnit(text: string, unit: FigureUnit): string {
  if (unit === "percent") return `${text}%`;
  if (unit === "percentage points") return `${text} ${Number(text) === 1 ? "point" : "points"}`;
  if (unit === "places") return `${text} ${Number(text) === 1 ? "place" : "places"}`;
  return unit === "pounds" ? `£${text}` : text;
}

const commas = (digits: string): string =>
  digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
