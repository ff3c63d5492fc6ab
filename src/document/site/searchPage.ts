import { addresses } from "./addresses.ts";
import { homeCrumb, type PageView } from "./page.ts";

/** The search page: its results come by a script; without one the A to Z stands in for it. */
export const searchPage = (): PageView => ({
  address: addresses.search,
  title: "Search",
  description: "Search measures, papers and meetings.",
  part: "search",
  crumbs: [homeCrumb],
});
