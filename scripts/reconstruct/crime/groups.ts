/** The 36 months of the sample series, January 2017 to December 2019. */
export const months: readonly string[] = [2017, 2018, 2019].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`),
);

/**
 * The stretches of months whose sums are settled before anything else: January 2017 to March 2018, April to December 2018,
 * January to March 2019, April to December 2019. Each is [first, last] as indexes of `months`.
 */
export const stretches = [
  [0, 14],
  [15, 23],
  [24, 26],
  [27, 35],
] as const;

/** All recorded crime, month by month: it adds up to 32,086 and 31,903 and its average from April 2018 on is 3,490. */
export const totals: readonly number[] = [
  3043, 2951, 3187, 3118, 3342, 3251, 3421, 3288, 3336, 3171, 3262, 3064, 3148, 2957, 3176, 3498, 3661, 3622,
  3934, 3655, 3471, 3452, 3296, 3497, 3190, 2934, 3177, 3388, 3502, 3431, 3574, 3468, 3467, 3792, 3543, 3738,
];

/** A crime group that is not made up of others, and what its rebuilt months start from. */
export type Group = {
  readonly id: string;
  /**
   * Offences in each of the four stretches. The second and fourth are printed ("performance against annual projections");
   * the first and third are chosen so that every printed monthly average comes out and the groups add up to the total.
   */
  readonly sums: readonly [number, number, number, number];
  /** Share of North Warwickshire in an ordinary month. */
  readonly north: number;
  /** How far the season moves an ordinary month, as a part of it, and the month of the year (1 to 12) in which it peaks. */
  readonly swing: number;
  readonly peak: number;
  /** First month of the current average; the measure's file says why. */
  readonly baseline: string;
};

const whole = "2017-01";
const april = "2018-04";

/**
 * The groups, in the order of the printed breakdown. The printed sums leave homicide out and count the one of December
 * 2019 as violence with injury, so that line is one less here (3,567); robbery is printed as one (347 and 346).
 */
export const groups: readonly Group[] = [
  { id: "homicide", sums: [3, 0, 0, 1], north: 0.6, swing: 0, peak: 1, baseline: whole },
  {
    id: "violence-with-injury",
    sums: [5465, 3525, 1050, 3567],
    north: 0.61,
    swing: 0.05,
    peak: 7,
    baseline: whole,
  },
  {
    id: "violence-without-injury",
    sums: [8475, 6600, 2050, 7392],
    north: 0.64,
    swing: 0.05,
    peak: 7,
    baseline: april,
  },
  { id: "rape", sums: [696, 300, 102, 416], north: 0.55, swing: 0.03, peak: 8, baseline: april },
  {
    id: "other-sexual-offences",
    sums: [1258, 662, 236, 688],
    north: 0.56,
    swing: 0.08,
    peak: 6,
    baseline: whole,
  },
  { id: "business-robbery", sums: [85, 61, 17, 56], north: 0.52, swing: 0.1, peak: 11, baseline: whole },
  { id: "personal-robbery", sums: [415, 286, 86, 290], north: 0.63, swing: 0.1, peak: 11, baseline: whole },
  {
    id: "residential-burglary",
    sums: [1800, 1624, 364, 1288],
    north: 0.54,
    swing: 0.12,
    peak: 11,
    baseline: whole,
  },
  {
    id: "business-community-burglary",
    sums: [2550, 1487, 470, 1493],
    north: 0.53,
    swing: 0.08,
    peak: 11,
    baseline: whole,
  },
  {
    id: "vehicle-offences",
    sums: [5263, 3818, 1030, 3480],
    north: 0.54,
    swing: 0.08,
    peak: 11,
    baseline: april,
  },
  { id: "theft-from-person", sums: [540, 359, 103, 307], north: 0.48, swing: 0.1, peak: 12, baseline: whole },
  { id: "bicycle-theft", sums: [930, 576, 110, 475], north: 0.58, swing: 0.25, peak: 8, baseline: whole },
  { id: "shoplifting", sums: [4200, 2556, 800, 2549], north: 0.48, swing: 0.05, peak: 11, baseline: whole },
  {
    id: "all-other-theft",
    sums: [5610, 3445, 1020, 3497],
    north: 0.53,
    swing: 0.05,
    peak: 8,
    baseline: whole,
  },
  {
    id: "criminal-damage-arson",
    sums: [5700, 3528, 917, 3116],
    north: 0.62,
    swing: 0.07,
    peak: 7,
    baseline: whole,
  },
  { id: "drug-offences", sums: [1155, 648, 200, 660], north: 0.58, swing: 0.04, peak: 5, baseline: whole },
  {
    id: "possession-of-weapons",
    sums: [420, 328, 103, 358],
    north: 0.6,
    swing: 0.04,
    peak: 7,
    baseline: april,
  },
  {
    id: "public-order-offences",
    sums: [2100, 1781, 500, 1767],
    north: 0.61,
    swing: 0.08,
    peak: 7,
    baseline: april,
  },
  {
    id: "misc-crimes-against-society",
    sums: [1050, 502, 143, 503],
    north: 0.6,
    swing: 0.04,
    peak: 6,
    baseline: april,
  },
];

/** Measures that are made up of groups: robbery, and what the comparison of districts counts as other crimes against society. */
export const compounds: Readonly<
  Record<string, { readonly members: readonly string[]; readonly baseline: string }>
> = {
  robbery: { members: ["business-robbery", "personal-robbery"], baseline: whole },
  "other-crimes-against-society": {
    members: [
      "drug-offences",
      "possession-of-weapons",
      "public-order-offences",
      "misc-crimes-against-society",
    ],
    baseline: april,
  },
};
