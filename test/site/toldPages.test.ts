import { expect, test } from "@jest/globals";
import type { SiteDocument, SiteFile } from "../../src/site/site.ts";
import { siteFiles } from "../../src/site/siteFiles.ts";
import { allOf, lazyInputOf, sampleFacts, undrawnStyle } from "./siteInput.ts";

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
  const style = await undrawnStyle();
  const input = lazyInputOf(facts);
  const told = await allOf(siteFiles(input, style));
  const untold = async function* (): AsyncGenerator<SiteDocument> {
    for await (const one of input.documents()) yield { ...one, told: one.view };
  };
  const plain = await allOf(siteFiles({ ...input, documents: untold }, style));
  expect(papers(told)).toEqual(papers(plain));
  const links = told.map(({ bytes }) => Buffer.from(bytes).toString("utf8").match(link)?.length ?? 0);
  expect(Math.max(...links)).toBeGreaterThan(1000);
  for (const { path, bytes } of told)
    if (path.endsWith(".html")) expect(Buffer.from(bytes).toString("utf8")).not.toMatch(/[\uE000-\uE1FF]/);
});
