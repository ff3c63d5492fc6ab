import { project } from "./analysis/projection.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import type { Projecting } from "./figures/projections.ts";
import { openKeptFile } from "./keptFile.ts";
import { sha256 } from "./sha256.ts";
import { projectingVersion } from "./version.ts";

/** Projections of earlier runs by the hash of the series they were made of: a third of a check goes on making them anew. */
export type ProjectionCache = { readonly project: Projecting; save(): Promise<void> };

type Made = ReturnType<Projecting>;

/** The projections that are kept, as long as the code that makes them is the same. */
export async function openProjections(files: CacheFiles): Promise<ProjectionCache> {
  const kept = await openKeptFile<Made>(files, "projections.json", projectingVersion());
  const unkept = new Map<string, Made>();
  return {
    project: (slots, options) => {
      const key = sha256(JSON.stringify([slots, options]));
      const known = kept.get(key) ?? unkept.get(key);
      if (known !== undefined) return known;
      const made = project(slots, options);
      (survivesJson(made) ? kept : unkept).set(key, made);
      return made;
    },
    save: kept.save,
  };
}

/** A number that is not finite would come back as null. */
const survivesJson = (made: Made): boolean => !made.ok || Number.isFinite(made.scale.df);
