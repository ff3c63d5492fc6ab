import { sum } from "./numbers.ts";
import { roundRatio } from "./rounding.ts";

const secondsPerMinute = 60;
const secondsPerHour = 3600;

/** A mean duration in seconds and the number of incidents it is the mean of. */
export type MeanDuration = { readonly seconds: number; readonly incidents: number };

/** Mean over all incidents, in whole seconds, a half up; null when there were none. */
export function weightedMeanDuration(parts: readonly MeanDuration[]): number | null {
  const incidents = sum(parts.map((part) => part.incidents));
  if (incidents === 0) return null;
  return roundRatio(sum(parts.map((part) => part.seconds * part.incidents)), incidents, 0).value;
}

/**
 * A duration as mm:ss, from an hour on as h:mm:ss; part of a second is rounded, a half up.
 *
 * @throws RangeError when it is negative or not finite
 */
export function durationText(seconds: number): string {
  const whole = roundRatio(seconds, 1, 0).value;
  if (seconds < 0) throw new RangeError(`a duration is not negative, got ${seconds}`);
  const hours = Math.floor(whole / secondsPerHour);
  const minutes = Math.floor((whole % secondsPerHour) / secondsPerMinute);
  const clock = `${twoDigits(minutes)}:${twoDigits(whole % secondsPerMinute)}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");
