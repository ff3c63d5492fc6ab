import { join } from "node:path";
import { readAssets } from "./assets.ts";
import { type BuildResult, build, isPublic } from "./build.ts";
import { publicCache } from "./cacheFiles.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import type { BuildEffects } from "./effects.ts";
import { computedOf, refuseLeaks, type Searched } from "./leaks.ts";
import { noMemory } from "./memory.ts";
import type { Facts } from "./model/facts.ts";
import { hasGoneOut, packName } from "./model/packs.ts";
import type { ReadFile } from "./pack/leaks/leaks.ts";
import { sha256Of } from "./sha256.ts";
import { readShownSince } from "./shownSince.ts";
import { gateProblems, publishingGate } from "./site/gate.ts";
import { siteFiles } from "./site/siteFiles.ts";
import { brokenLinks } from "./site/specifiedInformationPage.ts";
import { readSiteAssets } from "./siteAssets.ts";
import { openSiteDrawings } from "./siteDrawings.ts";
import { refuseOtherFolder, type StagedSite, type Swapped, swapSite } from "./siteFolder.ts";
import { type PublicBuild, siteInput } from "./siteInput.ts";

/**
 * Builds every public document and pack, makes the website of them beside the one that is there, judges it, and swaps it in.
 *
 * @param out where the documents are built
 * @param site the root of the website
 * @param today the day of publication, in ISO form
 * @throws SourceError for what stops a build, and for what may not be published
 */
export async function publish(
  out: string,
  site: string,
  effects: BuildEffects,
  today: string,
): Promise<Swapped> {
  await refuseOtherFolder(site);
  const { computed, searched, ...built } = await buildPublic(out, effects);
  const { facts } = built.loaded;
  refuseUndated(facts);
  effects.progress("making the website");
  const assets = await (effects.memory ?? noMemory).opened("assets", () => readAssets());
  const input = await siteInput(built, assets.theme, effects, today, await readShownSince(site));
  // What nobody has accepted is known before anything is made.
  refuse(gateProblems(publishingGate(input)));
  const drawings = await openSiteDrawings(
    publicCache(effects.cacheFolder),
    assets.theme,
    effects.drawingVersion,
  );
  const style = { ...(await readSiteAssets(assets)), draw: drawings.draw };
  return swapSite(site, siteFiles(input, style), async (staged) => {
    await drawings.save();
    refuse(brokenLinks(facts.specifiedInformation, staged.paths));
    // Accepted or not: nothing exempt may show in any file of the website.
    await refuseLeaks(filesOf(staged, searched), computed, built.loaded, effects);
  });
}

/** The files of a staged site, each read when it is asked for; the PDFs are those of the build, which has searched them. */
function* filesOf({ paths, read }: StagedSite, searched: ReadonlySet<string>): Generator<Searched> {
  for (const path of [...paths].sort()) {
    const bytes = read(path);
    yield { path, bytes, wasSearched: searched.has(sha256Of(bytes)) };
  }
}

/** The law asks for an accessibility statement that says when it was made: a person gives the days. */
function refuseUndated({ publishing }: Facts): void {
  if (publishing.statement === undefined)
    throw new SourceError([
      {
        place: { file: "data/publishing.yaml", line: 1, column: 1 },
        message:
          "the accessibility statement needs the days on which it was prepared and reviewed, and the site tested",
        hint: "Write `statement: { prepared: 2026-01-31, reviewed: 2026-01-31, tested: 2026-01-31 }` with the days that are true.",
      },
    ]);
}

function refuse(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new SourceError(problems);
}

/**
 * What of a build is needed for its website; and for the search for leaks, what it computed from public sources, and the hashes of the files
 * that it has searched.
 */
type ForSite = PublicBuild & {
  readonly computed: readonly ReadFile[];
  readonly searched: ReadonlySet<string>;
};

/** Every document and pack, and the supplements of those packs that have gone out, as the public may see them. */
async function buildPublic(out: string, effects: BuildEffects): Promise<ForSite> {
  const options = { editions: ["public"], releasing: false } as const;
  const built = forSite(out, await build([], out, effects, { ...options, supplement: false }));
  const supplemented = [...built.loaded.facts.meetings.values()]
    .filter((one) => one.meeting.supplements.length > 0 && hasGoneOut(one, packName(null)))
    .map(({ id }) => id);
  if (supplemented.length === 0) return built;
  const more = forSite(out, await build(supplemented, out, effects, { ...options, supplement: true }));
  const searched = new Set([...built.searched, ...more.searched]);
  return { ...built, packs: [...built.packs, ...more.packs], searched };
}

/** Lets go of the words, figures and bytes of all papers: the website takes them one after the other. */
const forSite = (
  out: string,
  { checked: { loaded, audit }, documents, packs, outputs }: BuildResult,
): ForSite => ({
  loaded,
  audit,
  documents: documents.map(({ target, pdf, pages }) => ({ target, pdf, pages })),
  packs: packs.map(({ meeting, supplement, file, pages, inaccessible }) => ({
    meeting,
    supplement,
    pdf: join(out, file.path),
    pages,
    inaccessible,
  })),
  computed: computedOf(documents),
  searched: new Set(outputs.filter(isPublic).map(({ bytes }) => sha256Of(bytes))),
});
