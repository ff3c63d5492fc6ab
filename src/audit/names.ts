import type { Place } from "../diagnostic.ts";
import { partsOf } from "../model/chain.ts";
import type { Facts, PaperSource } from "../model/facts.ts";
import type { Organisation } from "../model/organisation.ts";
import { type Directive, textsOf } from "../sources/markdown.ts";
import { didYouMean } from "../sources/suggest.ts";
import { placesWithin } from "../sources/text.ts";
import type { Finding } from "./finding.ts";

/** Names and expansions of acronyms in the papers that differ from the register in organisation.yaml. */
export function nameFindings(facts: Facts): Finding[] {
  const { organisation } = facts;
  const { people } = organisation;
  const surnames = new Map(people.map(({ name }) => [name.split(" ").at(-1) ?? "", name]));
  return [...facts.papers.values()].flatMap((paper) =>
    paper.markdown.blocks.flatMap((block) => [
      ...(block.kind === "directive" ? speakerFindings(block, organisation) : []),
      ...textsOf(block).flatMap(({ text, place }) => [
        ...personFindings(text, place, people, surnames),
        ...roleFindings(text, place, organisation),
        ...acronymFindings(text, place, organisation, paper),
      ]),
    ]),
  );
}

/** Who moved, seconded, asked or replied, and is not in the register. */
function speakerFindings(directive: Directive, { people }: Organisation): Finding[] {
  const { options } = partsOf(directive);
  return ["mover", "seconder", "to", "from"].flatMap((name): Finding[] => {
    const said = options.get(name);
    if (said === undefined || people.some((person) => person.name === said.value)) return [];
    return [
      {
        ...tell(
          "name-differs",
          said.place,
          said.value,
          `“${said.value}” is not among the people of organisation.yaml. ${didYouMean(
            said.value,
            people.map((person) => person.name),
          )}`,
        ),
        severity: "error",
      },
    ];
  });
}

const tell = (rule: string, place: Place, quote: string, message: string): Finding => ({
  rule,
  severity: "warning",
  place,
  message,
  quote,
  other: null,
});

/** A known surname behind another first name, which nobody of the register has. */
function personFindings(
  text: string,
  at: Place,
  people: Organisation["people"],
  surnames: ReadonlyMap<string, string>,
): Finding[] {
  const placeOf = placesWithin(text, at);
  return [...text.matchAll(/\b([A-Z][a-z]+) ([A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?)\b/g)].flatMap(
    ({ 0: whole, 1: first = "", 2: last = "", index }): Finding[] => {
      const known = surnames.get(last);
      if (known === undefined || titles.has(first) || people.some(({ name }) => name === whole)) return [];
      return [
        tell(
          "name-differs",
          placeOf(index, whole.length),
          whole,
          `“${whole}”: the register has ${known}. Correct the name, or add the other person to organisation.yaml`,
        ),
      ];
    },
  );
}

const offices =
  /\b(Commissioner|Constable|Chair|Chief|Officer|Manager|Lead|Head|Treasurer|Superintendent|Inspector|Secretary)\b/;

/** "Sara Ansell, Treasurer": an office behind a name of the register that is neither the person's role nor another form of it. */
function roleFindings(text: string, at: Place, { people }: Organisation): Finding[] {
  const placeOf = placesWithin(text, at);
  return people.flatMap(({ name, role, also }): Finding[] => {
    if (!text.includes(`${name}, `)) return [];
    return [...text.matchAll(new RegExp(`\\b${name}, (?:the )?([A-Z][^.,;:()\n]*)`, "g"))].flatMap(
      ({ 0: whole, 1: said = "", index }): Finding[] => {
        const known = [role, ...also].some((form) => said.startsWith(form) || form.startsWith(said.trim()));
        const isOffice = offices.test(said) && !people.some((other) => said.includes(other.name));
        if (known || !isOffice) return [];
        return [
          tell(
            "role-differs",
            placeOf(index, whole.length),
            whole,
            `${name} is “${role}” in the register. Correct the role, or add this form to it (\`also\`)`,
          ),
        ];
      },
    );
  });
}

const titles = new Set([
  "Councillor",
  "Cllr",
  "Mr",
  "Mrs",
  "Ms",
  "Miss",
  "Dr",
  "Sir",
  "Inspector",
  "Superintendent",
  "Constable",
  "Sergeant",
  "Commissioner",
  "Chair",
]);

/** "Independent Advisory Boards (IAG)": words in front of an acronym in brackets that are not its words in the register. */
function acronymFindings(
  text: string,
  at: Place,
  { acronyms }: Organisation,
  { head }: PaperSource,
): Finding[] {
  if (!text.includes("(")) return [];
  const placeOf = placesWithin(text, at);
  return Object.entries(acronyms).flatMap(([acronym, words]): Finding[] => {
    const index = text.indexOf(`(${acronym})`);
    if (index < 0) return [];
    const before = text.slice(0, index).trimEnd();
    const plain = (value: string): string => value.toLowerCase().replace(/[-‐–]/g, " ");
    const expected = plain(words.replace(/\s*\(.*$/, ""));
    if (plain(before).endsWith(expected) || plain(before).endsWith(`${expected}s`)) return [];
    const near = plain(before)
      .split(/\s+/)
      .slice(-expected.split(" ").length - 1);
    // What shares no word with the expansion is another thing that the acronym belongs to: "investigations (SPOC)".
    if (!near.some((word) => word.length > 3 && expected.includes(word))) return [];
    return [
      tell(
        "acronym-differs",
        placeOf(index, acronym.length + 2),
        `${before
          .split(/\s+/)
          .slice(-words.split(/\s+/).length - 1)
          .join(" ")} (${acronym})`,
        `${acronym} stands for “${words}” in the register; ${head.title} writes something else before it`,
      ),
    ];
  });
}
