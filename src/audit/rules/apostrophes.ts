import type { Rule } from "../rule.ts";
import { around, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** "PCC's to select", "the majority of PCC's,": a plural, not a possession. */
const plural =
  /(?<![\w’'])[A-Z]{2,}[’']s(?=\s(?:to|with|who|are|were|have|will|for)\b|[,;)](?!\w)|\.\s)(?!\s(?:are|were) [a-z]+ed by)/g;
/** "100's of rounds": a figure's plural. */
const figure = /(?<![\w’'£])\d{2,4}[’']s\b(?=\s(?:of|and)\b)/g;
/** "the impact of it's activity", "should develop it's profile": belonging, not "it is". */
const belonging =
  /\b(?:of|in|on|by|from|with|under|within|for|improve|develop|endorse|review|reviewed|maintain|increase|reduce|enhance|support|achieve|deliver|and)\s+it[’']s\s+(?:serious|activity|aspiration|suitability|own|performance|response|work|role|impact|ability|capacity|service|approach|understanding|staff|officers|people|duty|duties|effectiveness|plan|strategy|vision|priorities|resources|use)\b/gi;

export const rule: Rule = {
  id: "apostrophes",
  family: "language",
  severity: "warning",
  title: "An apostrophe marks what belongs, not a plural",
  why: "“The majority of PCC's” stops a reader: the majority of whose what? And “it's” is “it is”.",
  fires: [
    "The legislation permits PCC's to select a model.\n",
    "The force should understand the impact of it's activity.\n",
  ],
  silent: [
    "The PCC's decision permits PCCs to select a model. It's clear that the force knows its duty, and it's of note.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) => [
        ...[...matchesIn(said, plural), ...matchesIn(said, figure)].map(({ at, end, quoted }) =>
          tell(
            rule,
            around(said, at, end, 25),
            `“${quoted.words.text}” is a possession, and nothing is possessed`,
            null,
            `Write ${quoted.words.text.replace(/[’']s$/, "s")}, or the one without its s.`,
          ),
        ),
        ...matchesIn(said, belonging).map(({ quoted }) =>
          tell(rule, quoted, "“it's” is “it is”", null, "Write “its”."),
        ),
      ]),
};
