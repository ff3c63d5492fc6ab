import { explainBrowser, resolveBrowser } from "../pdf/browser.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { openPrinter } from "../pdf/printer.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";

/** Says what this machine has; ends with 3 (a MachineError) when no browser can print. */
export async function doctorCommand(terminal: Terminal): Promise<void> {
  terminal.print(
    `panelpack ${version}, Node ${process.versions.node} on ${process.platform} ${process.arch}`,
  );
  terminal.print(`Cache: ${await findCacheFolder(version)}`);
  terminal.print("Browsers, in the order in which they are tried:");
  for (const { origin, path, outcome, used } of await explainBrowser())
    terminal.print(`  ${used ? "→" : " "} ${origin}: ${outcome}${path === null ? "" : ` (${path})`}`);
  const printer = openPrinter({ browser: await resolveBrowser() });
  try {
    const sandbox = await printer.sandbox();
    terminal.print(`Sandbox: ${sandbox.used ? "on" : "off"}, ${sandbox.why}`);
  } finally {
    await printer.close();
  }
  terminal.print("Everything needed is here.");
}
