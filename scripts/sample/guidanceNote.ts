// Prints the guidance note that the sample's meeting receives as a PDF from outside: tagged, with a look, page size and page numbers of
// its own. Its result is committed; run it again after a change of public-speaking.md.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFonts } from "../../src/assets.ts";
import { fontFaces } from "../../src/html/fonts.ts";
import { proseHtml } from "../../src/html/markdown.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrint } from "../../src/pdf/print.ts";
import { openPrinter } from "../../src/pdf/printer.ts";

const root = join(import.meta.dirname, "..", "..");
const file = "data/meetings/2020-03-16-police-and-crime-panel/papers/public-speaking-guidance.pdf";
const title = "Speaking at the Police and Crime Panel: guidance note";

const css = `
@page { size: A4; margin: 25mm 28mm 25mm; @bottom-right { content: counter(page) " of " counter(pages); font-size: 10pt; } }
html { font: 12.5pt/18pt "Source Sans 3"; color: #1a1a1a; }
h1 { font-size: 24pt; line-height: 29pt; color: #00504e; }
h2 { font-size: 15pt; line-height: 19pt; color: #00504e; margin: 16pt 0 4pt; break-after: avoid; }
p, ul, ol { margin: 0 0 7pt; }
blockquote { margin: 10pt 0; padding: 7pt 10pt; background: #e6f0ef; }
blockquote p { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 8pt; break-inside: avoid; }
th, td { text-align: left; border-bottom: 0.75pt solid #00504e; padding: 3pt 0; }
`;

const words = proseHtml(await readFile(join(import.meta.dirname, "public-speaking.md"), "utf8"));
const table = words.replace("<table>", "<table><caption>When to write, by the day of the meeting</caption>");
const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><style>${fontFaces(await readFonts())}${css}</style></head>
<body><main data-page-width="154">${table}</main></body></html>
`;

const printer = openPrinter({ browser: await resolveBrowser() });
try {
  const { pdf } = await printer.print(html, { file, tagged: true });
  const metadata = { title, author: "panelpack", subject: "Sample data", date: "2020-03-02" };
  await writeFile(join(root, file), await (await openPrint(pdf)).finish(metadata));
} finally {
  await printer.close();
}
