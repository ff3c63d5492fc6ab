import { addresses } from "./addresses.ts";
import { homeCrumb } from "./page.ts";
import { entry, type PlainPageView } from "./plainPage.ts";

/** What a web server shows for an address that the site does not have. */
export const notFoundPage = (): PlainPageView => ({
  address: addresses.notFound,
  title: "Page not found",
  description: "This website has no page at that address.",
  part: null,
  crumbs: [homeCrumb],
  lead: "This website has no page at that address.",
  opening: [
    {
      kind: "prose",
      prose: {
        markdown:
          "If you typed the address, check that it is right. If you pasted it, check that you copied the whole of it.",
      },
    },
    {
      kind: "entries",
      entries: [
        entry(
          { text: "A to Z", address: addresses.aToZ, detail: "" },
          "Every measure, paper and meeting by name.",
        ),
        entry({ text: "Search", address: addresses.search, detail: "" }),
        entry({ text: "Home", address: addresses.home, detail: "" }),
      ],
    },
  ],
  sections: [],
  contents: false,
});
