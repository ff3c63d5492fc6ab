/** `Apr 18 -` and `Dec 18` in two cells are one head over both. */
export function unsplit(texts: readonly string[]): string[] {
  const whole = [...texts];
  whole.forEach((text, c) => {
    const next = whole[c + 1] ?? "";
    const stem = /^(.*\S)\s*[-–]$/.exec(text)?.[1];
    if (stem === undefined || next === "") return;
    const both = next.startsWith(stem) ? next : `${text} ${next}`;
    [whole[c], whole[c + 1]] = [both, both];
  });
  return whole;
}

/** A word that runs over several cells, `Warwi` and `ckshire`, stands in each of them whole. */
export function glued(texts: readonly string[]): string[] {
  const whole = [...texts];
  for (let c = 0; c < whole.length; c++) {
    let end = c + 1;
    while (/^[a-z]/.test(whole[end] ?? "") && (whole[c] ?? "") !== "") end += 1;
    if (end > c + 1) whole.fill(whole.slice(c, end).reduce(glue), c, end);
    c = end - 1;
  }
  return whole;
}

/** Two pieces of one text that was cut between cells: with a blank where the second is a word of its own. */
export const glue = (before: string, next: string): string =>
  /^(?:from|and|of|the|to|with|in|for|or|per|by|on|at|as|a)\b/.test(next)
    ? `${before} ${next}`
    : `${before}${next}`;

/** The columns in groups of equal width that repeat their heads, such as `Last month, Rate` for each district; null where none do. */
export function groupsIn(
  bottom: readonly string[],
  isLabel: readonly boolean[],
  isFilled: readonly boolean[],
): readonly (readonly number[])[] | null {
  const columns = bottom.map((_, c) => c).filter((c) => isLabel[c] !== true && isFilled[c] === true);
  const first = bottom[columns[0] ?? 0] ?? "";
  const starts = columns.filter((c) => bottom[c] === first);
  const size = columns.length / starts.length;
  const isRegular = starts.every((c, i) => c === (columns[0] ?? 0) + i * size);
  if (first === "" || starts.length < 2 || size < 2 || !isRegular) return null;
  return starts.map((start) => Array.from({ length: size }, (_, i) => start + i));
}

/** A blank head within a group is that of the same place in the others. */
export function alike(texts: readonly string[], groups: readonly (readonly number[])[]): string[] {
  const whole = [...texts];
  for (const group of groups)
    group.forEach((c, place) => {
      const others = new Set(
        groups.map((other) => texts[other[place] ?? -1] ?? "").filter((text) => text !== ""),
      );
      if (whole[c] === "" && others.size === 1) whole[c] = [...others][0] ?? "";
    });
  return whole;
}

/** The heads over groups, where there are as many as groups. */
export function overGroups(
  texts: readonly string[],
  groups: readonly (readonly number[])[] | null,
): string[] | null {
  const names: string[] = [];
  texts.forEach((text, c) => {
    if (text === "" || text === texts[c - 1]) return;
    const open = (texts[c - 1] ?? "") !== "" && names.length > 0;
    if (open) names.push(`${names.pop()} ${text}`);
    else names.push(text);
  });
  if (groups === null || names.length !== groups.length) return null;
  const whole = texts.map(() => "");
  for (const [g, group] of groups.entries()) for (const c of group) whole[c] = names[g] ?? "";
  return whole;
}

/** A head stands over the blanks to its right. */
export const filled = (texts: readonly string[], isLabel: readonly boolean[]): string[] => {
  const whole: string[] = [];
  texts.forEach(
    (text, c) => void whole.push(text !== "" || isLabel[c] === true ? text : (whole[c - 1] ?? "")),
  );
  return whole;
};
