import { type Action, actionsIn, latestDate } from "../model/chain.ts";
import type { Facts, PaperSource } from "../model/facts.ts";
import type { Finding } from "./finding.ts";

/** Actions that nobody owns, that have no date, or that were still open at a later record after their date. */
export function openActionFindings(facts: Facts): Finding[] {
  return [...facts.papers.values()].flatMap((paper) =>
    actionsIn(paper).flatMap((action) => actionFindings(action, paper, facts)),
  );
}

function actionFindings(action: Action, paper: PaperSource, facts: Facts): Finding[] {
  if (action.status !== "open") return [];
  const name = action.reference === null ? "this action" : `action ${action.reference}`;
  const tell = (rule: string, message: string): Finding => ({
    rule,
    severity: "warning",
    place: action.place,
    message,
    quote: action.text?.text ?? action.place.text?.trim() ?? "",
    other: null,
  });
  const latest = latestOfBody(paper, facts);
  return [
    ...ownerFindings(action, name, tell),
    ...(action.due === null ? [tell("action-date", `${name} has no date: when is it due?`)] : []),
    ...(action.due !== null && action.due < latest
      ? [
          tell(
            "action-overdue",
            `${name} was due on ${action.due} and is still open; papers are held up to ${latest}`,
          ),
        ]
      : []),
  ];
}

/** An owner is forgotten, which is an error, or the record names none, which somebody should mend. */
function ownerFindings(
  { owner, unowned }: Action,
  name: string,
  tell: (rule: string, message: string) => Finding,
): Finding[] {
  if (owner !== null) return [];
  if (unowned) return [tell("action-owner", `${name} names nobody who is to do it`)];
  const message = `${name} has no owner: write owner="Name", or owner=none where the record names nobody`;
  return [{ ...tell("action-owner", message), severity: "error" }];
}

/** The date of the latest paper of the same body: no clock is asked, so that a check says the same on every day. */
const latestOfBody = ({ head }: PaperSource, facts: Facts): string =>
  latestDate([...facts.papers.values()].filter((other) => other.head.body === head.body)) ?? head.date;
