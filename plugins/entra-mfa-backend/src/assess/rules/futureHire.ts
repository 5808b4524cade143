import { leftOut } from './leftOut';

/** Days are compared in UTC: the hire date is midnight UTC in the directory. No date is in. */
export const futureHire = leftOut({
  scopeClass: 'future-hire',
  text: 'People who start on a later day (UTC) are left out until then.',
  facts: ({ facts, asOf }) => ({
    employeeHireDate: facts.user.employeeHireDate,
    asOf: dayOf(asOf),
  }),
  fits: ({ facts, asOf }) => {
    if (!facts.user.employeeHireDate) {
      return false;
    }
    const hired = new Date(facts.user.employeeHireDate);
    return !Number.isNaN(hired.getTime()) && dayOf(hired) > dayOf(asOf);
  },
});

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
