import type { Text } from "../../sources/paperText/paper.ts";
import { shareOf, stemsOf } from "../mentions/likeness.ts";
import { numberedRequests, type Request } from "../requests.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const answers = /\bin response to\b|\bforce response\b|\bresponse (?:of|from|by|to)\b/i;

export const rule: Rule = {
  id: "unanswered",
  family: "papers",
  severity: "warning",
  title: "Every numbered question has its answer in the response",
  why: "A response that takes up six of seven questions leaves the seventh to be forgotten.",
  across: true,
  fires: [
    [
      "# Performance scrutiny\n\n## Comments\n\n1. Rape offences\n\nIs the reporting of rape a positive development?\n\n2. Residential burglary\n\nWhat is done about burglary?\n\n3. Released under investigation\n\nIs this level of release acceptable?\n",
      "# Response to the performance scrutiny\n\n## Rape offences\n\nIt is.\n\n## Residential burglary\n\nMuch.\n",
    ],
  ],
  silent: [
    [
      "# Performance scrutiny\n\n## Comments\n\n1. Rape offences\n\nIs the reporting of rape a positive development?\n\n2. Residential burglary\n\nWhat is done about burglary?\n",
      "# Response to the performance scrutiny\n\n## Rape offences\n\nIt is.\n\n## Residential burglary\n\nMuch.\n",
    ],
  ],
  find: (input) => partsIn(input).flatMap((asking) => unanswered(asking, input)),
};

/** The questions that no heading of the response takes up, where one takes up two or more of them. */
function unanswered(asking: PartOf, input: AuditInput) {
  const requests = numberedRequests(asking.part);
  if (requests.length < 2) return [];
  return partsIn(input).flatMap((response) => {
    if (response.part === asking.part || !isResponse(response)) return [];
    const heads = sentencesIn(response)
      .map(({ words }) => words)
      .filter(({ text }) => text.length < 90);
    const open = requests.filter((request) => !heads.some((head) => isAbout(head, request)));
    if (requests.length - open.length < 2) return [];
    return open.map(({ number, title }) =>
      tell(
        rule,
        { paper: asking.paper, words: title },
        `question ${number} has no answer in ${response.part.title?.text ?? "the response"}`,
        response.part.title === null ? null : { paper: response.paper, words: response.part.title },
        "Ask for the answer, or say that it will follow.",
      ),
    );
  });
}

const isResponse = (partOf: PartOf): boolean =>
  sentencesIn(partOf)
    .slice(0, 12)
    .some(({ words }) => answers.test(words.text));

/** A heading that has the words of the question's own. */
function isAbout(head: Text, { title }: Request): boolean {
  const asked = stemsOf(title.text);
  return shareOf(asked, stemsOf(head.text)) >= 0.6 && asked.size > 0;
}
