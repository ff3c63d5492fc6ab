import { mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { OutputFile } from "../../src/disk.ts";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { refuseLeaks, type Searched } from "../../src/leaks.ts";
import { load } from "../../src/load.ts";
import { plants } from "../pack/leaks/plantedPdf.ts";
import { needlesOf, partsOf, type Secrets, secrets, writeExempt } from "../support/canaries.ts";
import { panelpack } from "../support/cli.ts";
import { filesBelow } from "../support/packs.ts";
import { people } from "../support/papers.ts";
import { onDisk, problemsOf } from "../support/project.ts";

const project = onDisk(people, {
  file: "data/publishing.yaml",
  text: "statement: { prepared: 2020-01-14, reviewed: 2020-01-14, tested: 2020-01-14 }\n",
});
const { root } = project;
afterAll(() => project.remove());

const [secret] = fc.sample(secrets, 1) as [Secrets];
const meeting = "data/meetings/2019-12-03-panel";
const site = new Map<string, Buffer>();

beforeAll(async () => {
  mkdirSync(join(root, meeting), { recursive: true });
  await writeExempt(join(root, meeting), secret);
  writeFileSync(
    join(root, meeting, "meeting.yaml"),
    [
      "body: panel",
      "kind: panel",
      "date: 2019-12-03",
      "items:",
      "  - label: '1'",
      "    title: Terms of the lease",
      `    papers: [exempt/${secret["paper name"]}, exempt/valuation.pdf]`,
      "    exempt: { paragraphs: [3], reason: The terms are open., publicInterest: A better price serves everyone. }",
      "",
    ].join("\n"),
  );
  const { status, err } = await panelpack(root, "publish");
  expect({ status, err: status === 0 ? "" : err }).toEqual({ status: 0, err: "" });
  for (const [path, bytes] of filesBelow(join(root, "output", "site"))) site.set(path, bytes);
});

test("nothing of what is exempt is in any file of the website, by a search that shares no code with the gate's", async () => {
  const kinds = new Set([...site.keys()].map((path) => extname(path) || path));
  for (const kind of [".html", ".css", ".js", ".svg", ".woff2", ".pdf", ".csv", ".json", ".atom", ".ics"])
    expect(kinds).toContain(kind);
  const parts = await Promise.all([...site].map(([path, bytes]) => partsOf(path, bytes)));
  const all = parts.flat().join("\n");
  expect(all).toContain("termsofthelease");
  expect(needlesOf(secret).filter((needle) => all.includes(needle))).toEqual([]);
});

/** A file of the site with words put in the place of others. */
const withWords = (path: string, from: string | RegExp, to: string): OutputFile => {
  const text = site.get(path)?.toString("utf8") ?? "";
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${String(from)}`);
  return { path, bytes: Buffer.from(changed) };
};

/** Each kind of file of the site with a secret in it, written as that kind writes words. */
async function leaking(words: string): Promise<OutputFile[]> {
  const [name = "", number = ""] = words.split(" ");
  const pdf = "pdf/2019-20-q3/performance-summary.pdf";
  const planted: OutputFile[] = [];
  for (const [way, , plant] of plants.filter(([way]) => /^(text of a page|XMP metadata)$/.test(way))) {
    const document = await PDFDocument.load(site.get(pdf) ?? Buffer.of(), { updateMetadata: false });
    await plant(document, words);
    planted.push({ path: `pdf/${way}.pdf`, bytes: await document.save() });
  }
  return [
    withWords("index.html", "</main>", `<p>${name} <b>${number}</b></p></main>`),
    withWords("meetings/index.html", "</body>", `<!-- ${words} --></body>`),
    withWords("a-to-z/index.html", "<main", `<main title="${words}"`),
    withWords("data/measures/burglary.csv", /\r\n$/, `\r\n"${words}"\r\n`),
    withWords("data/datapackage.json", '"resources"', `"notes": "${words}", "resources"`),
    withWords("data/measures/burglary.json", "{", `{ "${words}": 1,`),
    withWords("search/index.json", "{", `{ "${words.toLowerCase()}": 1,`),
    withWords("manifest.json", '"path": "', `"path": "${name.toLowerCase()}-${number}/`),
    withWords("feed.atom", "<title", `<summary type="html">&lt;p&gt;${charRefs(words)}</summary><title`),
    withWords(
      "calendar.ics",
      "BEGIN:VEVENT",
      `BEGIN:VEVENT\r\nDESCRIPTION:${name.slice(0, 5)}\r\n ${name.slice(5)}\\n${number.slice(0, 3)}\r\n ${number.slice(3)}`,
    ),
    withWords("assets/site.css", /^/, `/* ${words} */`),
    withWords("assets/search.js", /^/, `// ${words}\n`),
    withWords("assets/icon.svg", "</svg>", `<text>${words}</text></svg>`),
    withWords("_headers", /$/, `  X-Note: ${words}\n`),
    { path: `data/tables/${name.toLowerCase()}-${number}.woff2`, bytes: Buffer.of(0) },
    ...planted,
  ];
}

const charRefs = (words: string): string =>
  [...words].map((letter) => `&amp;#${letter.codePointAt(0)};`).join("");

test("what is exempt stops the website in whatever kind of file it stands, and in the name of one", async () => {
  const loaded = await load("data", sourceFiles(root));
  const effects = {
    files: sourceFiles(root),
    exemptFiles: sourceFilesWithExempt(root),
    progress: () => undefined,
    cacheFolder: join(root, "cache"),
  };
  const told = async (files: readonly Searched[]): Promise<string> =>
    (await problemsOf(() => refuseLeaks(files, [], loaded, effects)))
      .map(({ message }) => message)
      .join("\n");
  const files = await leaking(secret.body);
  const messages = await told(files);
  const missed = files.map(({ path }) => path).filter((path) => !messages.includes(path));
  expect(missed).toEqual([]);
  // Of bytes that the build has searched, the new name still is.
  const [leak] = files.slice(-1);
  if (leak === undefined) throw new Error("nothing was planted");
  expect(await told([{ ...leak, wasSearched: true }])).toBe("");
  const [name = "", number = ""] = secret.body.toLowerCase().split(" ");
  const renamed = { ...leak, path: `pdf/${name}-${number}.pdf`, wasSearched: true };
  expect(await told([renamed])).toContain(renamed.path);
});
