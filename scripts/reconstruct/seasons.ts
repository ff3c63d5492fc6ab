// How much more or less than a usual month a month of the year brings, as a factor. `depth` is how far it swings to either side.

const monthOfYear = (month: string): number => Number(month.slice(5));

/** A wave that is highest in July and lowest in January. */
const wave = (month: string): number => -Math.cos((2 * Math.PI * (monthOfYear(month) - 1)) / 12);

const schoolHolidays = [4, 8, 12];

export const seasons = {
  none: () => 1,
  summer:
    (depth: number) =>
    (month: string): number =>
      1 + depth * wave(month),
  winter:
    (depth: number) =>
    (month: string): number =>
      1 - depth * wave(month),
  /** Fewer in the months of the Easter, summer and Christmas holidays. */
  schoolTerms:
    (depth: number) =>
    (month: string): number =>
      schoolHolidays.includes(monthOfYear(month)) ? 1 - depth : 1 + depth / 3,
  decemberLow:
    (depth: number) =>
    (month: string): number =>
      monthOfYear(month) === 12 ? 1 - 2 * depth : 1 + depth / 6,
};
