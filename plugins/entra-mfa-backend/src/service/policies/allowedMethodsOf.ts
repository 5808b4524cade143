import type { AllowedMethods } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { MethodsReach } from '../../assess/policies/MethodsReach';
import { loadMethodsPolicy } from '../../evaluate/loadMethodsPolicy';
import type { Snapshot, SnapshotView } from '../../store/asOf/types';
import { readGroupsOf } from '../../store/evaluate/readGroupsOf';
import type { ReadContext } from '../types';

/** Which of a person's methods the methods policy allows at a snapshot; null where it was not read. */
export async function allowedMethodsOf(
  { knex }: ReadContext,
  { snapshot, view }: { snapshot: Snapshot; view: SnapshotView },
  person: {
    id: string;
    methods: readonly string[];
    registered: boolean | null;
    capable: boolean | null;
  },
): Promise<AllowedMethods | null> {
  const { tenantId } = view;
  const loaded = await loadMethodsPolicy(knex, tenantId, {
    dataSets: JSON.parse(snapshot.dataSets),
  });
  if (!loaded) {
    return null;
  }
  const { policy, membersVersion: version } = loaded;
  const { id } = person;
  const groups =
    version === null
      ? null
      : await readGroupsOf(knex, {
          tenantId,
          dataSet: 'policy-group-members',
          version,
          from: id,
          to: id,
        });
  const subject = { objectId: id, groups: groups && (groups.get(id) ?? []) };
  return new MethodsReach(policy).of(subject, person);
}
