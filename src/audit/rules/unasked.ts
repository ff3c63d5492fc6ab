import type { PlacedBlock, Text } from "../../sources/paperText/paper.ts";
import { shareOf, stemsOf } from "../mentions/likeness.ts";
import { numberedRequests, requestsStart } from "../requests.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Words with which a paper asks in passing. */
const asks =
  /\b(?:explanation|assurance|reassurance|clarification|information|judgement|views?|update|assessment|response|comments?|analysis|detail)\b[^.;]{0,40}?\b(?:is|are|was|were)\s(?:\w+\s)?(?:sought|requested|asked for|invited)|\bwould(?:\s\w+){0,2}?\s(?:be welcome|be helpful|be of value|welcome (?:an?|any|more|further)\b)|\bplease (?:explain|clarify|provide|confirm)\b|\b(?:is|are) (?:asked|requested|invited) to (?:explain|provide|clarify|confirm|set out|comment)\b/i;
/** What an earlier sentence asks already. */
const taken = /\b(?:aforementioned|as above|as stated|as noted)\b/i;
/** Shorter ones lean on what stands before them. */
const shortest = 40;
/** The share of its words that a numbered question which takes an ask up repeats. */
const enough = 0.5;

export const rule: Rule = {
  id: "unasked",
  family: "structure",
  severity: "warning",
  title: "What the text asks becomes a numbered question",
  why: "An explanation that “is sought” in the body but is not among the numbered questions is never answered: the force replies to the list.",
  fires: [
    "## Violence\n\nThe reasons for this increase are not clear and an explanation is sought as to the possible causes, including the policing of the night time economy.\n\n## Comments\n\n1. Rape offences\n\nThe Chief Constable’s judgement is sought on whether this level of reporting of rape is a positive development.\n\n2. Burglary\n\nAn update on burglary is sought.\n",
  ],
  silent: [
    "## Rape\n\nThe Chief Constable’s judgement is sought on whether this level of reporting of rape is a positive development.\n\n## Comments\n\n1. Rape offences\n\nThe Chief Constable’s judgement is sought on whether this level of reporting of rape is a positive development.\n\n2. Burglary\n\nAn update on burglary is sought.\n",
    "An explanation is sought as to the causes.\n",
  ],
  find: (input) => partsIn(input).flatMap(unasked),
};

function unasked({ paper, part }: PartOf) {
  const requests = numberedRequests(part);
  const [first] = requests;
  if (first === undefined || requests.length < 2) return [];
  return part.blocks
    .slice(0, requestsStart(part))
    .flatMap(asksOf)
    .filter(({ text }) => text.length >= shortest && !taken.test(text))
    .filter(
      ({ text }) => !requests.some((request) => shareOf(stemsOf(text), stemsOf(request.text.text)) >= enough),
    )
    .map((words) =>
      tell(
        rule,
        { paper, words },
        "this is asked here, and by none of the numbered questions at the end",
        { paper, words: first.title },
        "Put it among the numbered questions, or drop it.",
      ),
    );
}

/** The sentences of a block that ask. */
function asksOf(block: PlacedBlock): readonly Text[] {
  if (block.kind !== "paragraph" && block.kind !== "list") return [];
  const sentences = block.kind === "list" ? block.items.flatMap((item) => item.sentences) : block.sentences;
  return sentences.filter(({ text }) => asks.test(text));
}
