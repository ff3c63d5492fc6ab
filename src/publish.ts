import { readAssets } from "./assets.ts";
import { type BuildResult, build } from "./build.ts";
import { publicCache } from "./cacheFiles.ts";
import { SourceError } from "./diagnostic.ts";
import type { BuildEffects } from "./effects.ts";
import { refuseLeaks } from "./leaks.ts";
import type { Facts } from "./model/facts.ts";
import { hasGoneOut, packName } from "./model/packs.ts";
import { readShownSince } from "./shownSince.ts";
import { gateProblems, publishingGate } from "./site/gate.ts";
import type { SiteFile, SiteInput } from "./site/site.ts";
import { siteFiles } from "./site/siteFiles.ts";
import { brokenLinks } from "./site/specifiedInformationPage.ts";
import { readSiteAssets } from "./siteAssets.ts";
import { openSiteDrawings } from "./siteDrawings.ts";
import { refuseOtherFolder, type Swapped, swapSite } from "./siteFolder.ts";
import { siteInput } from "./siteInput.ts";

/** What was published. */
export type Published = Swapped & { readonly input: SiteInput; readonly files: readonly SiteFile[] };

/**
 * Builds every public document and pack, makes the website of them, judges it, and swaps it in.
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
): Promise<Published> {
  await refuseOtherFolder(site);
  const built = await buildPublic(out, effects);
  refuseUndated(built.checked.loaded.facts);
  effects.progress("making the website");
  const assets = await readAssets();
  const input = await siteInput(built, assets.theme, effects, today, await readShownSince(site));
  const style = await readSiteAssets(assets);
  const drawings = await openSiteDrawings(
    publicCache(effects.cacheFolder),
    assets.theme,
    effects.drawingVersion,
  );
  const files = await siteFiles(input, { ...style, draw: drawings.draw });
  await drawings.save();
  await refuse(input, files, built, effects);
  return { ...(await swapSite(site, files)), input, files };
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

/**
 * Refuses what may not go out: what nobody has accepted, and, accepted or not, anything exempt that shows in a file of the website.
 *
 * @throws SourceError with all of it
 */
async function refuse(
  input: SiteInput,
  files: readonly SiteFile[],
  { checked, documents }: BuildResult,
  effects: BuildEffects,
): Promise<void> {
  const problems = [
    ...gateProblems(publishingGate(input)),
    ...brokenLinks(input.facts.specifiedInformation, files),
  ];
  if (problems.length > 0) throw new SourceError(problems);
  await refuseLeaks(files, documents, checked.loaded, effects);
}

/** Every document and pack, and the supplements of those packs that have gone out, as the public may see them. */
async function buildPublic(out: string, effects: BuildEffects): Promise<BuildResult> {
  const options = { editions: ["public"], releasing: false } as const;
  const built = await build([], out, effects, { ...options, supplement: false });
  const supplemented = [...built.checked.loaded.facts.meetings.values()]
    .filter((one) => one.meeting.supplements.length > 0 && hasGoneOut(one, packName(null)))
    .map(({ id }) => id);
  if (supplemented.length === 0) return built;
  const more = await build(supplemented, out, effects, { ...options, supplement: true });
  return { ...built, packs: [...built.packs, ...more.packs] };
}
