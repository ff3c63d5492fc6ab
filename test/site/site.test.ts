import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { formatFigure } from "../../src/document/format.ts";
import { contentSecurityPolicy } from "../../src/document/site/contentSecurity.ts";
import { leaksIn } from "../../src/pack/leaks/leaks.ts";
import { headersFile, nginxSample } from "../../src/site/headers.ts";
import { fileList } from "../../src/site/manifest.ts";
import type { SiteFile } from "../../src/site/site.ts";
import { allOf, dataFilesOf, documentsOf, sampleFacts, textOf } from "./siteInput.ts";

const root = join(import.meta.dirname, "..", "..");

test("the manifest lists every file with its size and SHA-256, and two files of one name are our bug", async () => {
  const { listing, find, manifest } = fileList();
  async function* files(...named: readonly [string, string][]): AsyncGenerator<SiteFile> {
    for (const [path, text] of named) yield { path, bytes: Buffer.from(text) };
  }
  const taken: string[] = [];
  for await (const { path } of listing(files(["b.txt", "b"], ["a/index.html", "a"]))) {
    taken.push(path);
    expect(find(path)).toMatchObject({ path, bytes: 1 });
  }
  expect(taken).toEqual(["b.txt", "a/index.html"]);
  expect(find("c.txt")).toBeUndefined();
  expect(JSON.parse(textOf([manifest()], "manifest.json"))).toEqual({
    files: [
      { path: "a/index.html", bytes: 1, sha256: createHash("sha256").update("a").digest("hex") },
      { path: "b.txt", bytes: 1, sha256: createHash("sha256").update("b").digest("hex") },
    ],
  });
  await expect(allOf(listing(files(["a", "1"], ["a", "2"])))).rejects.toThrow(
    "two files of the website are called a",
  );
});

test("the same sources give the same data files, byte for byte", async () => {
  const facts = await sampleFacts;
  const [first, second] = [await dataFilesOf(facts), await dataFilesOf(facts)];
  expect(first.map(({ path }) => path)).toEqual(second.map(({ path }) => path));
  expect(first.every(({ bytes }, i) => Buffer.from(bytes).equals(second[i]?.bytes ?? Buffer.of()))).toBe(
    true,
  );
});

test("web servers are told what pages may load, and what is shown in docs/website.md is what is made", () => {
  const headers = Buffer.from(headersFile().bytes).toString("utf8");
  expect(headers).toContain(`  Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'\n`);
  const shown = readFileSync(join(root, "docs", "website.md"), "utf8");
  expect(shown).toContain(`\`\`\`nginx\n${nginxSample()}\n\`\`\``);
});

test("nothing of the sample's exempt papers stands in its data files", async () => {
  const facts = await sampleFacts;
  const outputs = (await dataFilesOf(facts)).map(({ path, bytes }) => ({ file: path, bytes }));
  const folder = join(root, "data", "meetings", "2020-03-16-police-and-crime-panel", "exempt");
  const exempt = readdirSync(folder).map((name) => ({
    file: `exempt/${name}`,
    bytes: readFileSync(join(folder, name)),
  }));
  const sources = readdirSync(join(root, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("exempt"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }));
  const own = ["templates", "src"].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => /\.(hbs|css|ts)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ file, bytes: readFileSync(file) })),
  );
  const figures = documentsOf(facts).map(({ register }) => ({
    file: "figures",
    text: register
      .printed()
      .map((one) => `${formatFigure(one)} ${one.value ?? ""}`)
      .join("\n"),
  }));
  const known = [...sources, ...own, ...figures];
  expect(await leaksIn(outputs, exempt, known)).toEqual([]);
  const canary = { file: "data/x.csv", text: "note\nHeron Quillon Fennimore Brayshaw wrote so\n" };
  const secret = { file: "exempt/x.md", text: "As Heron Quillon Fennimore Brayshaw wrote so." };
  expect(await leaksIn([canary], [secret], known)).not.toEqual([]);
});
