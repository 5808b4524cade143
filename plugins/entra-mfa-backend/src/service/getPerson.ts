import { NotFoundError } from '@backstage/errors';
import type {
  ChangeKind,
  PersonDetail,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { UserBody } from '../collectors/types';
import { readExemptions } from '../store/exceptions/readExemptions';
import { readErasure } from '../store/erase/readErasure';
import { toDate } from '../store/sql/instant';
import { isInNewest } from '../store/read/isInNewest';
import { readDirectTeams } from '../store/read/readDirectTeams';
import { readEntityRefs } from '../store/read/readEntityRefs';
import { readKeptFrom } from '../store/asOf/keptFrom';
import { readBeginning } from '../store/asOf/readSnapshot';
import type { RecordVersion } from '../store/read/readRecordVersions';
import { readTenantCounts } from '../store/read/readCounts';
import { readLastSignIn } from '../store/read/readLastSignIn';
import { readToldOf } from '../store/reminders/readToldOf';
import { readPerson } from '../store/read/readPerson';
import {
  readPersonHistory,
  type PersonVersion,
} from '../store/read/readPersonHistory';
import { readStepKinds } from './changes/readStepKinds';
import { allowedMethodsOf } from './policies/allowedMethodsOf';
import { askedOf } from './policies/askedOf';
import { attemptsIn } from './attemptsIn';
import { devicesIn, withoutOtherOwners } from './devicesIn';
import { entraGroupsAt, groupsOfPerson } from './entraGroupsAt';
import { explainPerson } from './explainPerson';
import { toSnapshotRef } from './figures';
import { heldRolesOf, roleIdsIn } from './heldRolesOf';
import { gapsOfPerson } from './remediation/gapsOfPerson';
import { readPersonRecords } from './readPersonRecords';
import { readRoleNames } from './readRoleNames';
import { readTenantRefs } from './readTenantRefs';
import { riskIn } from './riskIn';
import { namedExemption } from './exceptions/namedExemption';
import { scopeGroupsOf } from './scopeGroupsOf';
import { signInsKnown } from './signInsKnown';
import { toPerson } from './toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

/** One person: why they are counted as they are, the rows behind it, and their history. */
export async function getPerson(
  context: ReadContext,
  { tenant, id }: { tenant: string; id: string },
  query: QueryOf<'getPerson'>,
  access: PeopleAccess,
): Promise<PersonDetail> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);

  return snapshots.readPublished({ tenant, ...query }, async found => {
    const { snapshot, view } = found;
    const objectId = id.toLowerCase();
    const row =
      access.kind !== 'none' &&
      (await readPerson(
        knex,
        view,
        objectId,
        access.kind === 'some' ? access.criteria : null,
      ));
    if (!row) {
      throw new NotFoundError(
        'There is no such person at that time, or you may not see them: your policy on entra-mfa.people.read decides whom you see',
      );
    }
    const entityRefs = await readEntityRefs(knex, view, [row]);
    const [present, erasure] = await Promise.all([
      isInNewest(knex, view, objectId),
      readErasure(knex, row, snapshot.at),
    ]);
    const [counts, teams, records, history, kinds, exemptions, told] =
      await Promise.all([
        readTenantCounts(knex, view),
        readDirectTeams(knex, view, [objectId]),
        readPersonRecords(
          knex,
          snapshot,
          view.tenantId,
          row,
          entityRefs.get(objectId) ?? [],
        ),
        readPersonHistory(
          knex,
          view,
          objectId,
          access.kind === 'some' ? access.criteria : null,
        ),
        readStepKinds(knex, view, objectId),
        readExemptions(knex, view.tenantId, [row.exception_id]),
        readToldOf(
          knex,
          {
            tenantId: view.tenantId,
            upTo: view.newest ? context.clock.now() : snapshot.at,
          },
          objectId,
        ),
      ]);
    const names = await readRoleNames(
      knex,
      view.tenantId,
      snapshot,
      roleIdsIn(records),
    );
    const roles = heldRolesOf(
      snapshot,
      counts?.roles,
      objectId,
      records,
      names,
    );
    const exemption = await namedExemption(
      context,
      found,
      exemptions.get(row.exception_id ?? ''),
    );
    const person = toPerson(
      row,
      teams.get(objectId),
      exemption,
      await readBeginning(knex, view.tenantId),
    );
    return {
      snapshot: toSnapshotRef(snapshot),
      tenant: tenants.find(ref => ref.id === view.tenantId)!,
      person,
      ...(!present && { left: true }),
      ...(erasure && {
        erased: {
          at: toDate(erasure.erased_at).toISOString(),
          by: erasure.erased_by,
          reason: erasure.reason,
        },
      }),
      roles,
      asked: await askedOf(
        context,
        found,
        {
          objectId,
          user: userOf(records),
          roles,
          methods: person.tier === null ? null : person.methods,
        },
        access,
      ),
      allowedMethods: await allowedMethodsOf(context, found, person),
      attempts: attemptsIn(snapshot, records),
      risk: riskIn(snapshot, records),
      devices: devicesIn(snapshot, records),
      groups: await groupsOfPerson(
        knex,
        entraGroupsAt(context, found),
        objectId,
      ),
      lastSignIn: signInsKnown(context, found, query, access)
        ? await readLastSignIn(knex, view.tenantId, objectId)
        : null,
      ...explainPerson(
        snapshot,
        row,
        records,
        roles,
        exemption ?? null,
        await scopeGroupsOf(knex, found, objectId),
      ),
      records: records.map(record => ({
        dataSet: record.dataSet,
        key: record.key,
        run: record.run,
        readAt: record.readAt.toISOString(),
        body: withoutOtherOwners(record),
      })),
      reminders: told.map(({ at, campaignId, title }) => ({
        at: at.toISOString(),
        campaign: { id: campaignId, title },
      })),
      gaps: gapsOfPerson(history, {
        isWhole: access.kind === 'all',
        peopleFrom: (await readKeptFrom(knex, view.tenantId)).people_from,
      }),
      history: history.map((version, index) => ({
        ...toHistory(version),
        kind: kindOf(version, history[index + 1], kinds),
      })),
    };
  });
}

/** What the directory had of the person. */
function userOf(
  records: readonly RecordVersion[],
): Pick<UserBody, 'userType'> | null {
  const record = records.find(({ dataSet }) => dataSet === 'users');
  return (record?.body as UserBody | undefined) ?? null;
}

/** How a version changed what was before it, which is told only with what was before it. */
function kindOf(
  { row }: PersonVersion,
  before: PersonVersion | undefined,
  kinds: ReadonlyMap<number, ChangeKind>,
): ChangeKind | null {
  const kind = kinds.get(row.from_snapshot) ?? null;
  return kind === 'joined' || before?.row.to_snapshot === row.from_snapshot
    ? kind
    : null;
}

function toHistory({
  row,
  from,
  to,
  rulesVersion,
}: PersonVersion): Omit<PersonDetail['history'][number], 'kind'> {
  const { state, reason, tier, registered, capable, methods } = toPerson(
    row,
    undefined,
  );
  return {
    snapshot: row.from_snapshot,
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
    state,
    reason,
    tier,
    registered,
    capable,
    methods,
    rulesVersion,
  };
}
