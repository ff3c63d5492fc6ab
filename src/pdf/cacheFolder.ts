import { access, constants, lstat, mkdir } from "node:fs/promises";
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
  if (await canWrite(own)) return own;
  const shared = join(tmpdir(), `panelpack-${version}-${userInfo().username}`);
  if ((await canWrite(shared)) && (await isOurs(shared))) return shared;
  throw new MachineError(`Nothing can be written to ${own} or to ${shared}: make one of them writable.`);
}

async function canWrite(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Everybody may write to the temporary folder: a program found there is only run when we put it there. */
async function isOurs(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
