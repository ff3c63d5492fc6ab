/** A quotation mark that nothing matches. */
export type OpenMark = { readonly kind: "opens" | "closes"; readonly at: number };

/**
 * The quotation marks of a passage that open without closing or close without opening. Apostrophes are no marks: within a word, behind
 * a plural ("the victims' needs"), before a decade or a clipped word ("'90s").
 */
export function openMarks(text: string): OpenMark[] {
  const signs = [...text.matchAll(/["“”‘’']/g)].flatMap(({ 0: sign, index }) => signAt(text, sign, index));
  const open: (Sign & { kind: "opens" })[] = [];
  const loose: OpenMark[] = [];
  // Matches that may have been with an apostrophe: "the 'victims' voice' project".
  let doubtful = 0;
  for (const sign of signs) {
    if (sign.kind === "opens") {
      open.push({ ...sign, kind: "opens" });
      continue;
    }
    const match = open.findLastIndex(({ family }) => family === sign.family);
    if (match >= 0) {
      open.splice(match, 1);
      if (!sign.sure) doubtful += 1;
    } else if (sign.sure && doubtful > 0) doubtful -= 1;
    else if (sign.sure) loose.push({ kind: "closes", at: sign.at });
  }
  // One opened with one mark and closed with the other kind is one fault, not two.
  const mixed = open.length > 0 && loose.length > 0;
  return [...open.map(({ at }): OpenMark => ({ kind: "opens", at })), ...(mixed ? [] : loose)];
}

type Sign = {
  readonly kind: "opens" | "closes";
  readonly family: "single" | "double";
  readonly at: number;
  /** False for what may be the apostrophe of a plural. */
  readonly sure: boolean;
};

function signAt(text: string, sign: string, at: number): Sign[] {
  const [before, after] = [text[at - 1] ?? " ", text[at + 1] ?? " "];
  const family = sign === '"' || sign === "“" || sign === "”" ? "double" : "single";
  if (family === "single" && /[\w]/.test(before) && /\w/.test(after)) return [];
  if (sign === "“" || sign === "‘") return [{ kind: "opens", family, at, sure: true }];
  if (sign === "”") return [{ kind: "closes", family, at, sure: true }];
  const opens = /[\s([{/–—\-*_>]/.test(before) && /[^\s)\].,;:]/.test(after);
  if (sign === "’") return opens ? [] : [{ kind: "closes", family, at, sure: false }];
  if (opens)
    return family === "single" && /^(?:\d0s|tis|twas|til|em)\b/.test(text.slice(at + 1))
      ? []
      : [{ kind: "opens", family, at, sure: true }];
  const closes = /\S/.test(before) && /[\s)\].,;:?!/–—\-*_"<]/.test(after);
  return closes
    ? [
        {
          kind: "closes",
          family,
          at,
          sure: family === "double" || !(/[sxzSXZ]/.test(before) || /(?<!\w)[a-z]$/i.test(text.slice(0, at))),
        },
      ]
    : [];
}
