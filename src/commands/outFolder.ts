import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { UsageError } from "../diagnostic.ts";

/**
 * Nothing is ever built into the sources, also not by way of a link.
 *
 * @throws UsageError where the folder lies in that of the sources
 */
export async function refuseInside(data: string, folder: string): Promise<void> {
  const way = relative(await nearestReal(data), await nearestReal(folder));
  const outside = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!outside)
    throw new UsageError("--out names a folder inside data/, which holds the sources: choose another.");
}

/** The real path of a folder that may not exist yet. */
async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(await nearestReal(parent), relative(parent, path));
  }
}
