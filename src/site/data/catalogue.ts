import type { Facts } from "../../model/facts.ts";
import type { FileList } from "../manifest.ts";
import type { SiteFile } from "../site.ts";
import { jsonFile } from "./json.ts";

/** A column as Table Schema describes it. */
export type Column = { readonly name: string; readonly type: string; readonly description: string };

/** What the catalogue says of a CSV file of the site. */
export type CataloguedFile = Pick<SiteFile, "path"> & {
  /** Unique in the catalogue: small letters, digits, `-` and `.`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
};

/** A CSV file of the site and what the catalogue says of it. */
export type DataFile = SiteFile & CataloguedFile;

/** Where the catalogue lies; the paths in it start from its folder. */
const folder = "data/";

/**
 * The catalogue of all data files: a Tabular Data Package, which is a convention that data portals and statistical software read.
 *
 * Source: Frictionless Data, Tabular Data Package 1.0, https://specs.frictionlessdata.io/tabular-data-package/
 *
 * @param list the files, which are made already
 * @param knownOn the last day that the data know of; no clock goes in
 */
export function catalogue(
  { organisation, publishing }: Pick<Facts, "organisation" | "publishing">,
  files: readonly CataloguedFile[],
  list: Pick<FileList, "find">,
  knownOn: string,
): SiteFile {
  const { address, licence } = publishing;
  const contact = organisation.bodies.find(({ id }) => id === "opcc");
  return {
    path: `${folder}datapackage.json`,
    bytes: jsonFile({
      profile: "tabular-data-package",
      name: slug(`${organisation.force}-performance`),
      title: `${organisation.force}: performance`,
      description: `Figures that the ${organisation.commissioner} publishes, as they were known on ${knownOn}. Symbols are explained in symbols.csv.`,
      version: knownOn,
      ...(address === undefined ? {} : { homepage: address }),
      ...(licence === undefined
        ? {}
        : { licenses: [{ name: licence.name, path: licence.url, title: licence.title }] }),
      contributors: [
        {
          title: organisation.commissioner,
          role: "publisher",
          ...(contact?.email === undefined ? {} : { email: contact.email }),
        },
      ],
      resources: files.map((one) => resource(one, list)),
    }),
  };
}

function resource(
  { path, name, title, description, columns }: CataloguedFile,
  { find }: Pick<FileList, "find">,
) {
  const listed = find(path);
  if (listed === undefined) throw new Error(`the catalogue lists ${path} before it is made`);
  return {
    profile: "tabular-data-resource",
    name,
    title,
    description,
    path: path.slice(folder.length),
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: listed.bytes,
    hash: `sha256:${listed.sha256}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(({ name: column, type, description: what }) => ({
        name: column,
        type,
        description: what,
      })),
      missingValues: [""],
    },
  };
}

/** Words as a name in small letters, digits and hyphens. */
export const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
