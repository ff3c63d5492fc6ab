import type { CacheFiles } from "./cacheFiles.ts";
import type { Projecting } from "./figures/projections.ts";
import { openProjections } from "./projectionCache.ts";
import { openSpelling, type Spelling } from "./spelling.ts";
import { packagesVersion } from "./version.ts";

/** What checking can take from earlier runs instead of working it out again. */
export type Kept = { readonly project: Projecting; readonly isWord: Spelling };

/** Opens what earlier runs have kept; `save` keeps what this one adds. */
export async function openKept(files: CacheFiles): Promise<Kept & { save(): Promise<void> }> {
  const [projections, words] = await Promise.all([
    openProjections(files),
    openSpelling(files, packagesVersion()),
  ]);
  return {
    project: projections.project,
    isWord: words.isWord,
    save: async () => {
      await projections.save();
      await words.save();
    },
  };
}
