import type { z } from "zod";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import { nameProblems } from "./document/names.ts";
import { loadCorrespondence, loadMeetings, loadQuarterPapers, loadReleased } from "./loadPapers.ts";
import type {
  Facts,
  MeasureFacts,
  PageSource,
  PaperSource,
  QuarterFacts,
  SummarySource,
} from "./model/facts.ts";
import { linkProblems, organisationProblems } from "./model/links.ts";
import { measureFacts, type PlainMeasure } from "./model/measureFacts.ts";
import { Organisation } from "./model/organisation.ts";
import { paperLinkProblems } from "./model/paperLinks.ts";
import { periodEnd } from "./model/period.ts";
import { noPublishing, Publishing } from "./model/publishing.ts";
import { DocumentMetadata, PageHead, Quarter, SectionHead } from "./model/quarter.ts";
import { SpecifiedInformation } from "./model/specifiedInformation.ts";
import { sumProblems } from "./model/sums.ts";
import { once } from "./once.ts";
import {
  type KeptSources,
  keep,
  loadPage,
  madeOf,
  nothingKept,
  pageId,
  type Reading,
  readChecked,
  readText,
  type SourceFiles,
  yamlLater,
  yamlOf,
} from "./reading.ts";
import { didYouMean } from "./sources/suggest.ts";
import type { SourceText } from "./sources/text.ts";

/** What was read, and every source text by its path: the inputs of a build. */
export type Loaded = { readonly facts: Facts; readonly sources: ReadonlyMap<string, SourceText> };

/** Ids of measures, of the files too that could not be read: their names are no mistake in other files. */
type Known = readonly string[];

/** The whole of `data/`, checked, or every problem found in one SourceError. */
export async function load(
  folder: string,
  files: SourceFiles,
  kept: KeptSources = nothingKept,
): Promise<Loaded> {
  const reading: Reading = { files, sources: new Map(), problems: [], kept };
  const organisation = await loadOrganisation(`${folder}/organisation.yaml`, reading);
  const measures = await loadMeasures(`${folder}/measures`, reading);
  const known = [
    ...measures.keys(),
    ...(await files.list(`${folder}/measures`)).map((name) => name.replace(/\.\w+$/, "")),
  ];
  const quarters = await loadQuarters(`${folder}/quarters`, [...new Set(known)], reading);
  const meetings = await loadMeetings(`${folder}/meetings`, reading);
  const papers = new Map<string, PaperSource>(
    [
      ...(await loadQuarterPapers(`${folder}/quarters`, reading)),
      ...meetings.papers,
      ...(await loadCorrespondence(`${folder}/correspondence`, reading)),
    ].map((paper) => [`${paper.path}/${paper.document}`, paper]),
  );
  const names = await files.list(folder);
  const optional = async <S extends z.ZodType<object>>(
    name: string,
    schema: S,
  ): Promise<z.output<S> | null> =>
    names.includes(name) ? ((await readChecked(schema, `${folder}/${name}`, reading))?.value ?? null) : null;
  const specifiedInformation = await optional("specified-information.yaml", SpecifiedInformation);
  const publishing = (await optional("publishing.yaml", Publishing)) ?? noPublishing;
  if (organisation !== null)
    reading.problems.push(...linkProblems(measures, organisation), ...sumProblems(measures, organisation));
  if (organisation === null) throw new SourceError(reading.problems);
  const facts: Facts = {
    organisation,
    measures,
    quarters,
    meetings: meetings.meetings,
    papers,
    specifiedInformation,
    publishing,
  };
  if (reading.problems.length === 0) reading.problems.push(...paperLinkProblems(facts));
  if (reading.problems.length > 0)
    throw new SourceError([...reading.problems, ...wordingProblems(facts, known)]);
  return { facts, sources: reading.sources };
}

/** Wrong names in the papers, told together with what is wrong in the data. */
function wordingProblems(facts: Facts, known: Known): Diagnostic[] {
  const unread = known.filter((id) => !facts.measures.has(id));
  const papers = [...facts.quarters.values()].flatMap(({ summary }) => summary ?? []);
  const pages = papers.flatMap((paper) => [...paper.sections, paper.panelPage, paper.method]);
  return pages.flatMap((page) => nameProblems(page, facts, unread));
}

async function loadOrganisation(file: string, reading: Reading): Promise<Organisation | null> {
  const read = await readChecked(Organisation, file, reading);
  if (read !== null) reading.problems.push(...organisationProblems(read.value, read.yaml.placeOf));
  return read?.value ?? null;
}

async function loadMeasures(folder: string, reading: Reading): Promise<Map<string, MeasureFacts>> {
  const names = await reading.files.list(folder);
  reading.problems.push(...strayFiles(folder, names));
  const measures = new Map<string, MeasureFacts>();
  for (const name of names.filter((n) => n.endsWith(".yaml"))) {
    const one = await loadMeasure(folder, name, names, reading);
    if (one === null) continue;
    const earlier = measures.get(one.measure.id);
    if (earlier) {
      const first = earlier.placeOf(["id"]);
      reading.problems.push({
        place: one.placeOf(["id"]),
        message: `id: \`${one.measure.id}\` is already the id of ${first.file}`,
        hint: "Give each measure an id of its own.",
      });
    } else measures.set(one.measure.id, one);
  }
  return measures;
}

