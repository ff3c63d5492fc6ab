import { fileOf } from "../document/site/addresses.ts";
import { siteName } from "../document/site/home.ts";
import type { PageView } from "../document/site/page.ts";
import { type SiteSetter, siteSetter } from "../html/site/setter.ts";
import type { TemplateFiles } from "../html/templates.ts";
import type { Facts } from "../model/facts.ts";
import type { SiteFile } from "./site.ts";
import { footer, navigation } from "./words.ts";

/** What sets the pages of a site: the same stands round all of them. */
export const pageSetter = (facts: Facts, templates: TemplateFiles): SiteSetter =>
  siteSetter(templates, {
    name: siteName({ facts }),
    publisher: `Published by the ${facts.organisation.commissioner}.`,
    navigation,
    footer,
    root: new URL(facts.publishing.address ?? "http://site.invalid/").pathname,
    meetings: new Set(facts.meetings.keys()),
  });

export const fileAt = (address: string, bytes: Uint8Array): SiteFile => ({ path: fileOf(address), bytes });

/** A page as the file that it is. */
export const pageFile = (set: SiteSetter, view: PageView, template: string, data: object): SiteFile =>
  fileAt(view.address, Buffer.from(set(view, template, data)));
