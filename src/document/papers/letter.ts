import type { Diagnostic } from "../../diagnostic.ts";
import type { PaperSource } from "../../model/facts.ts";
import type { Organisation } from "../../model/organisation.ts";
import type { HeadOf } from "../../model/papers.ts";
import { didYouMean } from "../../sources/suggest.ts";
import { dayLabel } from "../periods.ts";
import { fullName, personOf } from "./people.ts";
import type { LetterView } from "./views.ts";

/** Letterhead, addressee and close; the letterhead is the address of a body of organisation.yaml. */
export function letterView(
  organisation: Organisation,
  { markdown }: PaperSource,
  { letter, date }: HeadOf<"letter">,
  problems: Diagnostic[],
): LetterView {
  const body = organisation.bodies.find(({ id }) => id === letter.letterhead);
  if (body === undefined)
    problems.push({
      place: markdown.frontMatter.placeOf(["letter", "letterhead"]),
      message: `there is no body \`${letter.letterhead}\` in organisation.yaml`,
      hint: didYouMean(
        letter.letterhead,
        organisation.bodies.map(({ id }) => id),
      ),
    });
  const person = personOf(organisation, letter.from);
  if (person === undefined)
    problems.push({
      place: markdown.frontMatter.placeOf(["letter", "from"]),
      message: `\`${letter.from}\` is not among the people of organisation.yaml`,
      hint: didYouMean(
        letter.from,
        organisation.people.map(({ name }) => name),
      ),
    });
  const contact = [body?.telephone, body?.email, body?.web].filter((line) => line !== undefined);
  const after = person?.postNominal === undefined ? "" : ` ${person.postNominal}`;
  return {
    sender: { body: body?.name ?? "", lines: [...(body?.address ?? []), ...contact] },
    addressee: [
      letter.to.name,
      ...(letter.to.office === undefined ? [] : [letter.to.office]),
      ...letter.to.address,
    ],
    date: dayLabel(date),
    reference: letter.reference ?? null,
    salutation: letter.salutation,
    subject: letter.subject,
    close: letter.close,
    signatory: { name: `${fullName(organisation, letter.from)}${after}`, office: person?.role ?? "" },
  };
}
