import type { Organisation, Person } from "../../model/organisation.ts";

/** The person of that name in the register, however their title is written. */
export const personOf = ({ people }: Organisation, name: string): Person | undefined =>
  people.find((person) => person.name === name || `${person.title ?? ""} ${person.name}`.trim() === name);

/** "Councillor David Reilly"; a name that the register lacks as it stands. */
export function fullName(organisation: Organisation, name: string): string {
  const person = personOf(organisation, name);
  return person === undefined
    ? name
    : `${person.title === undefined ? "" : `${person.title} `}${person.name}`;
}

/** "Councillor Reilly", "Mr Tipton" has no title: "Neil Tipton". */
export function shortName(organisation: Organisation, name: string): string {
  const person = personOf(organisation, name);
  if (person?.title === undefined) return person?.name ?? name;
  return `${person.title} ${person.name.split(" ").at(-1) ?? ""}`;
}

/** The name of a body, or the words as they stand where no body has that id. */
export const bodyName = ({ bodies }: Organisation, id: string): string =>
  bodies.find((body) => body.id === id)?.name ?? id;

/** "David Patterson, Development and Policy Lead": a person with their role, a body by its name, or the words. */
export function authorText(organisation: Organisation, author: string): string {
  const person = personOf(organisation, author);
  if (person !== undefined) return `${fullName(organisation, author)}, ${person.role}`;
  return bodyName(organisation, author);
}
