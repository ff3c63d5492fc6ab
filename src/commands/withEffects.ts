import { sourceFiles, sourceFilesWithExempt } from "../disk.ts";
import type { BuildEffects } from "../effects.ts";
import { resolveBrowser } from "../pdf/browser.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { openPrinter, type Printer } from "../pdf/printer.ts";
import type { Terminal } from "../terminal.ts";
import { drawingVersion, version } from "../version.ts";

/** Runs a build with the disk, a browser, the cache and the clock of this machine, and ends the browser after it. */
export async function withEffects<T>(
  root: string,
  terminal: Terminal,
  run: (effects: BuildEffects) => Promise<T>,
): Promise<T> {
  const starting = startPrinter(terminal);
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

/** The browser is looked for while the sources are read, and starts when something is to be printed; that there is none is told then. */
function startPrinter(terminal: Terminal): Promise<Started> {
  const starting = resolveBrowser().then((browser) => {
    terminal.detail(`browser: ${browser.origin}, ${browser.version}`);
    return { printer: openPrinter({ browser }), browser: `${browser.origin} ${browser.version}` };
  });
  starting.catch(() => undefined);
  return starting;
}
