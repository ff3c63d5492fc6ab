import { Feed } from "feed";
import type { Facts } from "../model/facts.ts";
import { stableUuid } from "./data/stableId.ts";
import type { News } from "./news.ts";
import type { SiteFile } from "./site.ts";

/** Stands in links where nobody has said where the site will be; taken out again, which leaves links relative to the feed. */
const nowhere = "https://site.invalid/";

/**
 * The Atom feed of what was published and corrected, the latest first. Identifiers do not change when the site moves.
 *
 * @param knownOn the day that stands for the feed's own where there is no news
 */
export function atomFeed(
  { organisation, publishing }: Pick<Facts, "organisation" | "publishing">,
  news: readonly News[],
  knownOn: string,
): SiteFile {
  const base = publishing.address ?? nowhere;
  const feed = new Feed({
    id: `urn:uuid:${stableUuid(`feed ${organisation.force}`)}`,
    title: plain(`${organisation.force} performance: what was published and corrected`),
    description: plain(`Papers, packs and figures of the ${organisation.commissioner}`),
    author: { name: plain(organisation.commissioner) },
    updated: midnight(news[0]?.on ?? knownOn),
    link: base,
    feedLinks: { atom: `${base}feed.atom` },
    generator: "panelpack",
    copyright: "",
  });
  for (const { key, on, first, title, address, sentences } of news)
    feed.addItem({
      id: `urn:uuid:${stableUuid(key)}`,
      title: html(title),
      link: new URL(address.slice(1), base).href,
      date: midnight(on),
      published: midnight(first ?? on),
      description: sentences.map((sentence) => `<p>${html(sentence)}</p>`).join(""),
    });
  const text = feed.atom1();
  return { path: "feed.atom", bytes: Buffer.from(`${base === nowhere ? relative(text) : text}\n`) };
}

/** Links relative to the feed; the way to the site's own root is `./`. */
const relative = (text: string): string =>
  text.replaceAll(`href="${nowhere}"`, 'href="./"').replaceAll(`href="${nowhere}`, 'href="');

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Words without the characters that XML 1.0 forbids, and other control characters. */
const plain = (words: string): string =>
  words.replace(/\p{Cc}/gu, (sign) => (/\s/.test(sign) ? " " : "")).replace(/[\ufffe\uffff]/g, "");

/** Words as HTML, which titles and summaries are. */
const html = (words: string): string =>
  plain(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
