import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter } from "../../src/pdf/printer.ts";
import { printable } from "./printable.ts";

// What any tool must do, as a process of its own: start the browser, print finished HTML once, tagged. Usage: barePrint.ts FILE.html…
const printer = openPrinter({ browser: await resolveBrowser() });
try {
  for (const file of process.argv.slice(2))
    await printer.print(await printable(file), { file, tagged: true });
} finally {
  await printer.close();
}
