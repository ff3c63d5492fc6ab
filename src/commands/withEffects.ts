import { sourceFiles, sourceFilesWithExempt } from "../disk.ts";
import type { BuildEffects } from "../effects.ts";
import { resolveBrowser } from "../pdf/browser.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { openPrinter, type Printer } from "../pdf/printer.ts";
import type { Terminal } from "../terminal.ts";
import { drawingVersion, version } from "../version.ts";

/** Runs a build with the disk, a browser, the cache and the clock of this machine; the browser starts with it, and is ended after it. */
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

/** The browser is looked for and started while the sources are read; that there is none is told when something is to be printed. */
function startPrinter(terminal: Terminal): Promise<Started> {
  const starting = resolveBrowser().then((browser) => {
    terminal.detail(`browser: ${browser.origin}, ${browser.version}`);
    const printer = openPrinter({ browser });
    printer.start();
    return { printer, browser: `${browser.origin} ${browser.version}` };
  });
  starting.catch(() => undefined);
  return starting;
}
