import { findingsOf, valueOf } from './differenceOfOscal';
import type { AssessmentStatement } from './assessmentSchemas';

/**
 * Null where the OSCAL of a period says of controls what the assessment does, otherwise what is another. A control is
 * satisfied only where it was met on every day on which it applied.
 */
export function differenceOfAssessedOscal(
  document: unknown,
  controls: AssessmentStatement['result']['controls'],
): string | null {
  const findings = findingsOf(document);
  if (!findings) {
    return 'it has another form';
  }
  const inScope = controls.filter(({ worst }) => worst.status !== 'disabled');
  const said = findings.map(finding => valueOf(finding, 'control'));
  const those = (some: readonly string[]) => [...some].sort().join('\n');
  if (those(said) !== those(inScope.map(({ control }) => control))) {
    return 'it has other controls';
  }
  const other = findings.find(finding => {
    const key = valueOf(finding, 'control');
    const { status } = inScope.find(({ control }) => control === key)!.worst;
    return (
      valueOf(finding, 'status') !== status ||
      finding.target.status.state !==
        (status === 'met' ? 'satisfied' : 'not-satisfied')
    );
  });
  return other ? `the status of ${valueOf(other, 'control')} is another` : null;
}
