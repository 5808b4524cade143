import { NotFoundError } from '@backstage/errors';
import {
  assessmentActions,
  type Assessment,
  type AssessmentAction,
  type AssessmentResult,
  type Assessments,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { lastFullQuarter } from '../../assess/assessments/period';
import {
  assessmentState,
  refuseStep,
} from '../../assess/assessments/refuseStep';
import {
  countPins,
  isAuditorOf,
  readAssessment,
  readAssessments,
  type StoredAssessment,
} from '../../store/assessments/readAssessments';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { readTenantRefs } from '../readTenantRefs';
import type { QueryOf, ReadContext } from '../types';
import { computeResult } from './computeResult';
import { nobodyElse, readAssessmentParties } from './readAssessmentParties';
import { controlsOf, toAssessment, toListed } from './toAssessment';
import type { AssessmentAccess, AssessmentKey } from './types';

/** How many the list has: a tenant has a few in a year. */
const MOST_LISTED = 200;

type Context = ReadContext & { evidence: EvidenceLogs };

/** Tells assessments to who may read them. It trusts the access that it is given. */
export class AssessmentReader {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async list(
    { tenant }: QueryOf<'getAssessments'>,
    access: AssessmentAccess,
  ): Promise<Assessments> {
    const { knex, clock, snapshots } = this.#context;
    const tenants = await readTenantRefs(this.#context);
    // An auditor sees what is assigned, of whichever tenant: they could not choose one.
    const all = !access.seesAll && tenant === undefined;
    const tenantId = await snapshots.tenantOf(tenant);
    const ids = all ? tenants.map(({ id }) => id) : [tenantId ?? []].flat();
    const listed = await readAssessments(knex, ids, {
      auditors: access.seesAll ? null : access.refs,
      limit: MOST_LISTED,
    });
    const isOver = (await snapshots.disconnectedAt(tenantId)) !== null;
    return {
      items: listed.map(one =>
        toListed(one, nameOf(one.row.tenant_id, tenants)),
      ),
      visibility: access.seesAll ? 'all' : 'assigned',
      mayPrepare: access.prepares && access.userRef !== null && !isOver,
      defaults: lastFullQuarter(clock.now()),
    };
  }

  async get(key: AssessmentKey, access: AssessmentAccess): Promise<Assessment> {
    return this.#tell(await this.find(key, access), access);
  }

  /** One that the caller may not read is not told apart from none. */
  async find(
    { number, tenant }: AssessmentKey,
    access: AssessmentAccess,
  ): Promise<StoredAssessment> {
    const { knex, snapshots } = this.#context;
    const key = {
      tenantId: (await snapshots.tenantOf(tenant)) ?? '',
      assessment: number,
    };
    const isSeen =
      access.seesAll || (await isAuditorOf(knex, key, access.refs));
    const stored = isSeen && (await readAssessment(knex, key));
    if (!stored) {
      throw new NotFoundError(
        'There is no such assessment, or it is not assigned to you: GET /v1/assessments lists those that you may read',
      );
    }
    return stored;
  }

  async #tell(
    stored: StoredAssessment,
    access: AssessmentAccess,
  ): Promise<Assessment> {
    const { knex, frameworks } = this.#context;
    const { row } = stored;
    const key = { tenantId: row.tenant_id, assessment: row.assessment };
    const state = assessmentState(stored.steps);
    const isOpen = state === 'draft' || state === 'returned';
    // What an earlier submission came to is not what it says now.
    const kept = isOpen ? null : stored.result;
    const tenants = await readTenantRefs(this.#context);
    return toAssessment(stored, {
      tenant: nameOf(row.tenant_id, tenants),
      frameworks,
      result: kept ? JSON.parse(kept.content) : await this.compute(stored),
      fingerprint: kept?.fingerprint ?? null,
      pins: isOpen ? { items: [], snapshots: 0 } : await countPins(knex, key),
      key: this.#context.evidence.key,
      actions: await this.#actionsOf(stored, access),
    });
  }

  async #actionsOf(
    stored: StoredAssessment,
    access: AssessmentAccess,
  ): Promise<AssessmentAction[]> {
    const { knex, config, snapshots } = this.#context;
    const { userRef } = access;
    if (userRef === null) {
      return [];
    }
    const { tenant_id: tenantId } = stored.row;
    const state = assessmentState(stored.steps);
    const isOver = (await snapshots.disconnectedAt(tenantId)) !== null;
    const parties =
      access.approves && state === 'in-review'
        ? await readAssessmentParties(
            knex,
            await this.#context.snapshots.published(tenantId),
            stored.steps,
            userRef,
          )
        : nobodyElse(userRef);
    return assessmentActions.filter(
      action =>
        (!isOver || action === 'comment') &&
        refuseStep(
          action,
          state,
          access,
          parties,
          config.fourEyes.unidentifiedMayDecide,
        ) === null,
    );
  }

  /** What it comes to now. */
  compute({ row }: StoredAssessment): Promise<AssessmentResult> {
    return computeResult(
      this.#context.knex,
      {
        tenantId: row.tenant_id,
        from: row.from_day,
        to: row.to_day,
        controls: controlsOf(row),
      },
      this.#context.clock.now(),
    );
  }
}

function nameOf(
  tenantId: string,
  tenants: readonly { id: string; name: string }[],
) {
  const name = tenants.find(({ id }) => id === tenantId)?.name ?? tenantId;
  return { id: tenantId, name };
}
