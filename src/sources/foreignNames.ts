/** What a column of a table from outside may hold. */
export type Role = "month" | "year" | "value" | "denominator" | "status" | "area" | "category";

/** What columns are called, in small letters. The first name that a header holds decides; `n` may be either number. */
const names: Readonly<Record<Role, RegExp>> = {
  month:
    /^(month|months|date|period|time|reporting (month|period)|month (ending|commencing|start|end|of .*)|(start|end) of month|month year)$/,
  year: /^(year|calendar year|financial year|fy|reporting year)$/,
  value:
    /^(value|values|count|counts|number|numbers|numerator|figure|figures|volume|total|offences|crimes|incidents|recorded( crime| offences)?|cases|calls|observed)$/,
  denominator:
    /^(denominator|base|bases|population|households|respondents|surveyed|sample( size)?|out of|of)$/,
  status: /^(status|flag|mark)$/,
  area: /^(area|district|region|force|policing area|geography|lpa|bcu)$/,
  category: /^(category|type|offence type|crime type|group)$/,
};

/** What a column of this name holds; null for a name that is not known. */
export function roleOf(text: string): Role | null {
  const plain = text
    .toLowerCase()
    .replaceAll(/[_\s]+/g, " ")
    .trim();
  const found = (Object.keys(names) as Role[]).find((role) => names[role].test(plain));
  return found ?? null;
}

/** True for a column called a percentage. */
export const isPercentName = (text: string): boolean => /%|\bper ?cent\b|\bpercentage\b/i.test(text);
