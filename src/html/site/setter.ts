import { addresses, linkedAddress, relativeTo } from "../../document/site/addresses.ts";
import { contentSecurityPolicy } from "../../document/site/contentSecurity.ts";
import type { LinkView } from "../../document/site/context.ts";
import type { PageView, SitePart } from "../../document/site/page.ts";
import { withHeardSigns } from "../signs.ts";
import { compileTemplates, type TemplateFiles } from "../templates.ts";
import { type FigureLinks, withFigureLinks } from "./figureLinks.ts";

/** What stands round every page of a site. */
export type ChromeView = {
  /** "Warwickshire Police performance" */
  readonly name: string;
  /** "Published by the Office of the Police and Crime Commissioner for Warwickshire." */
  readonly publisher: string;
  readonly navigation: readonly {
    readonly part: SitePart;
    readonly text: string;
    readonly address: string;
  }[];
  readonly footer: readonly Pick<LinkView, "text" | "address">[];
  /** The folder of a web server in which the site is thought to stand: "/", "/performance/". */
  readonly root: string;
  /** The ids of the meetings, by which links between papers find their pages. */
  readonly meetings: ReadonlySet<string>;
};

/**
 * Sets a page: its body by the template of that name in `templates/site/`, in what stands round it.
 *
 * @param links where its figures lead; nowhere unless said
 */
export type SiteSetter = (page: PageView, template: string, data: object, links?: FigureLinks) => string;

/** The templates of the screen stand in for the printed ones of the same name. */
export function siteSetter(templates: TemplateFiles, chrome: ChromeView): SiteSetter {
  const fill = compileTemplates(screenTemplates(templates), { fromLabel });
  return (page, template, data, links = () => null) => {
    const body = fill(`site/${template}.hbs`, { ...page, ...data });
    const navigation = chrome.navigation.map(({ part, text, address }) => ({
      text,
      address,
      current: part === page.part,
    }));
    const html = fill("site/layout.hbs", {
      page,
      body,
      policy: contentSecurityPolicy,
      chrome: { ...chrome, navigation },
    });
    const linked = withPaperLinks(withFigureLinks(html, links), chrome.meetings);
    return withLinks(wayFrom(page.address, chrome.root), withoutPrintMarks(withHeardSigns(linked)));
  };
}

function screenTemplates(templates: TemplateFiles): TemplateFiles {
  const own = [...templates].filter(([path]) => path.startsWith("site/partials/"));
  return new Map([
    ...[...templates].filter(([path]) => path.startsWith("partials/") || path.startsWith("site/")),
    ...own.map(([path, text]): [string, string] => [path.replace(/^site\//, ""), text]),
  ]);
}

/** Languages that are private words of ours tell the tags of a PDF what Chromium has no tag for; a screen has no use for them. */
const withoutPrintMarks = (html: string): string => html.replaceAll(/ lang="en-GB-x-[a-z]+"/g, "");

/** Links of papers to each other lead to their pages. */
const withPaperLinks = (html: string, meetings: ReadonlySet<string>): string =>
  html.replaceAll(/ href="(paper:[^"]+)"/g, (_, link: string) => ` href="${linkedAddress(link, meetings)}"`);

/**
 * The ways from a page to the site's addresses: relative to it. The page for addresses that are not there is shown at any depth, so its
 * links begin at the web server's root.
 */
const wayFrom =
  (page: string, root: string) =>
  (address: string): string =>
    page === addresses.notFound ? `${root}${address.slice(1)}` : relativeTo(page, address);

/** Links of the site as they are written, from its root, as the page links. */
const withLinks = (way: (address: string) => string, html: string): string =>
  html.replaceAll(
    / (href|src|action|data-index)="(\/[^"]*)"/g,
    (_, name: string, address: string) => ` ${name}="${way(address)}"`,
  );

/** "From November 2019", "From monthly average": what a difference is from. */
const fromLabel = (label: string): string =>
  `From ${/^(\w+ly a|A)verage$/.test(label) ? label.toLowerCase() : label}`;
