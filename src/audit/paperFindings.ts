import type { Facts } from "../model/facts.ts";
import type { Finding } from "./finding.ts";
import { sourceRules } from "./sourceRules.ts";

/** What a careful reader would point out in the sources of the office's papers, taken together. */
export const paperFindings = (facts: Facts): Finding[] => sourceRules.flatMap(({ find }) => find(facts));
