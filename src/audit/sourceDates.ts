import type { Facts, PaperSource } from "../model/facts.ts";
import type { Finding } from "./finding.ts";

/** A source that is dated after the paper that used it. */
export const sourceDateFindings = (facts: Facts): Finding[] =>
  [...facts.papers.values()].flatMap((paper) => laterSources(paper));

function laterSources({ head, markdown }: PaperSource): Finding[] {
  if (head.kind !== "scrutiny") return [];
  return head.sources.flatMap((source, i): Finding[] => {
    if (!("date" in source) || source.date <= head.date.slice(0, source.date.length)) return [];
    return [
      {
        rule: "source-date",
        severity: "error",
        place: markdown.frontMatter.placeOf(["sources", i, "date"]),
        message: `source ${source.id} is dated ${source.date}, after the paper itself (${head.date})`,
        quote: source.title,
        other: { place: markdown.frontMatter.placeOf(["date"]), quote: head.date },
      },
    ];
  });
}
