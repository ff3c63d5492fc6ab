/** The rules that may call a point a special cause, in the order in which they name it. */
export const rules = ["outside-limits", "trend", "two-in-three", "run"] as const;
export type Rule = (typeof rules)[number];

/** How many points make a run on one side and a trend, and which rules count. */
export type RuleProfile = {
  readonly runLength: 7 | 8;
  readonly trendLength: 6 | 7;
  readonly rules: readonly Rule[];
};

/** The profile of NHS England's Making Data Count, and ours unless a measure says otherwise. */
export const makingDataCount: RuleProfile = { runLength: 7, trendLength: 7, rules };

/** The profile without some of its rules. */
export const withoutRules = (profile: RuleProfile, without: readonly Rule[]): RuleProfile => ({
  ...profile,
  rules: profile.rules.filter((rule) => !without.includes(rule)),
});
