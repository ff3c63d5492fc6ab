import type { Text } from "../../sources/paperText/paper.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

const heading = /^(?:actions?(?: points?| log)?(?: arising.*| agreed)?)\W*$/i;
const owner =
  /^(?:[A-Z]{2,4}\b|[A-Z][\w’']+(?:\s[A-Z][\w’']+)*\s(?:to|will)\b|(?:The\s)?[A-Z][\w’' ]*?\s(?:to|will)\s(?!be\b))|\b(?:owner|lead|action(?:ed)? (?:by|for)|assigned to)\b/;
const passive =
  /\bto be (?:provided|circulated|deferred|sent|added|arranged|updated|reviewed|considered|brought|confirmed|shared|discussed)\b/i;
const due =
  /\b(?:by|before|on|until|due|within|next|at the|in advance|asap|immediately|ongoing|completed?|discharged|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+)\b/i;

export const rule: Rule = {
  id: "action-owners",
  family: "care",
  severity: "review",
  title: "An action says who does it, and when",
  why: "“To be provided with an update” is done by nobody on no day; the next minutes carry it forward.",
  fires: [
    "## Actions arising\n\n- The Deputy Commissioner to be provided with an update following the review.\n",
  ],
  silent: [
    "## Actions arising\n\n- The Deputy Commissioner to write to the force by 28 August 2018.\n- NT to add the links to the website before the next meeting.\n",
  ],
  find: (input) => partsIn(input).flatMap(loose),
};

function loose({ paper, part }: PartOf) {
  return part.blocks.flatMap((block, i) => {
    const head = block.kind === "heading" && heading.test(block.text.text.trim());
    const next = part.blocks[i + 1];
    return head && next !== undefined && next.kind !== "heading" && next.kind !== "table"
      ? passagesOf(next).flatMap((words) =>
          lacking(words).map((message) =>
            tell(rule, { paper, words }, message, null, "Add who does it and by when."),
          ),
        )
      : [];
  });
}

function lacking({ text }: Text): string[] {
  if (/:\W*$/.test(text)) return [];
  const nobody = passive.test(text) && !owner.test(text.replace(passive, "")) ? ["who does it"] : [];
  const never = due.test(text) ? [] : ["when"];
  const missing = [...nobody, ...never];
  return missing.length === 0 ? [] : [`the action does not say ${missing.join(", nor ")}`];
}
