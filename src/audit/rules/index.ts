import type { Rule } from "../rule.ts";
import { rule as acronymExpansions } from "./acronym-expansions.ts";
import { rule as acronymInitials } from "./acronym-initials.ts";
import { rule as acronymOrder } from "./acronym-order.ts";
import { rule as acronymSpelling } from "./acronym-spelling.ts";
import { rule as actionOwners } from "./action-owners.ts";
import { rule as announcedCount } from "./announced-count.ts";
import { rule as apostrophes } from "./apostrophes.ts";
import { rule as areasDistinct } from "./areas-distinct.ts";
import { rule as bracketBalance } from "./bracket-balance.ts";
import { rule as calendarDay } from "./calendar-day.ts";
import { rule as changeBetweenParts } from "./change-between-parts.ts";
import { rule as changeRecomputes } from "./change-recomputes.ts";
import { rule as codeFigures } from "./code-figures.ts";
import { rule as codeMeanings } from "./code-meanings.ts";
import { rule as conjunctionAgrees } from "./conjunction-agrees.ts";
import { rule as contraryClaims } from "./contrary-claims.ts";
import { rule as countsTie } from "./counts-tie.ts";
import { rule as cutOff } from "./cut-off.ts";
import { rule as danglingReference } from "./dangling-reference.ts";
import { rule as dateSlip } from "./date-slip.ts";
import { rule as datesInOrder } from "./dates-in-order.ts";
import { rule as decimalsAgree } from "./decimals-agree.ts";
import { rule as directionAgainstTable } from "./direction-against-table.ts";
import { rule as directionAgrees } from "./direction-agrees.ts";
import { rule as doubledWord } from "./doubled-word.ts";
import { rule as exceptionalAgrees } from "./exceptional-agrees.ts";
import { rule as fieldNames } from "./field-names.ts";
import { rule as financialYear } from "./financial-year.ts";
import { rule as footnoteRepeated } from "./footnote-repeated.ts";
import { rule as footnotes } from "./footnotes.ts";
import { rule as fractionAgrees } from "./fraction-agrees.ts";
import { rule as gridAgrees } from "./grid-agrees.ts";
import { rule as highestSince } from "./highest-since.ts";
import { rule as identifierPattern } from "./identifier-pattern.ts";
import { rule as impliedBase } from "./implied-base.ts";
import { rule as labelRepeated } from "./label-repeated.ts";
import { rule as laterMonthActual } from "./later-month-actual.ts";
import { rule as lookAlikeLetters } from "./look-alike-letters.ts";
import { rule as minimumTotal } from "./minimum-total.ts";
import { rule as missingMetadata } from "./missing-metadata.ts";
import { rule as nameVariants } from "./name-variants.ts";
import { rule as namedPerson } from "./named-person.ts";
import { rule as numbering } from "./numbering.ts";
import { rule as oneAcronym } from "./one-acronym.ts";
import { rule as oneBasis } from "./one-basis.ts";
import { rule as oneValue } from "./one-value.ts";
import { rule as ordinalCount } from "./ordinal-count.ts";
import { rule as ordinalSuffix } from "./ordinal-suffix.ts";
import { rule as pageRanges } from "./page-ranges.ts";
import { rule as partExceedsWhole } from "./part-exceeds-whole.ts";
import { rule as partsAddUp } from "./parts-add-up.ts";
import { rule as pastEventLater } from "./past-event-later.ts";
import { rule as percentSign } from "./percent-sign.ts";
import { rule as percentageBase } from "./percentage-base.ts";
import { rule as percentageRecomputes } from "./percentage-recomputes.ts";
import { rule as periodOfTable } from "./period-of-table.ts";
import { rule as personRole } from "./person-role.ts";
import { rule as personSpelling } from "./person-spelling.ts";
import { rule as pointsNotPercent } from "./points-not-percent.ts";
import { rule as programmeAgendaPapers } from "./programme-agenda-papers.ts";
import { rule as proseAgainstTable } from "./prose-against-table.ts";
import { rule as quarterMonths } from "./quarter-months.ts";
import { rule as quarterYear } from "./quarter-year.ts";
import { rule as quotationBalance } from "./quotation-balance.ts";
import { rule as registeredFigure } from "./registered-figure.ts";
import { rule as relativeDate } from "./relative-date.ts";
import { rule as rollingBasis } from "./rolling-basis.ts";
import { rule as roundsTable } from "./rounds-table.ts";
import { rule as saidToLack } from "./said-to-lack.ts";
import { rule as sameClaim } from "./same-claim.ts";
import { rule as signOnce } from "./sign-once.ts";
import { rule as smallCounts } from "./small-counts.ts";
import { rule as sourceAfterPaper } from "./source-after-paper.ts";
import { rule as spelling } from "./spelling.ts";
import { rule as stableElsewhere } from "./stable-elsewhere.ts";
import { rule as stalePeriod } from "./stale-period.ts";
import { rule as staleSentence } from "./stale-sentence.ts";
import { rule as statuteCitation } from "./statute-citation.ts";
import { rule as strayDigit } from "./stray-digit.ts";
import { rule as strayPunctuation } from "./stray-punctuation.ts";
import { rule as tableBelow } from "./table-below.ts";
import { rule as tableDifferences } from "./table-differences.ts";
import { rule as tablePercentages } from "./table-percentages.ts";
import { rule as tableTotal } from "./table-total.ts";
import { rule as termDefinitions } from "./term-definitions.ts";
import { rule as thisQuarter } from "./this-quarter.ts";
import { rule as thousandsSeparator } from "./thousands-separator.ts";
import { rule as unanswered } from "./unanswered.ts";
import { rule as unasked } from "./unasked.ts";
import { rule as unmovedFigures } from "./unmoved-figures.ts";
import { rule as weekdayDate } from "./weekday-date.ts";
import { rule as wrongWords } from "./wrong-words.ts";
import { rule as yearFigures } from "./year-figures.ts";
import { rule as zeroBase } from "./zero-base.ts";

