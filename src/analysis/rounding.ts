/** A rounded number, both ways: `text` has exactly the decimals asked for, `value` is for computing on. */
export type Rounded = { readonly text: string; readonly value: number };

/** `numerator / denominator`, both whole. */
type Quotient = { readonly numerator: number; readonly denominator: number };

/** An exact decimal: `digits` divided by ten to the power of `scale`. */
type Exact = { readonly digits: bigint; readonly scale: number };

const numberText = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * A number rounded half away from zero, from its shortest decimal text: 1.005 gives 1.01, 2.5 gives 3, -2.5 gives -3.
 *
 * @param decimals whole number of decimals from 0
 * @throws RangeError when the value is not finite or `decimals` not such a number
 */
export function roundDecimal(value: number, decimals: number): Rounded {
  return roundRatio(value, 1, decimals);
}

/**
 * A quotient rounded half away from zero, exactly: `roundRatio(100 * 29, 40, 0)` is 73, since 72.5 goes up.
 *
 * @param numerator, denominator any finite numbers, taken by their shortest decimal text; the denominator not 0
 * @param decimals whole number of decimals from 0
 * @throws RangeError when an argument is not such a number
 *
 * `toFixed` and `Math.round` see the binary fraction below a half (1.005 is 1.00499…) and would round it down.
 */
export function roundRatio(numerator: number, denominator: number, decimals: number): Rounded {
  if (!Number.isInteger(decimals) || decimals < 0)
    throw new RangeError(`decimals are a whole number from 0, got ${decimals}`);
  const top = exact(numerator);
  const bottom = exact(denominator);
  if (bottom.digits === 0n) throw new RangeError("nothing can be divided by 0");
  return rounded(
    divideHalfUp(top.digits * tenTo(bottom.scale + decimals), bottom.digits * tenTo(top.scale)),
    decimals,
  );
}

function exact(value: number): Exact {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = numberText.exec(String(value)) ?? [];
  if (whole === "") throw new RangeError(`a finite number is needed, got ${value}`);
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * tenTo(-scale), scale: 0 };
}

/** A decimal number as a quotient of whole numbers, from its shortest text: 8.02 is 802 / 100. */
export const wholeRatio = (value: number): Quotient => exactSum([value]);

/** The sum of decimal numbers as a quotient of whole numbers: 0.1 and 0.2 are 3 / 10, without the remainder of binary fractions. */
export function exactSum(values: readonly number[]): Quotient {
  const terms = values.map(exact);
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const total = terms.reduce((sum, term) => sum + term.digits * tenTo(scale - term.scale), 0n);
  return { numerator: Number(total), denominator: Number(tenTo(scale)) };
}

const tenTo = (power: number): bigint => 10n ** BigInt(power);
const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

function divideHalfUp(top: bigint, bottom: bigint): bigint {
  const size = magnitude(bottom);
  const quotient = (2n * magnitude(top) + size) / (2n * size);
  return top < 0n === bottom < 0n ? quotient : -quotient;
}

/** The text of `units` of the last decimal; a zero has no sign. */
function rounded(units: bigint, decimals: number): Rounded {
  const digits = String(magnitude(units)).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = `${units < 0n ? "-" : ""}${digits.slice(0, point)}${decimals > 0 ? `.${digits.slice(point)}` : ""}`;
  return { text, value: Number(text) };
}
