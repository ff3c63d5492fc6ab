import { publicCache } from "../cacheFiles.ts";
import type { CheckedSources, readChecked } from "../check.ts";
import { sourceFiles } from "../disk.ts";
import { openKept } from "../kept.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { version } from "../version.ts";

/**
 * The sources of the targets below `root`, checked; what earlier runs have kept is taken from them.
 *
 * @param read `readChecked`, or `readAudited` where contradictions are told and stop nothing
 */
export async function readKept(
  targets: readonly string[],
  root: string,
  read: typeof readChecked,
): Promise<CheckedSources> {
  const kept = await openKept(publicCache(await findCacheFolder(version)));
  const checked = await read("data", targets, sourceFiles(root), false, kept);
  await kept.save();
  return checked;
}
