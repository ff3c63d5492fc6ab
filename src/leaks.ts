import { join } from "node:path";
import type { Built } from "./built.ts";
import { exemptCache, membersCache } from "./cacheFiles.ts";
import { SourceError } from "./diagnostic.ts";
import type { OutputFile } from "./disk.ts";
import type { BuildEffects } from "./effects.ts";
import { openKeptFile } from "./keptFile.ts";
import type { Loaded } from "./load.ts";
import { noMemory } from "./memory.ts";
import { ownFile, ownFilesIn } from "./ownFiles.ts";
import { type LeakFile, leakProblem, leaksIn, type ReadFile } from "./pack/leaks/leaks.ts";
import type { FileWordings, LeakMemory, PlaceHits } from "./pack/leaks/memory.ts";
import type { ContentText } from "./pack/leaks/pdfContent.ts";
import type { Section } from "./pack/sections.ts";
import type { SourceFiles } from "./reading.ts";
import { sha256Of } from "./sha256.ts";
import { packingVersion, readingVersion } from "./version.ts";

/**
 * Searches everything public that is about to go out for what stands in exempt sources and in no public one.
 *
 * @param outputs what the public may see, the reports among it; each is read when it is its turn
 * @param computed what `computedOf` tells of the documents
 * @throws SourceError with every leak, before anything goes out
 */
export async function refuseLeaks(
  outputs: Iterable<Searched> | AsyncIterable<Searched>,
  computed: readonly ReadFile[],
  { facts, sources }: Loaded,
  {
    files,
    exemptFiles,
    progress,
    cacheFolder,
    memory = noMemory,
  }: Pick<BuildEffects, "files" | "exemptFiles" | "progress" | "cacheFolder" | "memory">,
): Promise<void> {
  const meetings = [...facts.meetings.values()];
  const exempt = await filesOf(
    meetings.map(({ id }) => `data/meetings/${id}/exempt`),
    exemptFiles,
  );
  if (exempt.length === 0) return;
  progress("searching the public files for what is exempt");
  const outside = await Promise.all(
    meetings.flatMap(({ id, outside }) =>
      outside.map((name) => readOne(`data/meetings/${id}/papers/${name}`, files)),
    ),
  );
  const searched = await memory.opened("searches", () => openSearches(cacheFolder));
  const leaks = await leaksIn(
    leakFiles(outputs),
    exempt,
    [...sources.values(), ...outside, ...computed, ...ownWords()],
    searched,
  );
  await searched.save();
  if (leaks.length > 0) throw new SourceError(leaks.map(leakProblem));
}

/**
 * A file that is searched; a pack perhaps in sections, of which those that have not changed need not be read. Of one whose bytes were searched
 * under another name, the name alone is.
 */
export type Searched = OutputFile & {
  readonly sections?: readonly Section[];
  readonly wasSearched?: boolean;
};

async function* leakFiles(outputs: Iterable<Searched> | AsyncIterable<Searched>): AsyncGenerator<LeakFile> {
  for await (const { path: file, bytes, sections, wasSearched } of outputs)
    if (wasSearched === true) yield { file, text: "" };
    else if (sections === undefined) yield { file, bytes, sha256: sha256Of(bytes) };
    else
      for (const { name, key, bytes, open } of sections)
        yield { file, section: name, key, made: bytes, opened: open };
}

/** What earlier builds have searched: kept with what was made of exempt papers, since it tells of them. */
async function openSearches(cacheFolder: string): Promise<LeakMemory & { save(): Promise<void> }> {
  const files = membersCache(join(cacheFolder, exemptCache, "leaks"));
  const version = `${packingVersion()} ${readingVersion()}`;
  const [shown, hits, wordings] = await Promise.all([
    openKeptFile<ContentText>(files, "shown.json", version),
    openKeptFile<readonly PlaceHits[]>(files, "hits.json", version),
    openKeptFile<FileWordings>(files, "wordings.json", version),
  ]);
  const save = async (): Promise<void> => {
    for (const each of [shown, hits, wordings]) await each.save();
  };
  return { shown, hits, wordings, save };
}

/** Every file of some folders and of those in them. */
async function filesOf(folders: readonly string[], files: SourceFiles): Promise<ReadFile[]> {
  const found: ReadFile[] = [];
  for (const folder of folders)
    for (const name of await files.list(folder)) {
      const path = `${folder}/${name}`;
      const within = await files.list(path);
      found.push(...(within.length > 0 ? await filesOf([path], files) : [await readOne(path, files)]));
    }
  return found;
}

const readOne = async (file: string, files: SourceFiles): Promise<ReadFile> => ({
  file,
  bytes: await files.read(file),
});

/** What is computed from public sources and stands in none: figures as they are printed, and the numbers of drawings. */
export const computedOf = (documents: readonly Built[]): ReadFile[] =>
  documents.flatMap(({ worded, files }) => [
    { file: "figures", text: worded.gist.figures.join("\n") },
    ...files
      .filter(({ path }) => path.endsWith(".svg"))
      .map(({ path, bytes }) => ({ file: path, text: numbersIn(Buffer.from(bytes).toString("utf8")) })),
  ]);

/** The numbers that a drawing prints; its words must come from a public source like all others. */
const numbersIn = (svg: string): string =>
  [...svg.matchAll(/>([\d\s.,%£−+-]+)</g)].map(([, number]) => number).join("\n");

let knownWords: readonly ReadFile[] | null = null;

/** The words of the product itself: its templates, and what its code says. */
function ownWords(): readonly ReadFile[] {
  knownWords ??= [...ownFilesIn("templates"), ...ownFilesIn("src")]
    .filter((file) => /\.(hbs|css|ts)$/.test(file))
    .map((file) => ({ file, text: ownFile(file).toString("utf8") }));
  return knownWords;
}
