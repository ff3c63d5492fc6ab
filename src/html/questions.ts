import type { FlowBlock, QuestionView } from "../document/papers/views.ts";
import { html } from "./blocks.ts";

/** A question with its parts as HTML: `(a)` and its words. */
export function questionData({ id, number, title, prose, parts }: QuestionView): object {
  return {
    id,
    number,
    title,
    html: html(prose),
    parts: parts.map((part) => ({ label: `(${part.id})`, html: html(part.prose) })),
  };
}

/** The closing list: each question with the address of the place where it arises. */
export const questionListData = (
  questions: Extract<FlowBlock, { kind: "question-list" }>["questions"],
): object[] => questions.map((question) => ({ ...questionData(question), arisesAt: question.arisesAt }));

/** The actions that follow one another from that place on, as rows of one table; what is not given is said in words. */
export function actionsData(blocks: readonly FlowBlock[], from: number): object {
  const rest = blocks.slice(from);
  const end = rest.findIndex(({ kind }) => kind !== "action");
  const rows = rest.slice(0, end < 0 ? rest.length : end).flatMap((block) =>
    block.kind !== "action"
      ? []
      : [
          {
            reference: block.reference ?? "No reference",
            owner: block.owner ?? "Not named",
            due: block.due ?? "No date",
            status: block.status,
            html: html(block.prose),
          },
        ],
  );
  return { caption: rows.length === 1 ? "Action" : "Actions", rows };
}
