import { addresses } from "./addresses.ts";
import type { SiteWords } from "./context.ts";
import { measuresBlock } from "./lists.ts";
import { homeCrumb } from "./page.ts";
import type { PlainPageView } from "./plainPage.ts";

/** Every measure under its priority, with its latest figure. */
export function measuresPage({ facts, register }: SiteWords): PlainPageView {
  const all = [...facts.measures.values()].map(({ measure }) => measure);
  return {
    address: addresses.measures,
    title: "Measures",
    description: "Every measure with its latest figure, by priority of the police and crime plan.",
    part: "measures",
    crumbs: [homeCrumb],
    lead: "Every measure with its latest figure. A figure is exceptional when it lies outside the range to expect if nothing has changed.",
    opening: [],
    sections: facts.organisation.priorities.map(({ id, title }) => ({
      id,
      title,
      blocks: [
        measuresBlock(
          register,
          title,
          all
            .filter(({ priority }) => priority === id)
            .sort((a, b) => (a.title < b.title ? -1 : 1))
            .map((measure) => measure.id),
        ),
      ],
    })),
    contents: true,
  };
}
