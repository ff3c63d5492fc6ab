/** Keeps columns that are nearly alike apart; far too small to be seen in any figure. */
const ridge = 1e-10;
/** A pivot of this size or less means that one column is made of the others. */
const leastPivot = 1e-14;

/**
 * Coefficients that bring the weighted sum of the columns nearest to the target.
 *
 * @param columns at least one, each as long as the target
 * @returns one coefficient a column, or null when the columns do not determine them
 *
 * Source: normal equations solved by Cholesky factors (Golub & Van Loan, Matrix Computations, section 5.3.2).
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array | null {
  const factor = choleskyFactor(gramMatrix(columns));
  if (factor === null) return null;
  return solveFactored(
    factor,
    Float64Array.from(columns, (column) => dot(column, target)),
  );
}

/** A lower triangle, row by row: the element at row i and column j <= i is at `rowStart(i) + j`. */
type Triangle = { readonly size: number; readonly cells: Float64Array };
const rowStart = (i: number): number => (i * (i + 1)) / 2;

function gramMatrix(columns: readonly Float64Array[]): Triangle {
  const cells = new Float64Array(rowStart(columns.length));
  for (const [i, column] of columns.entries()) {
    for (let j = 0; j < i; j++) cells[rowStart(i) + j] = dot(column, columns[j] ?? column);
    cells[rowStart(i) + i] = dot(column, column) * (1 + ridge);
  }
  return { size: columns.length, cells };
}

/** Replaces the matrix by its Cholesky factor, in place; null when it is not positive definite. */
function choleskyFactor({ size, cells }: Triangle): Triangle | null {
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const [row, above] = [rowStart(i), rowStart(j)];
      let rest = at(cells, row + j);
      for (let k = 0; k < j; k++) rest -= at(cells, row + k) * at(cells, above + k);
      if (i === j && !(rest > leastPivot)) return null;
      cells[row + j] = i === j ? Math.sqrt(rest) : rest / at(cells, above + j);
    }
  return { size, cells };
}

/** Solves L L' x = b, forwards then backwards, in place. */
function solveFactored({ size, cells }: Triangle, b: Float64Array): Float64Array {
  for (let i = 0; i < size; i++) {
    let rest = at(b, i);
    for (let k = 0; k < i; k++) rest -= at(cells, rowStart(i) + k) * at(b, k);
    b[i] = rest / at(cells, rowStart(i) + i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = at(b, i);
    for (let k = i + 1; k < size; k++) rest -= at(cells, rowStart(k) + i) * at(b, k);
    b[i] = rest / at(cells, rowStart(i) + i);
  }
  return b;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let t = 0; t < b.length; t++) total += at(a, t) * at(b, t);
  return total;
}

/** An element that is there; typed arrays hold no gaps. */
export const at = (values: Float64Array, i: number): number => values[i] ?? 0;
