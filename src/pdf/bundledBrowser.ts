import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { withLock } from "./lock.ts";
import { hasCode } from "./systemErrors.ts";
import { readTar } from "./tar.ts";

/** The packed headless shell of `@sparticuz/chromium`: its folder of `.br` files and the package's version. */
export type PackedBrowser = { readonly folder: string; readonly version: string };

/** Where the unpacked shell keeps its parts. */
export type UnpackedBrowser = {
  readonly executable: string;
  /** NSS, NSPR and expat, for systems that have none. */
  readonly libraries: string;
  /** Shows the shell the one font family that was packed with it, and none of the system's. */
  readonly fontSettings: string;
};

/** The packed shell, or null when its optional package is not installed. */
export async function findPackedBrowser(): Promise<PackedBrowser | null> {
  try {
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { folder: join(root, "bin"), version: String(version) };
  } catch (error) {
    if (hasCode(error, "MODULE_NOT_FOUND")) return null;
    throw error;
  }
}

/**
 * The shell unpacked into `<cache>/browser/<version>/`, which is done once: about 1.5 s and 215 MB.
 *
 * It is written beside its place and renamed, so that a kill leaves nothing half unpacked; a lock keeps two
 * processes from doing the work twice.
 */
export async function unpackBrowser(packed: PackedBrowser, cacheFolder: string): Promise<UnpackedBrowser> {
  const folder = join(cacheFolder, "browser", packed.version);
  if (!exists(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    await withLock(`${folder}.lock`, () => unpackOnce(packed, folder));
  }
  return {
    executable: join(folder, "headless-shell"),
    libraries: join(folder, "lib"),
    fontSettings: join(folder, "fonts.conf"),
  };
}

async function unpackOnce(packed: PackedBrowser, folder: string): Promise<void> {
  if (exists(folder)) return;
  await removeLeftovers(folder);
  const beside = `${folder}.${process.pid}.tmp`;
  try {
    await mkdir(beside);
    await inflateShell(packed, beside);
    await inflateTar(join(packed.folder, "al2023.tar.br"), beside);
    await inflateTar(join(packed.folder, "fonts.tar.br"), beside);
    await writeFile(join(beside, "fonts.conf"), fontSettings);
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Without any font of the system's kind the shell prints blank pages, web fonts or not; with the system's fonts
 * a missing character would look different on every machine. So it sees Open Sans and nothing else.
 */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

async function inflateShell({ folder }: PackedBrowser, into: string): Promise<void> {
  await pipeline(
    createReadStream(join(folder, "chromium.br"), { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(join(into, "headless-shell"), { mode: 0o755 }),
  );
}

async function inflateTar(archive: string, into: string): Promise<void> {
  for (const { path, bytes } of readTar(await promisify(brotliDecompress)(await readFile(archive)))) {
    // The package's own font settings name folders of a cloud service.
    if (path === "fonts.conf") continue;
    await mkdir(dirname(join(into, path)), { recursive: true });
    await writeFile(join(into, path), bytes, { mode: 0o755 });
  }
}

/** What killed processes left beside the place; the caller holds the lock. */
async function removeLeftovers(folder: string): Promise<void> {
  const beside = await readdir(dirname(folder));
  const leftovers = beside.filter((name) => name.startsWith(`${basename(folder)}.`) && name.endsWith(".tmp"));
  await Promise.all(
    leftovers.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })),
  );
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
