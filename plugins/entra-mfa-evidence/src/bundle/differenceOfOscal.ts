import { z } from 'zod';
import type { EvidenceBody, EvidenceType } from '../items';

/**
 * Whose the properties are that a bundle's OSCAL adds to NIST's: `control`, `status`, `test`, `outcome` and others.
 *
 * @public
 */
export const oscalNamespace =
  'https://github.com/entra-mfa/entra-mfa-for-backstage/ns/oscal';

const told = z.object({
  props: z.array(
    z.object({
      ns: z.string().optional(),
      name: z.string(),
      value: z.string(),
    }),
  ),
});
const documentSchema = z.object({
  'assessment-results': z.object({
    results: z.tuple([
      z.object({
        observations: z.array(told),
        // OSCAL has no empty lists: where no control is in scope, there is none.
        findings: z
          .array(
            told.extend({
              target: z.object({ status: z.object({ state: z.string() }) }),
            }),
          )
          .default([]),
      }),
    ]),
  }),
});

/** What one of our properties says; empty where it is not there exactly once. */
export function valueOf({ props }: z.infer<typeof told>, name: string): string {
  const found = props.filter(
    prop => prop.ns === oscalNamespace && prop.name === name,
  );
  return found.length === 1 ? found[0].value : '';
}

/** What a bundle's OSCAL found of controls; null where it has another form. */
export function findingsOf(document: unknown) {
  const parsed = documentSchema.safeParse(document);
  return parsed.success
    ? parsed.data['assessment-results'].results[0].findings
    : null;
}

/** Whether there is one of each name, and no other. */
function areThose(found: readonly string[], names: readonly string[]) {
  return [...found].sort().join('\n') === [...names].sort().join('\n');
}

/**
 * Null where a bundle's OSCAL says of controls and tests what the items of evidence do, otherwise what is another.
 * Nothing but `met` is satisfied, and what is stale may be told so of whatever it was.
 */
export function differenceOfOscal(
  document: unknown,
  bodies: { [T in EvidenceType]?: unknown },
): string | null {
  const status = bodies['control-status'] as
    | EvidenceBody<'control-status'>
    | undefined;
  const tests = bodies['control-tests'] as
    | EvidenceBody<'control-tests'>
    | undefined;
  if (!status || !tests) {
    return 'there is no evidence of controls';
  }
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) {
    return 'it has another form';
  }
  const [{ findings, observations }] =
    parsed.data['assessment-results'].results;
  const inScope = Object.entries(status.controls).filter(
    ([, control]) => control.status !== 'disabled',
  );
  const found = findings.map(finding => valueOf(finding, 'control'));
  if (
    !areThose(
      found,
      inScope.map(([key]) => key),
    )
  ) {
    return 'it has other controls';
  }
  const other = findings.find(finding => {
    const said = valueOf(finding, 'status');
    const { state } = finding.target.status;
    const held = status.controls[valueOf(finding, 'control')].status;
    return (
      (said !== held && said !== 'stale') ||
      state !== (said === 'met' ? 'satisfied' : 'not-satisfied')
    );
  });
  if (other) {
    return `the status of ${valueOf(other, 'control')} is another`;
  }
  const observed = observations.map(one => valueOf(one, 'test'));
  if (!areThose(observed, Object.keys(tests.tests))) {
    return 'it has other tests';
  }
  const otherTest = observations.find(
    one =>
      valueOf(one, 'outcome') !== tests.tests[valueOf(one, 'test')].outcome,
  );
  return otherTest
    ? `the outcome of ${valueOf(otherTest, 'test')} is another`
    : null;
}
