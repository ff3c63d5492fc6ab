const common = new Set(
  "this that these those with from have been were will would which their there they them into upon than then also such some what when where whether about after before being between both could does during each further more most other over same should through under very your".split(
    " ",
  ),
);

/** The words of a text that mean something, without their endings: what two texts about one thing share. */
export const stemsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
      .filter((word) => !common.has(word))
      .map((word) => word.replace(/(?:isations?|ations?|ments?|ings?|ies|ed|es|e|s|y)$/, "")),
  );

/** The share of a's words that b has, 0 to 1; 0 for a text without words. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / a.size;
}
