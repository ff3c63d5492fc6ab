import type { PointLimits } from "./controlChart.ts";
import { isNumber, mean, sum } from "./numbers.ts";
import { xmrLimits } from "./xmr.ts";

/**
 * The charts of counts with a base (p: shares, u: rates; `pp` and `up` are Laney's p' and u'), of counts alone (c), and of
 * what lies between rare events: a number of days or cases (g), or a time (t).
 */
export const attributeKinds = ["p", "pp", "u", "up", "c", "g", "t"] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/** True for the charts whose values are counts over a base. */
export const hasDenominator = (kind: AttributeKind): boolean =>
  isShare(kind) || kind === "u" || kind === "up";
/** True for the charts of shares, which lie between 0 and 1. */
export const isShare = (kind: AttributeKind): boolean => kind === "p" || kind === "pp";

/** One slot as these charts see it; `value` is the count, or the count over its base. Null where it is missing or provisional. */
export type BasedValue = {
  readonly value: number | null;
  readonly count: number | null;
  readonly denominator: number | null;
};

/** What the limits of a segment stand on, in the unit of the values (a t chart's on the scale of value^(1/3.6)). */
export type AttributeSpread = {
  /** What limits are measured from: the centre line but for g (the mean, not the median) and t (the transformed mean). */
  readonly level: number;
  /** Standard deviation of one value, over a base of 1 where there is a base; null with too few values. */
  readonly sigma: number | null;
  /** How much more the values vary than p or u charts allow for (1: just so much). Null without a base, or two neighbours. */
  readonly sigmaZ: number | null;
};

/** d2 for ranges of two values: their mean over this is their standard deviation. */
const d2 = 1.128;
const [limitSigmas, nearLimitSigmas] = [3, 2];
/** A time between events that happen at random becomes nearly normal when it is raised to 1 over this. Source: Nelson (1994). */
const timeExponent = 3.6;

/**
 * Level and spread of the values of a baseline, or null when it has none. Limits need two values; those of pp, up and t
 * need two that are neighbours.
 *
 * Source: qicharts2 0.8.1 `helper.functions.R`, with its screening of moving ranges.
 */
export function attributeSpread(
  kind: AttributeKind,
  values: readonly BasedValue[],
  screenOutliers = true,
): AttributeSpread | null {
  const present = values.map(({ value }) => value).filter(isNumber);
  const level = levelOf(kind, values, present);
  if (level === null) return null;
  const sigmaZ = hasDenominator(kind) ? sigmaZOf(kind, level, values, screenOutliers) : null;
  const sigma = kind === "t" ? rangeSigma(values.map(timeScale), screenOutliers) : chanceSigma(kind, level);
  const scale = kind === "pp" || kind === "up" ? sigmaZ : 1;
  const known = present.length >= 2 && sigma !== null && scale !== null;
  return { level, sigma: known ? sigma * scale : null, sigmaZ };
}

/** The line that is drawn in the middle, in the unit of the values; null of no value. */
export function centreLine(kind: AttributeKind, { level }: AttributeSpread, present: readonly number[]) {
  if (kind === "g") return median(present);
  return kind === "t" ? level ** timeExponent : level;
}

/**
 * Limits three standard deviations from the level, near limits two, cut to what is possible: shares to 0 and 1, the others
 * at 0. Nothing lies beyond a limit that was cut, so that the rules see the same either way.
 *
 * @param denominator base of the slot, for the charts that have one; null gives no limits, and so does 0
 */
export function attributeLimits(
  kind: AttributeKind,
  { level, sigma }: AttributeSpread,
  denominator: number | null,
): PointLimits | null {
  const base = hasDenominator(kind) ? (denominator ?? 0) : 1;
  if (sigma === null || base === 0) return null;
  const at = (sigmas: number): number => possible(kind, level + (sigmas * sigma) / Math.sqrt(base));
  return {
    ucl: at(limitSigmas),
    lcl: at(-limitSigmas),
    nearUcl: at(nearLimitSigmas),
    nearLcl: at(-nearLimitSigmas),
  };
}

function possible(kind: AttributeKind, limit: number): number {
  const above = Math.max(0, limit);
  if (kind === "t") return above ** timeExponent;
  return isShare(kind) ? Math.min(1, above) : above;
}

function levelOf(
  kind: AttributeKind,
  values: readonly BasedValue[],
  present: readonly number[],
): number | null {
  if (kind === "t") return mean(values.map(timeScale).filter(isNumber));
  if (!hasDenominator(kind)) return mean(present);
  const based = values.filter(({ value }) => value !== null);
  if (based.length === 0) return null;
  return sum(based.map(({ count }) => count ?? 0)) / sum(based.map(({ denominator }) => denominator ?? 0));
}

/** What chance alone would do to a count of this level: binomial, Poisson, or for g geometric. */
function chanceSigma(kind: AttributeKind, level: number): number {
  if (isShare(kind)) return Math.sqrt(level * (1 - level));
  return Math.sqrt(kind === "g" ? level * (level + 1) : level);
}

/** Standard deviation of the values in units of what chance would do. Source: Laney (2002), Quality Engineering 14(4). */
function sigmaZOf(
  kind: AttributeKind,
  level: number,
  values: readonly BasedValue[],
  screenOutliers: boolean,
): number | null {
  const chance = chanceSigma(kind, level);
  const standardised = values.map(({ value, denominator }) => {
    if (value === null || denominator === null) return null;
    return chance === 0 ? 0 : ((value - level) * Math.sqrt(denominator)) / chance;
  });
  return rangeSigma(standardised, screenOutliers);
}

function rangeSigma(values: readonly (number | null)[], screenOutliers: boolean): number | null {
  const range = xmrLimits(values, screenOutliers)?.meanMovingRange ?? null;
  return range === null ? null : range / d2;
}

const timeScale = ({ value }: BasedValue): number | null =>
  value === null ? null : value ** (1 / timeExponent);

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = null, next = low] = sorted.slice(Math.floor((sorted.length - 1) / 2));
  if (low === null || next === null) return null;
  return sorted.length % 2 === 0 ? (low + next) / 2 : low;
}
