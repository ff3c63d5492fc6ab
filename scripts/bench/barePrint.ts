import { readFile } from "node:fs/promises";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter } from "../../src/pdf/printer.ts";

// What any tool must do, as a process of its own: start the browser, print finished HTML once, tagged. Usage: barePrint.ts FILE.html
const [file = ""] = process.argv.slice(2);
const printer = openPrinter({ browser: await resolveBrowser() });
try {
  await printer.print(await readFile(file, "utf8"), { file, tagged: true });
} finally {
  await printer.close();
}
