import { type Diagnostic, SourceError } from "./diagnostic.ts";
import type { Loaded } from "./load.ts";
import { loadExemptPapers } from "./loadPapers.ts";
import { agendaLines } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import { paperLinkProblems } from "./model/paperLinks.ts";
import { nothingKept, type Reading, type SourceFiles } from "./reading.ts";
import { didYouMean } from "./sources/suggest.ts";

/**
 * What a public load found, with the papers of one meeting's folder `exempt/` added: for its members' edition, and for the scan that
 * holds the public outputs against them. Their addresses are `<meeting>/exempt/<document>`.
 *
 * @param files those of `sourceFilesWithExempt`: the public ones refuse
 * @throws SourceError with every problem of the exempt papers, and those that the agenda names and nobody has written
 */
export async function loadExempt(
  folder: string,
  { facts, sources }: Loaded,
  meeting: MeetingFacts,
  files: SourceFiles,
): Promise<Loaded> {
  const reading: Reading = { files, sources: new Map(sources), problems: [], kept: nothingKept };
  const { papers, outside } = await loadExemptPapers(`${folder}/meetings`, meeting.id, reading);
  const added = new Map(papers.map((paper) => [`${paper.path}/${paper.document}`, paper] as const));
  const whole = { ...facts, papers: new Map([...facts.papers, ...added]) };
  const names = [...papers.map(({ document }) => `exempt/${document}`), ...outside.map((n) => `exempt/${n}`)];
  const problems = [...reading.problems, ...missing(meeting, names)];
  if (reading.problems.length === 0) problems.push(...paperLinkProblems(whole));
  if (problems.length > 0) throw new SourceError(problems);
  return { facts: whole, sources: reading.sources };
}

const missing = (meeting: MeetingFacts, names: readonly string[]): Diagnostic[] =>
  agendaLines(meeting).flatMap(({ refs }) =>
    refs
      .filter(({ kind, name }) => kind.startsWith("exempt") && !names.includes(name))
      .map(({ name, path }) => ({
        place: meeting.placeOf(path),
        message: `there is no paper \`${name}\` in the folder of the meeting`,
        hint: didYouMean(name, names),
      })),
  );
