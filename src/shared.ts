/**
 * The later of two values, with each part of the earlier that is equal to its own in the stead of it; so what is equal is the same
 * object. Functions and objects of a class are equal only if they are the same.
 */
export function shared<T>(before: unknown, now: T): T {
  return sharedPart(before, now) as T;
}

function sharedPart(before: unknown, now: unknown): unknown {
  if (before === now || typeof before !== "object" || typeof now !== "object") return now;
  if (before === null || now === null || Object.getPrototypeOf(before) !== Object.getPrototypeOf(now))
    return now;
  if (Array.isArray(before) && Array.isArray(now)) {
    const items = now.map((each, i) => sharedPart(before[i], each));
    return before.length === now.length && items.every((each, i) => each === before[i]) ? before : items;
  }
  if (before instanceof Map && now instanceof Map) {
    const entries = [...now].map(([key, value]) => [key, sharedPart(before.get(key), value)] as const);
    const keys = [...before.keys()];
    const isEqual =
      before.size === now.size &&
      entries.every(([key, value], i) => key === keys[i] && value === before.get(key));
    return isEqual ? before : new Map(entries);
  }
  return Object.getPrototypeOf(now) === Object.prototype
    ? sharedObject({ ...before }, { ...now }, before)
    : now;
}

function sharedObject(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  whole: object,
): object {
  const keys = Object.keys(now);
  const parts = Object.fromEntries(keys.map((key) => [key, sharedPart(before[key], now[key])]));
  const isEqual =
    keys.length === Object.keys(before).length &&
    keys.every((key) => key in before && parts[key] === before[key]);
  return isEqual ? whole : parts;
}
