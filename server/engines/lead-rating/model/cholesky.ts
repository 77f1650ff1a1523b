/** A pivot smaller than this share of the largest counts as singular. */
const singularShare = 1e-12;
const firstDamping = 1e-10;
const maxDampings = 40;

/**
 * Solves `matrix · x = right` for a symmetric matrix that should be positive definite. When it is not, or barely, the
 * diagonal is raised until it is (Levenberg): the solution is then a shorter, safer step.
 * @param matrix row by row, `size × size`; only the lower triangle is read, nothing is changed
 * @returns undefined when no raise helps: the matrix holds numbers that are not finite
 */
export function solveDamped(
  matrix: Float64Array,
  right: Float64Array,
  size: number,
): Float64Array | undefined {
  let greatest = 0;
  for (let i = 0; i < size; i++) greatest = Math.max(greatest, matrix[i * size + i] ?? 0);
  const scale = greatest > 0 ? greatest : 1;
  let damping = 0;
  for (let attempt = 0; attempt < maxDampings; attempt++) {
    const factor = factorize(matrix, size, damping * scale, singularShare * scale);
    if (factor) return substitute(factor, right, size);
    damping = damping === 0 ? firstDamping : damping * 10;
  }
  return undefined;
}

/** The lower triangle whose product with its transpose is the matrix; undefined when a pivot is too small. */
function factorize(
  matrix: Float64Array,
  size: number,
  raise: number,
  tiny: number,
): Float64Array | undefined {
  const factor = Float64Array.from(matrix);
  for (let row = 0; row < size; row++) {
    const line = row * size;
    for (let column = 0; column < row; column++) {
      const above = column * size;
      const rest = (factor[line + column] ?? 0) - dot(factor, line, above, column);
      factor[line + column] = rest / (factor[above + column] ?? 1);
    }
    const pivot = (factor[line + row] ?? 0) + raise - dot(factor, line, line, row);
    // Negated so that a NaN pivot fails too.
    if (!(pivot > tiny)) return undefined;
    factor[line + row] = Math.sqrt(pivot);
  }
  return factor;
}

/** Dot product of two runs of `length` entries. */
function dot(factor: Float64Array, one: number, other: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (factor[one + k] ?? 0) * (factor[other + k] ?? 0);
  return sum;
}

function substitute(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 1);
  }
  substituteBack(factor, solution, size);
  return solution;
}

function substituteBack(factor: Float64Array, solution: Float64Array, size: number): void {
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) rest -= (factor[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 1);
  }
}
