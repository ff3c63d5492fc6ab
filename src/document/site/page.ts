import type { LinkView } from "./context.ts";

/** Which part of the site's navigation a page belongs to. */
export type SitePart = "measures" | "reports" | "meetings" | "decisions" | "questions" | "search" | null;

/** What every page says of itself, whatever it holds. */
export type PageView = {
  readonly address: string;
  /** The heading of level 1. */
  readonly title: string;
  /** One sentence for search engines and feeds. */
  readonly description: string;
  readonly part: SitePart;
  /** The pages above it, the home page first; none of the home page itself. */
  readonly crumbs: readonly Pick<LinkView, "text" | "address">[];
};

export const homeCrumb = { text: "Home", address: "/" } as const;
