import { distance } from "../../sources/suggest.ts";
import { expansionsIn } from "../mentions/acronyms.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "acronym-initials",
  family: "names",
  severity: "warning",
  title: "The letters of an acronym are those of its words",
  why: "“Office of the Police and Crime Panel (OPCC)” names one body with the letters of another: which of the two was there?",
  across: true,
  fires: ["Present for the Office of the Police and Crime Panel (OPCC) were two officers.\n"],
  silent: [
    "Present for the Office of the Police and Crime Commissioner (OPCC) were two officers. The Panel (OPCC) met the Chief Executive for the Commissioner (CEx).\n",
  ],
  find: (input) => wrongLetters(input),
};

/** As many capitalised words as letters, of which one letter is another's; what has an expansion that fits is told by its own rule. */
function wrongLetters(input: AuditInput) {
  const all = partsIn(input).flatMap(wordsIn).flatMap(expansionsIn);
  const fitting = new Set(all.filter(({ fits }) => fits).map(({ acronym }) => acronym));
  return all
    .filter(
      ({ acronym, fits, words }) =>
        ![...fitting].some((other) => distance(other, acronym) === 1) &&
        !fits &&
        !fitting.has(acronym) &&
        /^[A-Z]{3,}$/.test(acronym) &&
        lettersAside(words, acronym) === 1,
    )
    .map(({ acronym, words, match }) =>
      tell(
        rule,
        match.quoted,
        `the words “${words}” do not begin with the letters of ${acronym}`,
        null,
        "Correct the name or the acronym.",
      ),
    );
}

function lettersAside(words: string, acronym: string): number {
  const initials = words
    .split(/[\s/-]+/)
    .map((one) => one[0] ?? "")
    .filter((letter) => /[A-Z]/.test(letter));
  if (initials.length !== acronym.length) return Number.POSITIVE_INFINITY;
  return initials.filter((letter, i) => letter !== acronym[i]).length;
}
