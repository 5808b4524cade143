import type { ControlResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The results that decide: those that are missed, else those that could not run, else the first. */
export function decidingOf(
  results: readonly ControlResult[],
): readonly ControlResult[] {
  const of = (wanted: ControlResult['outcome']) =>
    results.filter(({ outcome }) => outcome === wanted);
  return (
    [of('not-met'), of('not-evaluated'), results.slice(0, 1)].find(
      ({ length }) => length > 0,
    ) ?? []
  );
}
