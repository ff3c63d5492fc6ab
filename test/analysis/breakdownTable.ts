/**
 * The breakdown of recorded crime as printed (lines 1346-1367): December 2019, November 2019, change in
 * percent, December 2018, change in percent, and whether the trend is increasing. Homicide is left out: its changes are
 * from 0 and it has no trend.
 */
export const breakdown = [
  ["Violence With Injury", 453, 396, "14.4", 450, "0.7", true],
  ["Violence Without Injury", 922, 870, "6.0", 792, "16.4", false],
  ["Rape", 53, 48, "10.4", 40, "32.5", true],
  ["Other Sexual Offences", 81, 80, "1.3", 78, "3.8", true],
  ["Business Robbery", 6, 4, "50.0", 6, "0.0", false],
  ["Personal Robbery", 42, 31, "35.5", 36, "16.7", true],
  ["All Robbery", 48, 35, "37.1", 42, "14.3", true],
  ["Burglary - Residential", 139, 133, "4.5", 211, "-34.1", false],
  ["Burglary - Business & Community", 141, 142, "-0.7", 168, "-16.1", false],
  ["Vehicle Offences", 432, 419, "3.1", 396, "9.1", false],
  ["Theft from Person", 34, 36, "-5.6", 45, "-24.4", false],
  ["Bicycle Theft", 29, 44, "-34.1", 43, "-32.6", false],
  ["Shoplifting", 281, 251, "12.0", 210, "33.8", true],
  ["All Other Theft Offences", 367, 387, "-5.2", 348, "5.5", false],
  ["Criminal Damage & Arson", 378, 343, "10.2", 358, "5.6", true],
  ["Drug Offences", 90, 71, "26.8", 79, "13.9", true],
  ["Possession of Weapons", 43, 41, "4.9", 35, "22.9", false],
  ["Public Order Offences", 180, 202, "-10.9", 153, "17.6", false],
  ["Misc. Crimes Against Society", 66, 45, "46.7", 49, "34.7", true],
  ["Total crime", 3738, 3543, "5.5", 3497, "6.9", false],
] as const;

/**
 * October 2019 where it decides the trend and the paper prints it elsewhere: the sections' three-month tables, and for
 * vehicle offences the rate of 0.91 per 1,000 of 564,600 people, which is 511 to 516 offences. Possession of weapons has
 * none: its "no" only says that October was 41 or more.
 */
export const october: Readonly<Record<string, number>> = {
  "Violence Without Injury": 920,
  "Other Sexual Offences": 67,
  "Vehicle Offences": 511,
  "Total crime": 3792,
};

/** The table against annual projections (lines 1375-1399): April to December 2018, the same of 2019, change in percent. */
export const projections = [
  ["Total Recorded Crime", 32086, 31903, "-0.6"],
  ["Violence With Injury", 3525, 3568, "1.2"],
  ["Violence Without Injury", 6600, 7392, "12.0"],
  ["Sexual Offences - Rape", 300, 416, "38.7"],
  ["Sexual Offences - Other", 662, 688, "3.9"],
  ["Robbery", 347, 346, "-0.3"],
  ["Residential Burglary Dwelling", 1624, 1288, "-20.7"],
  ["Business & Community Burglary", 1487, 1493, "0.4"],
  ["Vehicle", 3818, 3480, "-8.9"],
  ["Theft From Person", 359, 307, "-14.5"],
  ["Shoplifting", 2556, 2549, "-0.3"],
  ["Bicycle", 576, 475, "-17.5"],
  ["All other Theft", 3445, 3497, "1.5"],
  ["Criminal Damage & Arson", 3528, 3116, "-11.7"],
  ["Drug Offences", 648, 660, "1.9"],
  ["Possession of Weapons", 328, 358, "9.1"],
  ["Public Order Offences", 1781, 1767, "-0.8"],
  ["Misc. Crimes Against Society", 502, 503, "0.2"],
  ["Hate Crime", 689, 619, "-10.2"],
  ["Domestic Abuse", 7976, 8197, "2.8"],
  ["Child At Risk", 4045, 5870, "45.1"],
  ["Child Sexual Exploitation", 210, 239, "13.8"],
] as const;
