import { actionsIn, answersIn, askedIn, questionsIn } from "../../model/chain.ts";
import type { PaperSource } from "../../model/facts.ts";
import { chainDocument } from "../papers/chain.ts";
import { dayLabel } from "../periods.ts";
import { addresses } from "./addresses.ts";
import type { DocumentEntry, SiteWords } from "./context.ts";
import { folderTitle } from "./folderTitle.ts";
import { documentEntry, latestFirst } from "./lists.ts";
import { homeCrumb } from "./page.ts";
import { type EntryView, type PlainPageView, type PlainSection, type WordCell, words } from "./plainPage.ts";

/** The chain from question to answer to action: where each stands, and the paper that shows it in full. */
export function questionsPage(site: SiteWords): PlainPageView {
  const chains = latestFirst(site.documents.filter(({ document }) => document === chainDocument));
  const rows = latestFirst(site.documents).flatMap((entry) => questionRows(site, entry));
  return {
    address: addresses.questions,
    title: "Questions and answers",
    description: "What was asked of the police, what was answered, and what is still to be done.",
    part: "questions",
    crumbs: [homeCrumb],
    lead: "What was asked of the police, what they answered, and what is still to be done. A question without an answer is listed too, with the reason where one is given.",
    opening: [],
    sections: [
      ...(rows.length === 0 ? [] : [asked(rows)]),
      {
        id: "chains",
        title: "Each question and action in full",
        blocks: [{ kind: "entries" as const, entries: chains.map((one) => chainEntry(site, one)) }],
      },
    ].filter(({ blocks }) => blocks.length > 0),
    contents: false,
  };
}

const asked = (rows: readonly (readonly WordCell[])[]): PlainSection => ({
  id: "asked",
  title: "What was asked",
  blocks: [
    {
      kind: "table",
      caption: "Questions, those of the latest paper first",
      head: ["Question", "Asked in", "Answer"],
      rows,
    },
  ],
});

function questionRows(site: SiteWords, entry: DocumentEntry): WordCell[][] {
  const paper = site.facts.papers.get(`${entry.path}/${entry.document}`);
  if (paper === undefined || (paper.head.kind === "response" && paper.head.asked === undefined)) return [];
  const responses = [...site.facts.papers.values()].filter((one) => askedIn(site.facts, one) === paper);
  return questionsIn(paper).map(({ id, number, title, text }) => [
    words(`${number}. ${title ?? shortened(text.text)}`),
    words(`${entry.title}, ${dayLabel(entry.date)}`, { address: entry.page }),
    answerCell(site, responses, id),
  ]);
}

/** The first words of a question that has no title. */
const shortened = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, " ").replaceAll(/[*_{}[\]]/g, "");
  return plain.length <= 90 ? plain : `${plain.slice(0, 90).replace(/\s\S*$/, "")} …`;
};

function answerCell(site: SiteWords, responses: readonly PaperSource[], question: string): WordCell {
  for (const response of responses) {
    const page = site.documents.find(
      ({ path, document }) => path === response.path && document === response.document,
    );
    if (page !== undefined && answersIn(response).some((answer) => answer.question === question))
      return words(`Answered on ${dayLabel(page.date)}`, { address: page.page });
    const gap =
      response.head.kind === "response"
        ? response.head.gaps.find((one) => "question" in one && one.question === question)
        : undefined;
    if (gap !== undefined) return words(`Not answered: ${gap.reason}`);
  }
  return words("Not answered yet");
}

/** The paper that shows the chain of one quarter, meeting or letter, with how much it holds. */
function chainEntry({ facts }: SiteWords, one: DocumentEntry): EntryView {
  const papers = [...facts.papers.values()].filter(({ path }) => path === one.path);
  const actions = papers.flatMap(actionsIn);
  const open = actions.filter(({ status }) => status === "open").length;
  return {
    ...documentEntry(one),
    link: { text: folderTitle(facts, one.path), address: one.page, detail: "" },
    note:
      actions.length === 0
        ? ""
        : `${actions.length} ${actions.length === 1 ? "action" : "actions"}, ${open} open`,
  };
}
