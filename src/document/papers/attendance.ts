import type { Diagnostic } from "../../diagnostic.ts";
import type { PaperSource } from "../../model/facts.ts";
import type { Organisation } from "../../model/organisation.ts";
import type { Attendance } from "../../model/papers.ts";
import { didYouMean } from "../../sources/suggest.ts";
import { bodyName, fullName, personOf, shortName } from "./people.ts";
import type { AttendanceView } from "./views.ts";

/** Who was there and who was not, with names and roles as the register has them; a name that it lacks is a problem. */
export function attendanceView(
  organisation: Organisation,
  { markdown }: PaperSource,
  { groups, apologies }: Attendance,
  problems: Diagnostic[],
): AttendanceView {
  const known = (name: string, path: readonly (string | number)[]): void => {
    if (personOf(organisation, name) === undefined)
      problems.push({
        place: markdown.frontMatter.placeOf(["attendance", ...path]),
        message: `\`${name}\` is not among the people of organisation.yaml`,
        hint: didYouMean(
          name,
          organisation.people.map((person) => person.name),
        ),
      });
  };
  return {
    groups: groups.map(({ body, people }, i) => ({
      body: bodyName(organisation, body),
      people: people.map((entry, j) => {
        const person = typeof entry === "string" ? { name: entry } : entry;
        if (person.name === undefined)
          return { name: person.role ?? "", capacity: "", note: noteOf(person, organisation) };
        known(person.name, ["groups", i, "people", j]);
        if (person.substituteFor !== undefined) known(person.substituteFor, ["groups", i, "people", j]);
        return {
          name: fullName(organisation, person.name),
          capacity: capacityIn(
            person.role ?? personOf(organisation, person.name)?.role ?? "",
            bodyName(organisation, body),
          ),
          note: noteOf(person, organisation),
        };
      }),
    })),
    apologies: apologies.map((entry, i) => {
      const person = typeof entry === "string" ? { name: entry } : entry;
      known(person.name, ["apologies", i]);
      const { representedBy } = person;
      if (representedBy !== undefined) known(representedBy, ["apologies", i]);
      const substitute = substituteOf(groups, person.name);
      return {
        name: fullName(organisation, person.name),
        note:
          representedBy !== undefined
            ? `represented by ${fullName(organisation, representedBy)}`
            : substitute === null
              ? ""
              : `substitute: ${fullName(organisation, substitute)}`,
      };
    }),
  };
}

/** The role without the name of the body under which it stands; a plain member needs none. */
function capacityIn(role: string, body: string): string {
  const short = role.endsWith(`, ${body}`) ? role.slice(0, -body.length - 2) : role;
  return short === "Member" ? "" : short;
}

type Present = Exclude<Attendance["groups"][number]["people"][number], string>;

function noteOf({ substituteFor, by, part }: Present, organisation: Organisation): string {
  const notes = [
    ...(substituteFor === undefined ? [] : [`substitute for ${shortName(organisation, substituteFor)}`]),
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(part === undefined ? [] : [`for ${part}`]),
  ];
  return notes.join(", ");
}

/** Who stood in for somebody, or null. */
function substituteOf(groups: Attendance["groups"], name: string): string | null {
  const stands = groups
    .flatMap(({ people }) => people)
    .find((entry) => typeof entry !== "string" && entry.substituteFor === name);
  return stands === undefined || typeof stands === "string" ? null : (stands.name ?? null);
}
