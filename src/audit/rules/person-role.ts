import { stemsOf } from "../mentions/likeness.ts";
import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** "Sara Ansell, Chief Finance Officer", "Sara Ansell (Treasurer, OPCC)". */
const withRole =
  /(?<![\w’'-])([A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w’'-]+)(?:, | \()((?:(?:[A-Z][\w&’'-]+|of|and|for|the|&)[ -])*?(?:Officer|Executive|Chair|Constable|Commissioner|Treasurer|Lead|Manager|Head(?= of)|Inspector|Superintendent|Sergeant|Secretary|Director|Solicitor)(?: of (?:[A-Z][\w&’'-]+|and|the| )+)?)/g;

export const rule: Rule = {
  id: "person-role",
  family: "names",
  severity: "review",
  title: "A person has one office in a paper",
  why: "Minutes that call one officer Treasurer and Chief Finance Officer leave open in which capacity the advice was given.",
  fires: [
    "Sara Ansell, Chief Finance Officer, was present.\n\nSara Ansell (Treasurer, OPCC) advised that the forecast was reliable.\n",
  ],
  silent: [
    "Sara Ansell, Chief Finance Officer, was present.\n\nSara Ansell (Chief Finance Officer, OPCC) advised. Tom Cole, Senior Services Officer and Ann Cole, Trainee Officer came.\n",
  ],
  find: (input) => partsIn(input).flatMap(twoOffices),
};

function twoOffices(partOf: PartOf) {
  const named = wordsIn(partOf).flatMap((said) => matchesIn(said, withRole));
  return named.flatMap((one, i) => {
    const [, name, role = ""] = one.groups;
    const other = named.slice(0, i).find(({ groups }) => groups[1] === name);
    if (other === undefined) return [];
    const [a, b] = [stemsOf(role), stemsOf(other.groups[2] ?? "")];
    if (
      [...a].some((word) => b.has(word)) ||
      named.slice(0, i).some(({ groups }) => groups[1] === name && groups[2] === role)
    )
      return [];
    return [
      tell(
        rule,
        one.quoted,
        `${name} is ${other.groups[2]} elsewhere in this paper`,
        other.quoted,
        "Write the office in which the person acts.",
      ),
    ];
  });
}
