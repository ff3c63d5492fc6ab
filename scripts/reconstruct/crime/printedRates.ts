/** The districts in the order of the columns below. */
export const districts = ["north-warks", "nuneaton-bedworth", "rugby", "stratford", "warwick"] as const;

/** Rates per 1,000 of one month in the order of `districts`; the whole force first. */
type Rates = readonly [number, number, number, number, number, number];

/**
 * The rates per 1,000 of November and October 2019 in the printed comparison of districts: the only figures of the districts
 * for these months. Burglary is per 1,000 households, the rest per 1,000 people.
 */
export const printedRates: Readonly<Record<"2019-10" | "2019-11", Readonly<Record<string, Rates>>>> = {
  "2019-10": {
    "violence-with-injury": [0.7, 0.61, 0.9, 0.87, 0.48, 0.61],
    "violence-without-injury": [1.66, 1.53, 2.23, 1.97, 1.09, 1.48],
    rape: [0.09, 0.06, 0.1, 0.1, 0.08, 0.07],
    "other-sexual-offences": [0.12, 0.11, 0.13, 0.11, 0.07, 0.17],
    "business-robbery": [0.02, 0.02, 0.02, 0.03, 0.01, 0.01],
    "personal-robbery": [0.05, 0.05, 0.03, 0.08, 0.04, 0.05],
    "vehicle-offences": [0.91, 1.05, 1.07, 0.66, 0.75, 1.05],
    "theft-from-person": [0.07, 0.06, 0.07, 0.04, 0.07, 0.11],
    "bicycle-theft": [0.1, 0.06, 0.16, 0.11, 0.08, 0.09],
    shoplifting: [0.48, 0.22, 0.59, 0.31, 0.47, 0.63],
    "all-other-theft": [0.68, 0.7, 0.68, 0.7, 0.85, 0.52],
    "criminal-damage-arson": [0.61, 0.61, 0.8, 0.68, 0.42, 0.57],
    "other-crimes-against-society": [0.67, 0.69, 0.79, 0.74, 0.55, 0.63],
    "business-community-burglary": [0.75, 1.16, 0.61, 0.72, 0.98, 0.51],
    "residential-burglary": [0.73, 0.74, 0.99, 0.5, 0.67, 0.72],
    "total-recorded-crime": [6.77, 6.52, 8.23, 6.91, 5.67, 6.52],
  },
  "2019-11": {
    "violence-with-injury": [0.7, 0.61, 0.98, 0.75, 0.47, 0.66],
    "violence-without-injury": [1.55, 1.36, 2.29, 1.59, 1.14, 1.33],
    rape: [0.09, 0.05, 0.13, 0.12, 0.03, 0.08],
    "other-sexual-offences": [0.14, 0.05, 0.19, 0.16, 0.08, 0.17],
    "business-robbery": [0.01, 0.0, 0.0, 0.02, 0.0, 0.01],
    "personal-robbery": [0.05, 0.03, 0.08, 0.05, 0.04, 0.05],
    "vehicle-offences": [0.75, 1.0, 0.91, 0.61, 0.55, 0.78],
    "theft-from-person": [0.06, 0.0, 0.1, 0.04, 0.08, 0.06],
    "bicycle-theft": [0.08, 0.03, 0.14, 0.06, 0.04, 0.1],
    shoplifting: [0.45, 0.25, 0.55, 0.34, 0.52, 0.47],
    "all-other-theft": [0.68, 0.78, 0.69, 0.58, 0.67, 0.73],
    "criminal-damage-arson": [0.61, 0.97, 0.84, 0.46, 0.35, 0.58],
    "other-crimes-against-society": [0.64, 0.73, 0.92, 0.6, 0.41, 0.6],
    "business-community-burglary": [0.61, 1.08, 0.44, 0.5, 0.83, 0.46],
    "residential-burglary": [0.59, 0.5, 0.78, 0.48, 0.46, 0.66],
    "total-recorded-crime": [6.3, 6.49, 8.31, 5.76, 4.94, 6.09],
  },
};
