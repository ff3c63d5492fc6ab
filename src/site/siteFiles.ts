import { outsideAddress, packAddress } from "../document/site/addresses.ts";
import { dataFiles } from "./dataFiles.ts";
import type { DocumentDigest } from "./digest.ts";
import { documentFiles } from "./documentFiles.ts";
import { type FileList, fileList } from "./manifest.ts";
import { pageFiles, type SiteStyle } from "./pages.ts";
import { fileAt, pageSetter } from "./setPage.ts";
import type { SiteFile, SiteInput, SiteRest } from "./site.ts";
import { siteWords } from "./words.ts";

/**
 * Every file of the website, made when it is asked for: first those of each document in its turn, of which a digest stays; then what is made of
 * all of them together; last the list of all.
 */
export async function* siteFiles(input: SiteInput, style: SiteStyle): AsyncGenerator<SiteFile> {
  const list = fileList();
  yield* list.listing(listedFiles(input, style, list));
  yield list.manifest();
}

/** @param list the files that have been taken; pages and catalogue say the sizes of those before them */
async function* listedFiles(
  input: SiteInput,
  style: SiteStyle,
  list: Pick<FileList, "find">,
): AsyncGenerator<SiteFile> {
  const set = pageSetter(input.facts, style.templates);
  const documents: DocumentDigest[] = [];
  for await (const one of input.documents()) {
    const { files, digest } = documentFiles(one, input, set);
    documents.push(digest);
    yield* files;
  }
  const digested = { ...input, documents };
  yield* pdfFiles(input);
  yield* dataFiles(digested, list);
  yield* pageFiles(siteWords(digested, list), digested, style, set);
  yield* style.assets;
}

/** The packs, and the PDFs from outside. */
async function* pdfFiles({ packs, outside }: SiteRest): AsyncGenerator<SiteFile> {
  for (const { meeting, name, pdf } of packs) yield fileAt(packAddress(meeting, name), await pdf());
  for (const { meeting, file, pdf } of outside) yield fileAt(outsideAddress(meeting, file), await pdf());
}
