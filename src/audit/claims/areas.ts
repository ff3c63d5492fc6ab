const quarters = "(?:North|South|East|West|Mid|Central|Northern|Southern|Eastern|Western)";
const area = new RegExp(
  `\\b(?:${quarters} [A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z][a-z]+(?:(?: and | & )[A-Z][a-z]+)? (?:District|Borough|City|Division)|the (?:north|south|east|west)(?: of the (?:county|force|area))?|(?:north|south|east|west) [A-Z][a-z]+)`,
  "g",
);

/** Places named in a text, in their order, as written: by a point of the compass or the kind of place. */
export const areasIn = (text: string): string[] => [...text.matchAll(area)].map(([whole]) => whole);
