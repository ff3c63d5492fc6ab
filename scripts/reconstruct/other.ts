import { abuseOutcomePlans } from "./abuseOutcomes.ts";
import { abuseVictimPlans } from "./abuseVictims.ts";
import { asbPlans } from "./asb.ts";
import { crimeOutcomePlans } from "./crimeOutcomes.ts";
import { keywordPlans } from "./keywords.ts";
import { missingPlans } from "./missing.ts";
import { mixPlans } from "./mixes.ts";
import type { Plan } from "./plan.ts";
import { riskPlans } from "./risk.ts";
import { servicePlans } from "./service.ts";
import { surveyPlans } from "./surveys.ts";
import { victimPlans } from "./victims.ts";

/** Everything but the recorded crime of the crime groups. */
export const otherPlans: Plan[] = [
  ...surveyPlans,
  ...victimPlans,
  ...abuseVictimPlans,
  ...keywordPlans,
  ...missingPlans,
  ...riskPlans,
  ...crimeOutcomePlans,
  ...abuseOutcomePlans,
  ...asbPlans,
  ...mixPlans,
  ...servicePlans,
];
