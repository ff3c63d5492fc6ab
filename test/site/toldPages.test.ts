import { expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import { blankDrawings } from "../../src/drawings.ts";
import { pageFiles } from "../../src/site/pages.ts";
import type { SiteFile } from "../../src/site/site.ts";
import { readSiteAssets } from "../../src/siteAssets.ts";
import { sampleFacts, siteInputOf } from "./siteInput.ts";

const box = /<p class="how every">Every figure[\s\S]*?<\/label>\n/;
const link = /<a class="told"[^>]*><span>(.*?)<\/span><\/a>/g;
/** The pages of papers, without what leads from their figures to how they were computed. */
const papers = (files: readonly SiteFile[]): [string, string][] =>
  files
    .filter(({ path }) => path.endsWith("/index.html") && !/^measures|\/figures\//.test(path))
    .map(({ path, bytes }) => [
      path,
      Buffer.from(bytes).toString("utf8").replace(box, "").replaceAll(link, "$1"),
    ]);

test("a paper's page says the same, letter by letter, whether its figures know their names or not", async () => {
  const facts = await sampleFacts;
  const assets = await readAssets();
  const input = siteInputOf(facts);
  const documents = input.documents.map((one) => ({
    ...one,
    drawings: blankDrawings(one.view, assets.theme),
    pdf: Buffer.of(),
  }));
  const style = { ...(await readSiteAssets(assets)), draw: async () => "<svg></svg>" };
  const told = await pageFiles({ ...input, documents }, style, []);
  const plain = await pageFiles(
    { ...input, documents: documents.map((one) => ({ ...one, told: one.view })) },
    style,
    [],
  );
  expect(papers(told)).toEqual(papers(plain));
  const links = told.map(({ bytes }) => Buffer.from(bytes).toString("utf8").match(link)?.length ?? 0);
  expect(Math.max(...links)).toBeGreaterThan(1000);
  for (const { path, bytes } of told)
    if (path.endsWith(".html")) expect(Buffer.from(bytes).toString("utf8")).not.toMatch(/[\uE000-\uE1FF]/);
});
