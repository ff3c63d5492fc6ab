import type { Rule } from "../rule.ts";
import { rule as changeBetweenParts } from "./change-between-parts.ts";
import { rule as changeRecomputes } from "./change-recomputes.ts";
import { rule as conjunctionAgrees } from "./conjunction-agrees.ts";
import { rule as countsTie } from "./counts-tie.ts";
import { rule as decimalsAgree } from "./decimals-agree.ts";
import { rule as directionAgainstTable } from "./direction-against-table.ts";
import { rule as directionAgrees } from "./direction-agrees.ts";
import { rule as exceptionalAgrees } from "./exceptional-agrees.ts";
import { rule as gridAgrees } from "./grid-agrees.ts";
import { rule as highestSince } from "./highest-since.ts";
import { rule as impliedBase } from "./implied-base.ts";
import { rule as listedCount } from "./listed-count.ts";
import { rule as minimumTotal } from "./minimum-total.ts";
import { rule as oneValue } from "./one-value.ts";
import { rule as partExceedsWhole } from "./part-exceeds-whole.ts";
import { rule as partsAddUp } from "./parts-add-up.ts";
import { rule as percentageBase } from "./percentage-base.ts";
import { rule as percentageRecomputes } from "./percentage-recomputes.ts";
import { rule as periodOfTable } from "./period-of-table.ts";
import { rule as pointsNotPercent } from "./points-not-percent.ts";
import { rule as proseAgainstTable } from "./prose-against-table.ts";
import { rule as registeredFigure } from "./registered-figure.ts";
import { rule as roundsTable } from "./rounds-table.ts";
import { rule as sameClaim } from "./same-claim.ts";
import { rule as signOnce } from "./sign-once.ts";
import { rule as staleSentence } from "./stale-sentence.ts";
import { rule as tablePercentages } from "./table-percentages.ts";
import { rule as tableTotal } from "./table-total.ts";
import { rule as unmovedFigures } from "./unmoved-figures.ts";
import { rule as zeroBase } from "./zero-base.ts";

/**
 * Every rule, family by family. A rule is one file in this folder, named by its id, that exports `rule`; add it here in the place where
 * the documentation should list it, then `npm run docs:audit`. A test runs the fixtures of each.
 */
export const rules: readonly Rule[] = [
  proseAgainstTable,
  oneValue,
  roundsTable,
  tableTotal,
  periodOfTable,
  minimumTotal,
  partExceedsWhole,
  partsAddUp,
  countsTie,
  percentageRecomputes,
  percentageBase,
  changeRecomputes,
  tablePercentages,
  zeroBase,
  impliedBase,
  changeBetweenParts,
  pointsNotPercent,
  decimalsAgree,
  signOnce,
  directionAgrees,
  directionAgainstTable,
  conjunctionAgrees,
  gridAgrees,
  exceptionalAgrees,
  highestSince,
  listedCount,
  sameClaim,
  registeredFigure,
  staleSentence,
  unmovedFigures,
];