/** Files that would be passed over in silence: a series without its measure, and another ending than `.yaml`. */
function strayFiles(folder: string, names: readonly string[]): Diagnostic[] {
  return names
    .filter((name) => /\.(csv|yml)$/i.test(name) && !names.includes(name.replace(/\.\w+$/, ".yaml")))
    .map((name) => ({
      place: { file: `${folder}/${name}`, line: 1, column: 1 },
      message: `no measure goes with this file: it needs ${name.replace(/\.\w+$/, ".yaml")} beside it`,
    }));
}

const measureOf = once(
  (plain: PlainMeasure, text: SourceText): MeasureFacts => ({ ...plain, placeOf: yamlLater(text).placeOf }),
);

async function loadMeasure(
  folder: string,
  name: string,
  names: readonly string[],
  reading: Reading,
): Promise<MeasureFacts | null> {
  const text = await readText(`${folder}/${name}`, reading);
  const csv = name.replace(/\.yaml$/, ".csv");
  const series = names.includes(csv) ? await readText(`${folder}/${csv}`, reading) : null;
  if (text === null) return null;
  const plain = madeOf([text, series], reading, (): PlainMeasure | null => {
    const yaml = keep(yamlOf(text), reading);
    if (yaml === null) return null;
    const { facts, problems } = measureFacts(yaml, series);
    reading.problems.push(...problems);
    return facts;
  });
  return plain === null ? null : measureOf(plain, text);
}

async function loadQuarters(
  folder: string,
  known: Known,
  reading: Reading,
): Promise<Map<string, QuarterFacts>> {
  const quarters = new Map<string, QuarterFacts>();
  for (const id of await reading.files.list(folder)) {
    const read = await readChecked(Quarter, `${folder}/${id}/quarter.yaml`, reading);
    if (read !== null && read.value.cutOff < periodEnd("month", read.value.month))
      reading.problems.push({
        place: read.yaml.placeOf(["cutOff"]),
        message: `cutOff: the month that is reported, ${read.value.month}, ends later`,
        hint: `Write ${periodEnd("month", read.value.month)} or a later day.`,
      });
    const summary = await loadSummary(`${folder}/${id}/performance-summary`, known, reading);
    const released = await loadReleased(`${folder}/${id}`, reading);
    if (read !== null) quarters.set(id, { id, quarter: read.value, summary, released });
  }
  return quarters;
}

async function loadSummary(folder: string, known: Known, reading: Reading): Promise<SummarySource | null> {
  const names = await reading.files.list(folder);
  if (names.length === 0) return null;
  const metadata = await readChecked(DocumentMetadata, `${folder}/paper.yaml`, reading);
  const sections: PageSource<SectionHead>[] = [];
  for (const name of names.filter((n) => /^\d+-.*\.md$/.test(n))) {
    const section = await loadPage(SectionHead, `${folder}/${name}`, reading);
    if (section !== null) sections.push(section);
  }
  const panelPage = await loadPage(PageHead, `${folder}/panel-page.md`, reading);
  const method = await loadPage(PageHead, `${folder}/method.md`, reading);
  for (const section of sections) checkMeasures(section, known, reading);
  reading.problems.push(...sectionNameProblems(folder, names));
  if (metadata === null || panelPage === null || method === null) return null;
  return {
    folder,
    metadata: metadata.value,
    placeOf: metadata.yaml.placeOf,
    sections,
    panelPage,
    method,
  };
}

/** A section's name becomes its address in the paper, so it must be plain, and its own. */
function sectionNameProblems(folder: string, names: readonly string[]): Diagnostic[] {
  const files = names.filter(
    (name) => name.endsWith(".md") && !["panel-page.md", "method.md"].includes(name),
  );
  const problem = (name: string, message: string): Diagnostic => ({
    place: { file: `${folder}/${name}`, line: 1, column: 1 },
    message,
  });
  return files.flatMap((name) => {
    const id = pageId(name);
    if (!/^\d+-[a-z][a-z0-9]*(-[a-z0-9]+)*\.md$/.test(name))
      return [
        problem(name, "name a section by a number and words in small letters, e.g. 07-bicycle-theft.md"),
      ];
    if (["grid", "panel", "method"].includes(id))
      return [problem(name, `\`${id}\` is the name of another page`)];
    const first = files.find((other) => pageId(other) === id);
    return first === name ? [] : [problem(name, `\`${id}\` is already the name of ${first}`)];
  });
}

/** The measures that a section's front matter names must exist. */
function checkMeasures(
  { head, markdown }: PageSource<SectionHead>,
  known: Known,
  { problems }: Reading,
): void {
  const named: [string, (string | number)[]][] = [
    [head.measure, ["measure"]],
    ...head.also.map((id, i): [string, (string | number)[]] => [id, ["also", i]]),
  ];
  for (const [id, path] of named)
    if (!known.includes(id))
      problems.push({
        place: markdown.frontMatter.placeOf(path),
        message: `there is no measure \`${id}\``,
        hint: didYouMean(id, known),
      });
}
