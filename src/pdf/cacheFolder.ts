import { accessSync, constants, lstatSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MachineError } from "../diagnostic.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The folder for what may be thrown away: `.cache` of the project or, when that cannot be written,
 * a folder of ours in the system's temporary folder, named by version and user.
 *
 * @throws MachineError when neither can be written, or somebody else made the second
 */
export async function findCacheFolder(version: string): Promise<string> {
  const own = join(project, ".cache");
  if (canWrite(own)) return own;
  const shared = join(tmpdir(), `panelpack-${version}-${userInfo().username}`);
  if (canWrite(shared) && isOurs(shared)) return shared;
  throw new MachineError(`Nothing can be written to ${own} or to ${shared}: make one of them writable.`);
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Everybody may write to the temporary folder: a program found there is only run when we put it there. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
