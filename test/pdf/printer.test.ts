import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MachineError } from "../../src/diagnostic.ts";
import { type Browser, resolveBrowser } from "../../src/pdf/browser.ts";
import { launch, type RunningBrowser } from "../../src/pdf/launch.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { finish, page, readPdf, resources, tagged, twoSections } from "./printing.ts";

let browser: Browser;
let printer: Printer;
beforeAll(async () => {
  browser = await resolveBrowser();
  printer = openPrinter({ browser, timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const print = async (content: string, more = {}): Promise<Uint8Array> =>
  (await printer.print(page(content), { ...tagged, ...more })).pdf;

describe("a tagged print", () => {
  test("has text, page margins, tags and an outline", async () => {
    const { pdf } = await printer.print(twoSections, tagged);
    const read = await readPdf(pdf);
    expect(read.pages).toEqual([
      "Page 1 First See the second .",
      "Page 2 Second Back to the first . Offences Area Number North 12 South 7",
    ]);
    expect(read.roles).toEqual(expect.arrayContaining(["Document", "H1", "P", "Link", "Table", "TH", "TD"]));
    expect(read.outline).toEqual(["First", "Second"]);
  });

  test("has neither tags nor outline when untagged", async () => {
    const read = await readPdf((await printer.print(twoSections, { ...tagged, tagged: false })).pdf);
    expect(read).toMatchObject({ roles: [], outline: [] });
    expect(read.pages).toHaveLength(2);
  });

  test("keeps documents apart that are printed at the same time, one after another in the same tabs", async () => {
    const words = ["alpha", "beta", "gamma", "delta", "epsilon"];
    for (let round = 0; round < 2; round++) {
      const pdfs = await Promise.all(words.map((word) => print(`<p>${word}</p>`)));
      const texts = await Promise.all(pdfs.map(async (pdf) => (await readPdf(pdf)).pages[0]));
      expect(texts).toEqual(words.map((word) => `Page 1 ${word}`));
    }
  });
});

describe("a print fails, and says where,", () => {
  const fails: [string, string, RegExp][] = [
    [
      "when a script logs an error",
      `<p>fine</p>\n<script>console.error("the total is missing")</script>`,
      /^test\.html:\d+:\d+ the page reports an error: the total is missing\n\d+ \| <script>/,
    ],
    [
      "when a script throws",
      `<p>fine</p>\n<script>missing.total()</script>`,
      /^test\.html:6:9 a script of the page failed: missing is not defined\n6 \| <script>missing/,
    ],
    [
      "when an image is not among its resources",
      `<p>fine</p>\n<img src="charts/missing.svg" alt="A chart">`,
      /^test\.html:6:11 charts\/missing\.svg is not among the document's resources\n6 \| <img src=/,
    ],
    [
      "when an image cannot be read",
      `<img src="data:image/png;base64,AAAA" alt="A chart">`,
      /^test\.html:5:1 the image <img src="data:image\/png;base64,AAAA" alt="A chart"> cannot be shown$/m,
    ],
    [
      "when a font cannot be read",
      `<style>@font-face { font-family: Broken; src: url("data:font/woff2;base64,AAAA") } p { font-family: Broken }</style><p>x</p>`,
      /^test\.html:5:34 the font Broken cannot be used$/m,
    ],
    [
      "when it asks for something outside",
      `<p>fine</p>\n<p><img src="https://example.org/logo.png?a=1&amp;b=2" alt=""></p>`,
      /^test\.html:6:14 https:\/\/example\.org\/logo\.png\?a=1&b=2 is outside the document/,
    ],
    [
      "when a style sheet or a script asks for something outside",
      `<p style="background: url(//example.org/b.png)">x</p><script>fetch("http://localhost:1/")</script>`,
      /http:\/\/example\.org\/b\.png is outside[\s\S]+http:\/\/localhost:1\/ is outside/,
    ],
    [
      "when a link leads nowhere in a PDF",
      `<p>See <a href="annex.html">the annex</a></p>`,
      /^test\.html:5:16 the link to annex\.html leads nowhere in a PDF/,
    ],
    [
      "when a character is not in its fonts",
      `<p>This year</p>\n<p>12 ≥ 7, or 中</p>`,
      /^test\.html:6:4 “12 ≥ 7, or 中” is set in a font, or holds a character \(perhaps ≥ 中\)/,
    ],
    [
      "when its text is in a font of the system's",
      `<p>This year</p>\n<p style="font-family: serif">Last year</p>`,
      /^test\.html:6:31 “Last year” is set in a font/,
    ],
  ];
  test.each(fails)("%s", async (_, content, message) => {
    const printing = print(content);
    await expect(printing).rejects.toMatchObject({ name: "PrintError" });
    await expect(printing).rejects.toThrow(message);
  });

  test("once for each problem, all together, and the next print is not concerned", async () => {
    const image = `<img src="missing.svg" alt="">`;
    await expect(print(`${image}${image}<script>console.error("also this")</script>`)).rejects.toMatchObject({
      problems: { length: 2 },
    });
    await expect(print("<p>fine</p>")).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe("something wider than its page", () => {
  const block = (mm: number): string =>
    `<div id="block" class="a block" style="width: ${mm}mm">Some words here</div>`;
  const portrait = (content: string): string =>
    `<section data-page-width="170"><p>x</p>\n${content}</section>`;
  const landscape = (content: string): string =>
    `<section class="wide" data-page-width="257">\n${content}</section>`;

  test("is named, with its place and both widths", async () => {
    await expect(print(portrait(block(200)))).rejects.toThrow(
      /^test\.html:6:1 <div id="block" class="a block" style="width: 200mm"> \(“Some words here”\) is too wide: it takes 200 mm where the page has 170 mm\n6 \| <div id=/,
    );
  });

  test("is measured against the page area of its own section", async () => {
    await expect(print(portrait("<p>x</p>") + landscape(block(250)))).resolves.toBeInstanceOf(Uint8Array);
    await expect(print(portrait("<p>x</p>") + landscape(block(260)))).rejects.toThrow(
      "260 mm where the page has 257 mm",
    );
    await expect(print(portrait(block(180)) + landscape(block(250)))).rejects.toThrow(
      "180 mm where the page has 170 mm",
    );
  });

  test("is measured against the default outside of any section", async () => {
    await expect(print(block(171))).rejects.toThrow("171 mm where the page has 170 mm");
    await expect(print(block(169))).resolves.toBeInstanceOf(Uint8Array);
    await expect(print(block(169), { defaultWidthMm: 100 })).rejects.toThrow(
      "169 mm where the page has 100 mm",
    );
  });

  test("may be a table cell or an absolutely placed word; what is cut off does not count", async () => {
    const cell = `<table><tr><td>1</td><td id="cell" style="white-space: nowrap">${"a long name ".repeat(20)}</td></tr></table>`;
    await expect(print(portrait(cell))).rejects.toThrow(`<td id="cell"`);
    const placed = `<div style="position: relative"><b id="placed" style="position: absolute; left: 160mm; width: 30mm">x</b></div>`;
    await expect(print(portrait(placed))).rejects.toThrow(`<b id="placed"`);
    await expect(
      print(portrait(`<div style="overflow: hidden">${block(300)}</div>`)),
    ).resolves.toBeInstanceOf(Uint8Array);
  });

  test("is still noticed when a section gives its page area wrongly", async () => {
    const wrong = `<section data-page-width="257"><div style="width: 200mm">x</div></section>`;
    await expect(print(wrong)).rejects.toThrow("Chromium shrank every page to 85 %");
  });

  test("is looked for without changing what is printed", async () => {
    const words = "Many words that are broken into lines. ".repeat(20);
    const section = (measured: string): string =>
      `<section ${measured} style="width: 90mm; color: #123456">${words}</section>`;
    const [one, other] = [await print(section(`data-page-width="170"`)), await print(section(""))];
    const about = { title: "T", author: "A", subject: "S", date: "2020-03-06" };
    expect(Buffer.compare(await finish(one, about), await finish(other, about))).toBe(0);
  });
});

describe("a browser that fails", () => {
  /** A printer whose browsers are counted, and can be got hold of. */
  function counted(timeoutMs: number, afterStart: (running: RunningBrowser) => void = () => undefined) {
    const started: RunningBrowser[] = [];
    const start = async (wanted: Browser): Promise<RunningBrowser> => {
      const running = await launch(wanted);
      started.push(running);
      afterStart(running);
      return running;
    };
    return { started, printer: openPrinter({ browser, timeoutMs, start }) };
  }
  const kill = ({ puppet }: RunningBrowser): void => {
    puppet.process()?.kill("SIGKILL");
  };

  test("is started again once, for several prints together", async () => {
    const { started, printer } = counted(30_000);
    await printer.print(twoSections, tagged);
    started.forEach(kill);
    const prints = await Promise.all([1, 2, 3].map(() => printer.print(twoSections, tagged)));
    expect(prints).toHaveLength(3);
    expect(started).toHaveLength(2);
    await printer.close();
  });

  test("is started again when it is killed in the middle of a print", async () => {
    const { started, printer } = counted(30_000);
    await printer.sandbox();
    const many = page("<h2>Heading</h2><p>Some words of a paragraph.</p>".repeat(3000));
    const printing = printer.print(many, tagged);
    await sleep(150);
    started.forEach(kill);
    expect((await printing).pdf.length).toBeGreaterThan(1000);
    expect(started).toHaveLength(2);
    await printer.close();
  });

  test("twice is reported, with the document's name", async () => {
    const { started, printer } = counted(30_000, kill);
    await expect(printer.print(twoSections, tagged)).rejects.toThrow(
      "The browser failed twice while printing test.html",
    );
    expect(started).toHaveLength(2);
    await printer.close();
  });

  test("because a page hangs is ended after the time it was given", async () => {
    const { started, printer } = counted(700);
    const endless = printer.print(page("<script>for (;;);</script>"), tagged);
    await expect(endless).rejects.toThrow("it did not finish within 0.7 s");
    expect(started).toHaveLength(2);
    await printer.close();
    expect(started.map(({ puppet }) => puppet.connected)).toEqual([false, false]);
  });

  test("to start is the machine's lack, and is not tried twice", async () => {
    let starts = 0;
    const lacking = openPrinter({
      browser,
      start: async () => {
        starts++;
        throw new MachineError("The browser did not start");
      },
    });
    await expect(lacking.print(twoSections, { ...tagged, resources })).rejects.toBeInstanceOf(MachineError);
    expect(starts).toBe(1);
    await lacking.close();
  });
});
