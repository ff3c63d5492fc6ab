import type { Diagnostic } from "../diagnostic.ts";
import type { Register } from "../figures/register.ts";
import type { PageSource } from "../model/facts.ts";
import type { SectionHead } from "../model/quarter.ts";
import { withAcceptedNotes } from "./acceptedNotes.ts";
import { measureOf } from "./asked.ts";
import { blockViews, type Numbering } from "./blocks.ts";
import { exceptionalNote, generatedNotes } from "./generatedNotes.ts";
import { headlineView } from "./headline.ts";
import { authorNotes, noNotes, numbered } from "./notes.ts";
import { areaSentences, leadSentence } from "./opening.ts";
import { periodLabel } from "./periods.ts";
import { type Filling, fillText, insideQuotes } from "./prose.ts";
import { readBlocks } from "./readBlocks.ts";
import { shownBy } from "./shown.ts";
import type { NoteView, SectionView } from "./views.ts";
import { sentence } from "./words.ts";

export type SectionSource = PageSource<SectionHead>;

/** One measure's section: the generated opening, then what the author wrote and asked for, then the notes. */
export function sectionView(
  register: Register,
  source: SectionSource,
  numbering: Numbering,
  problems: Diagnostic[],
): SectionView {
  const { id, head, markdown } = source;
  const measure = measureOf(register, head.measure);
  const blocks = readBlocks(markdown.blocks, register.facts, problems);
  const shown = shownBy(head.measure, blocks);
  const all = [...generatedNotes(register, shown), ...authorNotes(markdown.blocks)];
  const notes = numbered(id, all);
  const filling: Filling = { register, notes, problems };
  const say = (key: "lead" | "areas", generated: string): string => {
    const own = head.say[key];
    const allowed = key === "lead" ? { ...filling, notes: noNotes } : filling;
    const place = insideQuotes(markdown.frontMatter.placeOf(["say", key]));
    return own === undefined ? generated : fillText(own, place, allowed);
  };
  const areas = say("areas", areaSentences(register, head.measure));
  const lead = say("lead", leadSentence(register, head.measure));
  const headline = withNote(headlineView(register, head.measure), notes.find(exceptionalNote));
  const page = {
    blocks: blockViews(blocks, id, filling, numbering),
    notes: all.map(
      (note, i): NoteView => ({
        id: `note-${id}-${i + 1}`,
        number: i + 1,
        prose: { markdown: note.place === null ? note.text : fillText(note.text, note.place, filling) },
      }),
    ),
  };
  return {
    id,
    priority: register.facts.organisation.priorities.find((p) => p.id === measure.priority)?.title ?? "",
    title: head.title ?? measure.title,
    lead,
    headline,
    areas: areas === "" ? null : { markdown: areas },
    signs: measure.signsOfImprovement.map(sentence),
    definition: sentence(measure.definition),
    ...withAcceptedNotes(
      id,
      page,
      { accepted: head.accepted, placeOf: markdown.frontMatter.placeOf },
      problems,
    ),
    source: sourceLine(register, shown.measures),
  };
}

const withNote = (
  headline: SectionView["headline"],
  note: { number: number; id: string } | null,
): SectionView["headline"] =>
  headline.verdict === null || headline.verdict.target !== null
    ? headline
    : { ...headline, verdict: { ...headline.verdict, note } };

/** The systems the figures came from, how far they go, and their caveats. */
function sourceLine(register: Register, used: readonly string[]): string {
  const systems = new Map<string, string>();
  for (const id of used) {
    const { source, periods } = measureOf(register, id);
    const { latest } = register.series(id);
    const until =
      latest === null
        ? ""
        : `figures to ${periodLabel(periods, latest).replace(/^(year to|week ending|.* to) /, "")}`;
    if (!systems.has(source.system)) systems.set(source.system, until);
  }
  const caveats = used.flatMap((id) => {
    const { caveats: own, availabilityLag, comparableFrom } = measureOf(register, id);
    return [
      ...own,
      ...(availabilityLag ? [availabilityLag.reason] : []),
      ...(comparableFrom ? [comparableFrom.reason] : []),
    ];
  });
  const listed = [...systems].map(([system, until]) => (until === "" ? system : `${system}, ${until}`));
  return [`${listed.join("; ")}.`, ...new Set(caveats)].join(" ");
}
