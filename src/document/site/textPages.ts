import type { Body } from "../../model/organisation.ts";
import { dayLabel } from "../periods.ts";
import { capitalised } from "../words.ts";
import { addresses } from "./addresses.ts";
import type { SiteWords } from "./context.ts";
import { homeCrumb } from "./page.ts";
import type { PlainPageView, PlainSection } from "./plainPage.ts";

/**
 * The accessibility statement, from the marked part of docs/accessibility.md. A line whose word is not given in organisation.yaml is left out.
 *
 * @throws Error when the text has no marks, or a word in braces that nothing fills
 */
export function statementPage(site: SiteWords, text: string): PlainPageView {
  const marked = /<!-- statement begins -->(.*)<!-- statement ends -->/s.exec(text)?.[1];
  if (marked === undefined) throw new Error("docs/accessibility.md has no marked statement");
  const { title, lead, sections } = sectionsOf(filled(marked, site));
  return {
    address: addresses.accessibility,
    title,
    description: "How accessible this website and its PDFs are, and whom to tell.",
    part: null,
    crumbs: [homeCrumb],
    lead: "",
    opening: [{ kind: "prose", prose: { markdown: lead } }],
    sections,
    contents: false,
  };
}

function filled(text: string, { facts }: SiteWords): string {
  const { commissioner, bodies } = facts.organisation;
  const body: Partial<Body> = bodies.find(({ name }) => name === commissioner) ?? {};
  const words: Readonly<Record<string, string | undefined>> = {
    office: `the ${commissioner}`,
    website: "this website",
    address: body.address === undefined || body.address.length === 0 ? undefined : body.address.join(", "),
    telephone: body.telephone,
    email: body.email === undefined ? undefined : `[${body.email}](mailto:${body.email})`,
    ...Object.fromEntries(
      Object.entries(facts.publishing.statement ?? {}).map(([name, day]) => [name, dayLabel(day)]),
    ),
  };
  const known = (line: string): boolean =>
    [...line.matchAll(/\{(\w+)\}/g)].every(([, word = ""]) => !(word in words) || words[word] !== undefined);
  const lines = text.split("\n").filter(known);
  return lines
    .map((line, i) =>
      line.replaceAll(/\{(\w+)\}/g, (_, word: string, at: number) => {
        const value = words[word];
        if (value === undefined) throw new Error(`nothing fills {${word}} of the accessibility statement`);
        const begins = at === 0 ? lines[i - 1]?.trim() === "" : line.slice(0, at).endsWith(". ");
        return begins ? capitalised(value) : value;
      }),
    )
    .join("\n");
}

/** The page that says how figures are made, from docs/method.md. */
export function methodPage(text: string): PlainPageView {
  const topics = text.split(/\n\n+/).flatMap((part) => {
    const found = /^\*\*([^*]+)\.\*\*\s+(.*)$/s.exec(part);
    if (found !== null) return [{ title: found[1] ?? "", text: found[2] ?? "" }];
    return part.startsWith("#") || part.includes("deviations.md") ? [] : [{ title: "", text: part }];
  });
  const sections: PlainSection[] = [];
  for (const { title, text: body } of topics) {
    const block = { kind: "prose" as const, prose: { markdown: body } };
    const last = sections.at(-1);
    if (title === "" && last !== undefined)
      sections[sections.length - 1] = { ...last, blocks: [...last.blocks, block] };
    else sections.push({ id: idOf(title), title, blocks: [block] });
  }
  return {
    address: addresses.howFiguresAreMade,
    title: "How figures are made",
    description: "How figures are counted, compared, judged, projected and rounded.",
    part: null,
    crumbs: [homeCrumb],
    lead: "Every figure of this website and its papers is computed from one set of data. Each measure’s page shows the formula behind each of its figures.",
    opening: [],
    sections: [
      ...sections,
      {
        id: "data",
        title: "Data",
        blocks: [{ kind: "prose", prose: { markdown: `[All data of this website](${addresses.data})` } }],
      },
    ],
    contents: true,
  };
}

const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** A text in Markdown as a page: its first heading, what stands before the next, and a section for each heading of that level. */
function sectionsOf(markdown: string): {
  readonly title: string;
  readonly lead: string;
  readonly sections: PlainSection[];
} {
  const parts = markdown.split(/^## /m).slice(1);
  const cut = parts.map((part) => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end).trim(), text: part.slice(end).trim() };
  });
  const [first, ...rest] = cut;
  return {
    title: first?.title ?? "",
    lead: first?.text ?? "",
    sections: rest.map(({ title, text }) => ({
      id: idOf(title),
      title,
      blocks: [{ kind: "prose", prose: { markdown: text } }],
    })),
  };
}
