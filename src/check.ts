import { readFonts } from "./assets.ts";
import { judged } from "./audit/acceptance.ts";
import type { Finding } from "./audit/finding.ts";
import { paperFindings } from "./audit/paperFindings.ts";
import { proposedRebaseFindings } from "./audit/proposedRebase.ts";
import { auditSources, type SourceAudit } from "./auditSources.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import { chainDocument, chainPaper } from "./document/papers/chain.ts";
import { flowPaper, registerOf } from "./document/papers/paper.ts";
import { performanceSummary, summaryRegister } from "./document/summary.ts";
import type { Words } from "./document/worded.ts";
import { factKeys } from "./factKeys.ts";
import type { Register, Said } from "./figures/register.ts";
import { type Worded, withGist, withWordsLater } from "./gist.ts";
import { grantedIn } from "./granted.ts";
import { coverage, missingCharacters } from "./html/characters.ts";
import { inSteps, pause } from "./inSteps.ts";
import type { Kept } from "./kept.ts";
import { binary } from "./keptFile.ts";
import { type KeptWording, type KeptWords, noWords, type PlainWords } from "./keptPapers.ts";
import { type Loaded, load } from "./load.ts";
import { type Memory, noMemory } from "./memory.ts";
import type { Facts } from "./model/facts.ts";
import { outsidePapers } from "./outsidePapers.ts";
import type { SourceFiles } from "./reading.ts";
import { spelling } from "./spelling.ts";
import { addressOf, type ChosenPack, chooseTargets, type Target } from "./targets.ts";
import { answerOf, type Question, traced } from "./traced.ts";

/** A document, worded; `isNew` where it was not taken from an earlier build as it was. */
export type WordedPaper = { readonly target: Target; readonly worded: Worded; readonly isNew: boolean };

/** The sources of some targets, read and worded: what a build prints, with every figure found. */
export type WordedSources = {
  readonly loaded: Loaded;
  readonly papers: readonly WordedPaper[];
  /** The meetings whose packs are made of them. */
  readonly packs: readonly ChosenPack[];
};

/** The same, checked to the last word. */
export type CheckedSources = WordedSources & {
  /** What a careful reader would point out in the papers, and how far their numbers were checked. */
  readonly audit: SourceAudit;
};

/** Worded sources that are still to be audited, which may be done while they are printed. */
type Auditable = WordedSources & { audit(): Promise<SourceAudit> };

/**
 * Reads and checks everything that can be checked without printing; every problem of all targets in one SourceError, and where there are
 * none, every contradiction in our papers that nobody has accepted.
 */
export async function readChecked(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  releasing = false,
  kept?: Kept,
): Promise<CheckedSources> {
  const checked = await readAudited(folder, names, files, releasing, kept);
  refuseContradictions(checked.audit);
  return checked;
}

/** @throws SourceError with every contradiction that nobody has accepted */
export function refuseContradictions(audit: SourceAudit): SourceAudit {
  if (audit.errors.length > 0) throw new SourceError(audit.errors.map(asProblem));
  return audit;
}

/** The same, with the contradictions among the findings of the audit. */
export async function readAudited(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  releasing = false,
  kept?: Kept,
): Promise<CheckedSources> {
  const { audit, ...worded } = await readWorded(folder, names, files, releasing, kept);
  return { ...worded, audit: await audit() };
}

/**
 * Reads and words the sources; what the audit of them comes to is told when it is asked for.
 *
 * @throws SourceError with every problem of all targets, and where there are some, the contradictions that are known without the audit
 */
