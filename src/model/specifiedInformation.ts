import { z } from "zod";
import { IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");
const Url = z.url({ protocol: /^https?$/, error: "give the web address, e.g. https://example.org/budget" });

/** Where the information stands: a page of the website, from its root, or an address elsewhere. */
const Link = z.strictObject({
  title: Words,
  page: z
    .string()
    .regex(/^\/([a-z0-9.-]+\/)*$/, "write the page's address from the site's root, e.g. /decisions/")
    .optional(),
  url: Url.optional(),
  note: Words.optional(),
});

/** One thing that must be published: where it stands, or that it is a gap and why. */
const Entry = z
  .strictObject({
    /** Of the Schedule, with its sub-paragraph: "1(a)", "2A", "7C(b)". */
    paragraph: z
      .string()
      .regex(/^\d{1,2}[A-Z]?(\([a-z]+\))*$/, "write the paragraph of the Schedule, e.g. 1(a), 2A or 7C(b)"),
    /** What must be published. */
    what: Words,
    /** How often, or by when, as the source that is named says it. */
    when: Words.optional(),
    links: z.array(Link).default([]),
    /** Why there is nothing to link to, or what is missing of it. */
    gap: Words.optional(),
    /** The day on which the link was last looked at, or the information published. */
    date: IsoDate.optional(),
    /** Who answers for it: a body or person of organisation.yaml, or an office. */
    owner: Words.optional(),
  })
  .superRefine(({ links, gap }, context) => {
    if (links.length === 0 && gap === undefined)
      context.addIssue({
        code: "custom",
        path: ["gap"],
        message: "give links, or say in `gap` what is missing",
      });
    links.forEach(({ page, url }, i) => {
      if ((page === undefined) === (url === undefined))
        context.addIssue({
          code: "custom",
          path: ["links", i],
          message: "give either `page`, of this website, or `url`, elsewhere",
        });
    });
  });

/** A group of entries: one numbered paragraph of the Schedule. */
const Group = z.strictObject({
  title: Words,
  /** True where the law wants it in a prominent place. */
  prominent: z.boolean().default(false),
  entries: z.array(Entry).min(1),
});

/** An instrument that made or changed the list. */
const Instrument = z.strictObject({
  citation: Words,
  url: Url,
  inForce: IsoDate.optional(),
  what: Words,
});

/**
 * What the law asks a commissioner to publish, as written in `data/specified-information.yaml`: the list is data, because it changes.
 *
 * Source: the Elected Local Policing Bodies (Specified Information) Order 2011 (SI 2011/3050) as amended.
 */
export const SpecifiedInformation = z
  .strictObject({
    title: Words,
    instruments: z.array(Instrument).min(1),
    groups: z.array(Group).min(1),
  })
  .superRefine(({ groups }, context) => {
    const seen = new Set<string>();
    groups.forEach(({ entries }, g) => {
      entries.forEach(({ paragraph }, e) => {
        if (seen.has(paragraph))
          context.addIssue({
            code: "custom",
            path: ["groups", g, "entries", e, "paragraph"],
            message: `paragraph ${paragraph} stands here twice`,
          });
        seen.add(paragraph);
      });
    });
  });
export type SpecifiedInformation = z.infer<typeof SpecifiedInformation>;
