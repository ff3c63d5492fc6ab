import { dayLabel } from "../periods.ts";
import { addresses } from "./addresses.ts";
import type { SiteWords } from "./context.ts";
import { homeCrumb } from "./page.ts";
import { type PlainPageView, words } from "./plainPage.ts";

/** The register of decisions, as the Commissioner's reports give it: what is exempt is listed with its reason. */
export function decisionsPage(site: SiteWords): PlainPageView {
  const reports = [...site.facts.papers.values()].sort((a, b) => (a.head.date < b.head.date ? 1 : -1));
  const rows = reports.flatMap(({ path, document, head }) => {
    const page = site.documents.find((one) => one.path === path && one.document === document);
    if (head.kind !== "report" || page === undefined) return [];
    return head.decisions.map((decision) => [
      words(decision.id),
      words(
        "exempt" in decision
          ? `Exempt: ${decision.exempt}`
          : [decision.title, decision.note].filter((part) => part !== undefined).join(". "),
      ),
      words(`${page.title}, ${dayLabel(page.date)}`, { address: page.page }),
    ]);
  });
  return {
    address: addresses.decisions,
    title: "Decisions",
    description: "Decisions of the Police and Crime Commissioner, as reported.",
    part: "decisions",
    crumbs: [homeCrumb],
    lead: "Decisions of the Commissioner, as they were reported. A decision that is exempt is listed with the reason.",
    opening:
      rows.length === 0
        ? [{ kind: "prose", prose: { markdown: "No decision has been reported yet." } }]
        : [
            {
              kind: "table",
              caption: "Decisions, those of the latest report first",
              head: ["Reference", "Decision", "Reported in"],
              rows,
            },
          ],
    sections: [],
    contents: false,
  };
}
