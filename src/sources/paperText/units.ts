const named =
  /\(\s*(mm:ss|h{1,2}:mm(?::ss)?|mins?|minutes|secs?|seconds|hours|hrs|days|%|£\s?(?:m|k|'?000s?|million)?|000s)\s*\)|\b((?:rate\s+)?per\s+[\d,]+\s+[a-z]+)|(%|\bper ?cent(?:age)?\b)|(£\s?(?:m|million|k|'?000s?)?)(?![\d.])/i;

/** The unit that a head or caption names: `(mm:ss)`, `per 1,000 population`, `%`, `£m`; null when it names none. */
export function unitIn(text: string): string | null {
  const [, bracketed, rate, percent, money] = named.exec(text) ?? [];
  if (percent !== undefined) return "%";
  return bracketed ?? rate ?? money?.trim() ?? null;
}
