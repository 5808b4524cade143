/** Whether something fits; null where that is not known. */
export type Fits = boolean | null;

/** What is not known stays so. */
export function not(fits: Fits): Fits {
  return fits === null ? null : !fits;
}

/** Whether both fit: one that does not decides, whatever is known of the other. */
export function and(one: Fits, other: Fits): Fits {
  if (one === false || other === false) {
    return false;
  }
  return one === null || other === null ? null : true;
}

/** Whether either fits: one that does decides, whatever is known of the other. */
export function or(one: Fits, other: Fits): Fits {
  return not(and(not(one), not(other)));
}
