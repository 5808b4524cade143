import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readRecordVersions } from '../../store/read/readRecordVersions';
import { readTeam } from '../../store/read/readTeam';
import { teamTarget } from '../../assess/teamTarget';
import type { Found } from '../Snapshots';

/** A team as it was at a snapshot. */
export interface TeamAt {
  ref: string;
  title: string;
  targetPermille: number;
  /** Its own target, as the catalog said it; null where the configured one held. */
  ownTarget: number | null;
}

/** Reads a team as it was at a snapshot; throws `NotFoundError` where the catalog had none. */
export async function readTeamAt(
  knex: Knex,
  { snapshot, view }: Found,
  ref: string,
): Promise<TeamAt> {
  const team = await readTeam(knex, view, null, ref);
  if (!team) {
    throw new NotFoundError(
      `The catalog had no group ${ref} when it was read at ${snapshot.at.toISOString()}`,
    );
  }
  const { version } = JSON.parse(snapshot.dataSets)['catalog-groups'];
  const [record] = await readRecordVersions(
    knex,
    { tenantId: view.tenantId, dataSet: 'catalog-groups', version },
    ref,
  );
  const target = record?.body.target;
  return {
    ref,
    title: team.title,
    targetPermille: team.targetPermille,
    ownTarget: teamTarget(typeof target === 'string' ? target : null),
  };
}
