import type { Facts } from "../model/facts.ts";
import type { Finding } from "./finding.ts";
import { nameFindings } from "./names.ts";
import { openActionFindings } from "./openActions.ts";
import { programmeFindings } from "./programme.ts";
import { questionChainFindings } from "./questionChain.ts";
import { sourceDateFindings } from "./sourceDates.ts";
import { titleFindings } from "./titles.ts";

/** What a careful reader would point out in the office's papers, taken together. */
export const paperFindings = (facts: Facts): Finding[] => [
  ...questionChainFindings(facts),
  ...sourceDateFindings(facts),
  ...openActionFindings(facts),
  ...programmeFindings(facts),
  ...nameFindings(facts),
  ...titleFindings(facts),
];
