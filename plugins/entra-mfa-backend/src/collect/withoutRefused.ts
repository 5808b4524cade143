import type { OrganizationBody } from '../collectors/types';
import { showsNoEligibility } from '../graph/missingLicence';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { NOTHING, type SnapshotDataSet } from '../store/sql/tables';
import type { ReadResult } from './readAll';

/**
 * The stand without what the tenant no longer gives: what was read of roles before a permission or a
 * licence was lost is not known any more. What merely failed stays as it was read last.
 *
 * Without Entra ID P2 or Governance nobody can be eligible, so that nothing is unknown: the data set is
 * empty then. That the tenant's plans say, whatever Graph refuses with; where they are not told, Graph's
 * word for the missing licence is taken.
 *
 * @param organization - null while it is not known
 * @param now - the run that was refused, and when
 */
export function withoutRefused(
  stand: DataSetVersions,
  { missing }: ReadResult,
  organization: OrganizationBody | null,
  now: Pick<SnapshotDataSet, 'readRun' | 'readAt'>,
): DataSetVersions {
  const dataSets = { ...stand.dataSets };
  for (const { collector, explanation } of missing) {
    const { id, optional, onlyWhileGiven } = collector;
    const isRefused =
      explanation.outcome === 'skipped' ||
      (optional === 'always' && onlyWhileGiven !== 'until-refused');
    // What was read before somebody switched it off is as old as that, and never gets newer.
    const isSwitchedOff = explanation.problem.code === 'switched-off';
    if (isSwitchedOff || (isRefused && onlyWhileGiven)) {
      delete dataSets[id];
    }
    const saysNoLicence =
      explanation.problem.code === 'no-licence' &&
      organization !== null &&
      organization.premium !== 'P2';
    if (
      !isSwitchedOff &&
      optional === 'licence' &&
      (saysNoLicence || showsNoEligibility(organization?.premium))
    ) {
      dataSets[id] = { version: NOTHING, ...now };
    }
  }
  return { ...stand, dataSets };
}