/**
 * Every rule, family by family. A rule is one file in this folder, named by its id, that exports `rule`; add it here in the place where
 * the documentation should list it, then `npm run docs:audit`. A test runs the fixtures of each.
 */
export const rules: readonly Rule[] = [
  countsTie,
  minimumTotal,
  oneValue,
  partExceedsWhole,
  partsAddUp,
  periodOfTable,
  proseAgainstTable,
  registeredFigure,
  roundsTable,
  tableDifferences,
  tableTotal,
  changeBetweenParts,
  changeRecomputes,
  decimalsAgree,
  impliedBase,
  percentSign,
  percentageBase,
  percentageRecomputes,
  pointsNotPercent,
  signOnce,
  tablePercentages,
  zeroBase,
  conjunctionAgrees,
  directionAgainstTable,
  directionAgrees,
  exceptionalAgrees,
  fractionAgrees,
  gridAgrees,
  highestSince,
  calendarDay,
  dateSlip,
  datesInOrder,
  financialYear,
  oneBasis,
  pastEventLater,
  quarterMonths,
  quarterYear,
  relativeDate,
  rollingBasis,
  sourceAfterPaper,
  stalePeriod,
  staleSentence,
  thisQuarter,
  unmovedFigures,
  weekdayDate,
  yearFigures,
  announcedCount,
  areasDistinct,
  danglingReference,
  footnoteRepeated,
  footnotes,
  labelRepeated,
  numbering,
  pageRanges,
  programmeAgendaPapers,
  tableBelow,
  unasked,
  acronymExpansions,
  acronymInitials,
  acronymOrder,
  acronymSpelling,
  codeFigures,
  fieldNames,
  identifierPattern,
  lookAlikeLetters,
  nameVariants,
  oneAcronym,
  ordinalCount,
  ordinalSuffix,
  personRole,
  personSpelling,
  quotationBalance,
  statuteCitation,
  thousandsSeparator,
  apostrophes,
  bracketBalance,
  cutOff,
  doubledWord,
  spelling,
  strayDigit,
  strayPunctuation,
  wrongWords,
  codeMeanings,
  contraryClaims,
  laterMonthActual,
  saidToLack,
  sameClaim,
  stableElsewhere,
  termDefinitions,
  unanswered,
  actionOwners,
  missingMetadata,
  namedPerson,
  smallCounts,
];
