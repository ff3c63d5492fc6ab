import { publicCache } from "../cacheFiles.ts";
import type { CheckedSources, readChecked } from "../check.ts";
import { sourceFiles } from "../disk.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { openProjections } from "../projectionCache.ts";
import { version } from "../version.ts";

/**
 * The sources of the targets below `root`, checked; projections that an earlier run made are taken from it.
 *
 * @param read `readChecked`, or `readAudited` where contradictions are told and stop nothing
 */
export async function readWithProjections(
  targets: readonly string[],
  root: string,
  read: typeof readChecked,
): Promise<CheckedSources> {
  const projections = await openProjections(publicCache(await findCacheFolder(version)));
  const checked = await read("data", targets, sourceFiles(root), false, projections.project);
  await projections.save();
  return checked;
}
