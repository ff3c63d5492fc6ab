import type { Rule } from "../rule.ts";
import { rule as registeredFigure } from "./registered-figure.ts";
import { rule as staleSentence } from "./stale-sentence.ts";
import { rule as unmovedFigures } from "./unmoved-figures.ts";

/**
 * Every rule, family by family. A rule is one file in this folder, named by its id, that exports `rule`; add it here in the place where
 * the documentation should list it, then `npm run docs:audit`. A test runs the fixtures of each.
 */
export const rules: readonly Rule[] = [registeredFigure, staleSentence, unmovedFigures];
