import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import type { BuildEffects, BuildOptions } from "../../src/effects.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";

/** The meeting of `test/fixtures/meeting`. */
export const meetingId = "2019-11-28-panel";
export const meetingFile = `data/meetings/${meetingId}/meeting.yaml`;

export const openTestPrinter = async (): Promise<Printer> => openPrinter({ browser: await resolveBrowser() });

/** Effects over a project on disk, with its cache and its outputs beside the sources. */
export const effectsOn = (root: string, printer: Printer): BuildEffects => ({
  files: sourceFiles(root),
  exemptFiles: sourceFilesWithExempt(root),
  printer: async () => ({ printer, browser: "a browser" }),
  cacheFolder: join(root, "cache"),
  drawingVersion: "1",
  progress: () => undefined,
  now: () => 0,
});

export const bothEditions: BuildOptions = {
  editions: ["public", "members"],
  supplement: false,
  releasing: false,
};

/** Builds the meeting's packs into `output/` of the project. */
export const buildMeeting = (
  root: string,
  effects: BuildEffects,
  options: Partial<BuildOptions> = {},
): ReturnType<typeof build> =>
  build([meetingId], join(root, "output"), effects, { ...bothEditions, ...options });

/** The SHA-256 of every file below a folder, by its path. */
export const hashesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    [...filesBelow(folder)].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]),
  );

/** The bytes of every file below a folder, by its path. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)]),
  );
}
