/**
 * Where everything of the website stands: addresses from the site's root, which stay as they are once they have gone out. A page's
 * address ends with a slash and is the folder of its `index.html`; every other address is a file. Links are made relative when a page
 * is set, so that the site can stand in any folder of a web server.
 */
export const addresses = {
  home: "/",
  meetings: "/meetings/",
  reports: "/reports/",
  measures: "/measures/",
  decisions: "/decisions/",
  questions: "/questions/",
  specifiedInformation: "/specified-information/",
  accessibility: "/accessibility/",
  howFiguresAreMade: "/how-figures-are-made/",
  aToZ: "/a-to-z/",
  search: "/search/",
  corrections: "/corrections/",
  data: "/data/",
  feed: "/feed.atom",
  calendar: "/calendar.ics",
  catalogue: "/data/datapackage.json",
  correctionsCsv: "/data/corrections.csv",
  searchIndex: "/search/index.json",
  manifest: "/manifest.json",
  /** Web servers show it for every address that there is not. */
  notFound: "/404.html",
  /** The style sheet of every page, and the script of the search page. */
  style: "/assets/site.css",
  searchScript: "/assets/search.js",
} as const;

/**
 * The folder of a quarter, a meeting or a letter, by its path below `data/`: `2019-20-q3`, `2020-03-16-police-and-crime-panel`,
 * `correspondence/2018-04-16-home-secretary`.
 *
 * @param meetings the ids of the meetings
 */
export function folderAddress(path: string, meetings: ReadonlySet<string>): string {
  if (path.startsWith("correspondence/")) return `/${path}/`;
  return meetings.has(path) ? `/meetings/${path}/` : `/quarters/${path}/`;
}

/** The page of a document: `/quarters/2019-20-q3/performance-summary/`. */
export const documentAddress = (
  { path, document }: { readonly path: string; readonly document: string },
  meetings: ReadonlySet<string>,
): string => `${folderAddress(path, meetings)}${document}/`;

/**
 * The PDF of a document: `/pdf/2019-20-q3/performance-summary.pdf`. PDFs lie to each other as they do where they are built, for they
 * link to each other and keep their bytes.
 */
export const pdfAddress = ({
  path,
  document,
}: {
  readonly path: string;
  readonly document: string;
}): string => `/pdf/${path}/${document}.pdf`;

/** A pack's PDF: `/pdf/2020-03-16-police-and-crime-panel/agenda-pack.pdf`. */
export const packAddress = (meeting: string, name: string): string => `/pdf/${meeting}/${name}.pdf`;

/** The page that a link of one paper to another, `paper:2019-20-q3/opcc-scrutiny#rape`, leads to on the site. */
export function linkedAddress(link: string, meetings: ReadonlySet<string>): string {
  const [paper = "", part] = link.replace(/^paper:/, "").split("#");
  const end = paper.lastIndexOf("/");
  const address = documentAddress({ path: paper.slice(0, end), document: paper.slice(end + 1) }, meetings);
  return part === undefined ? address : `${address}#${part}`;
}

/** A PDF from outside that an item of a meeting brings: `papers/public-speaking-guidance.pdf` below the meeting's folder. */
export const outsideAddress = (meeting: string, file: string): string => `/meetings/${meeting}/${file}`;

export const meetingAddress = (id: string): string => `/meetings/${id}/`;
export const quarterAddress = (id: string): string => `/quarters/${id}/`;
export const measureAddress = (id: string): string => `/measures/${id}/`;

/** The series of a measure as data. */
export const measureData = (id: string, format: "csv" | "json"): string => `/data/measures/${id}.${format}`;

/** A table of a document as data, by the id it has on its page: `/data/tables/2019-20-q3/performance-summary/table-4.csv`. */
export const tableData = (
  { path, document }: { readonly path: string; readonly document: string },
  table: string,
  format: "csv" | "json",
): string => `/data/tables/${path}/${document}/${table}.${format}`;

/** Every figure of a document with how it was computed, as data. */
export const figuresData = ({
  path,
  document,
}: {
  readonly path: string;
  readonly document: string;
}): string => `/data/figures/${path}/${document}.csv`;

/** The file in which an address is written: a page's folder has its `index.html`. */
export const fileOf = (address: string): string =>
  `${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`;

/** The way from one page to an address of the site, as a link says it; fragments are kept. */
export function relativeTo(page: string, address: string): string {
  if (!address.startsWith("/")) return address;
  const [path = "", fragment] = address.split("#");
  const from = page.split("/").slice(1, -1);
  const to = path.split("/").slice(1);
  const shared = from.findIndex((part, i) => part !== to[i] || i >= to.length - 1);
  const common = shared < 0 ? from.length : shared;
  const way = [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
  return `${way === "" ? "./" : way}${fragment === undefined ? "" : `#${fragment}`}`;
}
