import { setImmediate } from "node:timers/promises";
import { sourceFiles, sourceFilesWithExempt } from "../disk.ts";
import type { BuildEffects } from "../effects.ts";
import { resolveBrowser } from "../pdf/browser.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import type { Printer } from "../pdf/printer.ts";
import type { Terminal } from "../terminal.ts";
import { drawingVersion, version } from "../version.ts";

/**
 * Runs a build with the disk, a browser, the cache and the clock of this machine. The browser starts first, so that it runs when it is needed,
 * and is ended last; that there is none is told when something is to be printed.
 */
export async function withEffects<T>(
  root: string,
  terminal: Terminal,
  run: (effects: BuildEffects) => Promise<T>,
): Promise<T> {
  const starting = startPrinter(terminal);
  await starting.catch(() => undefined);
  try {
    return await run({
      files: sourceFiles(root),
      exemptFiles: sourceFilesWithExempt(root),
      printer: () => starting,
      cacheFolder: await findCacheFolder(version),
      drawingVersion: drawingVersion(),
      progress: terminal.progress,
      now: () => performance.now(),
    });
  } finally {
    await starting.then(
      ({ printer }) => printer.close(),
      () => undefined,
    );
  }
}

type Started = { readonly printer: Printer; readonly browser: string };

/** What drives the browser is loaded while the browser is looked for. */
async function startPrinter(terminal: Terminal): Promise<Started> {
  const looking = resolveBrowser();
  looking.catch(() => undefined);
  const { openPrinter } = await import("../pdf/printer.ts");
  const browser = await looking;
  terminal.detail(`browser: ${browser.origin}, ${browser.version}`);
  const printer = openPrinter({ browser });
  printer.start();
  // It is started before more is loaded, which would take all turns.
  await setImmediate();
  return { printer, browser: `${browser.origin} ${browser.version}` };
}
