/** A figure that a paper prints otherwise than when it went out. */
export type Difference = {
  /** "Rape, North Warwickshire, November 2019: the period before" */
  readonly what: string;
  readonly was: string;
  readonly now: string;
};

/** "1 figure differs", "12 figures differ" */
export const differences = (count: number): string =>
  count === 1 ? "1 figure differs" : `${count} figures differ`;

/** "Rape, North Warwickshire, November 2019: the figure itself: 12, was 11." */
export const differenceSentence = ({ what, was, now }: Difference): string => `${what}: ${now}, was ${was}.`;
