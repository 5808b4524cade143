import { NotFoundError } from '@backstage/errors';
import type {
  EntityOwners,
  OwnerAtRisk,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RuleSettings } from '../../assess/types';
import { readBeginning } from '../../store/asOf/readSnapshot';
import { readOwners } from '../../store/read/reach/readOwners';
import { readOwnersAtRisk } from '../../store/read/reach/readOwnersAtRisk';
import { readService } from '../../store/read/reach/readService';
import type { PersonRow } from '../../store/sql/tables';
import { toSnapshotRef } from '../figures';
import { readFreshness } from '../readFreshness';
import { readTenantRefs } from '../readTenantRefs';
import { toPerson } from '../toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { figuresFor } from './figuresFor';
import { hiddenOwners } from './hiddenOwners';
import { toOwnedEntity } from './toOwnedEntity';

/** More names than a card shows; the figure says how many there are. */
const PEOPLE = 50;

/** Who owns an entity: how many of them are not covered, and who, as far as the caller may see. */
export async function getEntityOwners(
  context: ReadContext,
  entityRef: string,
  query: QueryOf<'getEntityOwners'>,
  access: PeopleAccess,
): Promise<EntityOwners> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  return snapshots.readPublished(query, async ({ snapshot, view }) => {
    const service = await readService(knex, view, entityRef);
    if (!service) {
      throw new NotFoundError(
        `The catalog named no owner of ${entityRef} when it was read at ${snapshot.at.toISOString()}`,
      );
    }
    const set = service.owner_set;
    const [owners, hidden, people, freshness] = await Promise.all([
      readOwners(knex, view, [set]),
      hiddenOwners(context, view, access),
      access.kind === 'none'
        ? []
        : readOwnersAtRisk(
            knex,
            view,
            set,
            access.kind === 'some' ? access.criteria : null,
            PEOPLE,
          ),
      readFreshness(context, view.tenantId, snapshot, query.at),
    ]);
    const beginning = await readBeginning(knex, view.tenantId);
    const figureOf = await figuresFor(
      context,
      view,
      { rows: [service], owners, hidden },
      access,
    );
    return {
      tenant: tenants.find(({ id }) => id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      freshness,
      basis: (JSON.parse(snapshot.settings) as RuleSettings).basis,
      entity: toOwnedEntity(service),
      owners: owners.map(({ ref, title, is_person }) => ({
        ref,
        title,
        found: title !== null || is_person,
      })),
      figure: figureOf(service),
      people: people.map(row => toOwnerAtRisk(row, beginning)),
      visibility: access.kind,
    };
  });
}

function toOwnerAtRisk(row: PersonRow, beginning: Date | null): OwnerAtRisk {
  const person = toPerson(row, undefined, undefined, beginning);
  const { tenant, id, displayName, entityRef, state, since, sinceFirstRead } =
    person;
  return {
    tenant,
    id,
    displayName,
    entityRef,
    state,
    phoneOnly: person.marks.includes('phone-only'),
    privileged: person.privileged,
    since,
    ...(sinceFirstRead && { sinceFirstRead }),
  };
}