export async function readWorded(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  releasing = false,
  kept?: Kept,
): Promise<Auditable> {
  const memory = kept?.memory ?? noMemory;
  const read = await load(folder, memory.files(files), kept?.sources);
  const facts = memory.facts(read.facts);
  const loaded = { ...read, facts: kept === undefined ? facts : { ...facts, project: kept.project } };
  const { documents, packs } = chooseTargets(loaded.facts, names);
  const meetings = packs.map(({ meeting }) => meeting);
  // A worker reads the PDFs from outside while the papers are worded here.
  const readings = kept?.readings ?? new Map();
  const outside = outsidePapers(meetings, files, readings, kept?.pdfText);
  outside.catch(() => undefined);
  const has = await coverage(readFonts, loaded.sources.values());
  const problems = [...loaded.sources.values()].flatMap((source) => missingCharacters(source, has));
  const known = paperFindings(loaded.facts);
  const earlier = kept === undefined ? nothingWorded : { words: kept.words, keyOf: factKeys(loaded) };
  const papers: WordedPaper[] = [];
  for (const target of documents) {
    await pause();
    try {
      const made = recalledOrWorded(loaded.facts, target, releasing, memory, earlier);
      if (made !== null) papers.push({ target, ...made });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new SourceError([...problems, ...unaccepted(known, loaded.facts)]);
  const word = (target: Omit<Target, "date">) => earlierWorded(loaded.facts, target, memory, earlier);
  const isWord = kept?.isWord ?? spelling();
  const audit = async (): Promise<SourceAudit> => {
    const chosen = { papers, outside: await outside, whole: names.length === 0 };
    return inSteps(
      auditSources(loaded, chosen, known, {
        word,
        isWord,
        memory,
        readings,
        findings: kept?.findings ?? new Map(),
      }),
    );
  };
  return { loaded, papers, packs, audit };
}

/** A paper of another quarter; null where it has problems, which are its own to tell. */
function earlierWorded(
  facts: Facts,
  target: Omit<Target, "date">,
  memory: Memory,
  earlier: EarlierWords,
): Worded | null {
  try {
    return remembered(facts, target, true, memory, earlier);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** Contradictions that are known before any paper is worded, told with the problems that keep them from it. */
const unaccepted = (known: readonly Finding[], facts: Facts): Diagnostic[] =>
  judged(known, grantedIn(facts), false)
    .open.filter(({ severity }) => severity === "error")
    .map(asProblem);

/** A contradiction stops a build as a mistake in a source does. */
const asProblem = ({ place, message, settle, other }: Finding): Diagnostic => ({
  place,
  message: settle === undefined ? message : `${message}. ${settle}`,
  ...(other === null ? {} : { hint: `See ${other.place.file}:${other.place.line}.` }),
});

/** Words of earlier runs, and what names the facts that they looked at. */
export type EarlierWords = { readonly words: KeptWords; readonly keyOf: (question: Question) => string };

const nothingWorded: EarlierWords = { words: noWords, keyOf: () => "" };

/** A document, worded; the one of an earlier build where nothing that it looks at has changed. */
export const remembered = (
  facts: Facts,
  target: Omit<Target, "date">,
  releasing: boolean,
  memory: Memory,
  earlier = nothingWorded,
): Worded | null => recalledOrWorded(facts, target, releasing, memory, earlier)?.worded ?? null;

function recalledOrWorded(
  facts: Facts,
  target: Omit<Target, "date">,
  releasing: boolean,
  memory: Memory,
  { words, keyOf }: EarlierWords,
): Omit<WordedPaper, "target"> | null {
  const name = `${addressOf(target)}${releasing ? ", released" : ""}`;
  const recalled = memory.recall<Worded>(`words of ${name}`, [], facts);
  if (recalled.known !== null) return { worded: recalled.known, isNew: false };
  const before = words.get(name);
  if (before?.asked.every(({ question, key }) => keyOf(question) === key)) {
    for (const { question } of before.asked) answerOf(question, recalled.facts);
    const worded = wordedBefore(recalled.facts, target, before);
    if (worded !== null) return { worded: recalled.keep(worded), isNew: false };
  }
  const { facts: watched, trace } = traced(recalled.facts);
  const worded = wordedOf(watched, target, releasing);
  if (worded === null) return null;
  const { view, told, register, gist } = worded;
  const asked = trace.questions().map((question) => ({ question, key: keyOf(question) }));
  const plain: PlainWords = { view, told, said: register.said() };
  words.set(name, { asked, gist, words: binary.write(plain) });
  return { worded: recalled.keep(worded), isNew: true };
}

/** A document that was worded in an earlier run; null for the list of questions and actions, which is quick to make. */
function wordedBefore(
  facts: Facts,
  { path, document }: Omit<Target, "date">,
  { gist, words }: KeptWording,
): Worded | null {
  const later = (register: (said: Said) => Register): Worded =>
    withWordsLater(gist, () => {
      const { view, told, said } = binary.read(words) as PlainWords;
      return { view, told, register: register(said) };
    });
  const paper = facts.papers.get(`${path}/${document}`);
  if (paper !== undefined) return later((said) => registerOf(facts, paper, { telling: true, said }));
  const held = facts.quarters.get(path);
  const summary = held?.summary ?? null;
  return document === chainDocument || held === undefined || summary === null
    ? null
    : later((said) => summaryRegister(facts, held.quarter, summary, said));
}

/** A document, worded, with its figures and without what they were computed from; null where nothing answers to the target. */
export function wordedOf(facts: Facts, target: Omit<Target, "date">, releasing: boolean): Worded | null {
  const words = wordsOf(facts, target, releasing);
  words?.register.forget();
  return words === null ? null : withGist(words);
}

function wordsOf(facts: Facts, { path, document }: Omit<Target, "date">, releasing: boolean): Words | null {
  const paper = facts.papers.get(`${path}/${document}`);
  if (paper !== undefined) return flowPaper(facts, paper, releasing);
  if (document === chainDocument) return chainPaper(facts, path);
  const quarter = facts.quarters.get(path);
  return quarter === undefined || quarter.summary === null
    ? null
    : performanceSummary(facts, quarter, quarter.summary, releasing);
}

/** What a careful reader would point out in a paper: for `check`; a build has no use for it. */
export function findingsOf({ register }: Worded): Finding[] {
  const measures = [...new Set(register.printed().map((f) => f.reference.measure))];
  return proposedRebaseFindings(register, measures);
}
