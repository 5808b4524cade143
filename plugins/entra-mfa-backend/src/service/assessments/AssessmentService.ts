import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  assessmentActions,
  type Assessment,
  type AssessmentAction,
  type AssessmentResult,
  type Assessments,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { canonicalJson, fingerprintOf } from '@entra-mfa/evidence';
import { countMetThroughout } from '../../assess/assessments/controlOverPeriod';
import {
  lastFullQuarter,
  refusePeriod,
  type Period,
} from '../../assess/assessments/period';
import {
  assessmentState,
  refuseStep,
  type AssessmentParties,
} from '../../assess/assessments/refuseStep';
import { controlKey } from '../../assess/controls/framework';
import { changeDraft } from '../../store/assessments/changeDraft';
import { insertComment } from '../../store/assessments/insertComment';
import { keepResult } from '../../store/assessments/keepResult';
import {
  countPins,
  isAuditorOf,
  readAssessment,
  readAssessments,
  type StoredAssessment,
} from '../../store/assessments/readAssessments';
import { replaceAuditors } from '../../store/assessments/replaceAuditors';
import { startAssessment } from '../../store/assessments/startAssessment';
import { supersede } from '../../store/assessments/supersede';
import { takeStep, type NewStep } from '../../store/assessments/takeStep';
import { throwRefusal } from '../exceptions/throwRefusal';
import { readTenantRefs } from '../readTenantRefs';
import type { Found } from '../Snapshots';
import type { BodyOf, QueryOf, ReadContext } from '../types';
import { computeResult } from './computeResult';
import { readAssessmentParties } from './readAssessmentParties';
import { controlsOf, toAssessment, toListed } from './toAssessment';
import type { ActingAssessmentAccess, AssessmentAccess } from './types';

/** How many the list has: a tenant has a few in a year. */
const MOST_LISTED = 200;

/** Which assessment; without a tenant, of the first. */
interface Key {
  number: number;
  tenant?: string;
}

/** What is taken with a step. */
type Also = Parameters<typeof takeStep>[3];

/** Assessments: prepared by one, approved by another, and frozen then. It trusts the access that it is given. */
export class AssessmentService {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
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

  async get(key: Key, access: AssessmentAccess): Promise<Assessment> {
    return this.#tell(await this.#find(key, access), access);
  }

  async start(
    body: BodyOf<'startAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock, snapshots } = this.#context;
    await snapshots.tenantToActOn(body.tenant);
    const { view } = await this.#published(body.tenant);
    const { tenantId } = view;
    const now = clock.now();
    const quarter = lastFullQuarter(now);
    const period = this.#periodOf(body, quarter);
    const [framework] = this.#context.frameworks;
    if (body.supersedes !== undefined) {
      const earlier = await this.#find(
        { number: body.supersedes, tenant: tenantId },
        access,
      );
      this.#refuse('supersede', earlier, access, null);
    }
    const isQuarter = period.from === quarter.from && period.to === quarter.to;
    const number = await startAssessment(
      knex,
      {
        tenant_id: tenantId,
        title:
          body.title ??
          (isQuarter ? quarter.title : `${period.from} – ${period.to}`),
        ...daysOf(period),
        controls: JSON.stringify(
          this.#controlsOf(
            body.controls ??
              framework.controls.map(control => controlKey(framework, control)),
          ),
        ),
        supersedes: body.supersedes ?? null,
        prepared_by: access.userRef,
        prepared_at: now,
      },
      refsOf(body.auditors ?? []),
    );
    if (number === null) {
      throw new ConflictError(
        'Somebody else started an assessment at the same moment: try again',
      );
    }
    return this.get({ number, tenant: tenantId }, access);
  }

  async change(
    key: Key,
    { auditors, ...change }: BodyOf<'changeAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const stored = await this.#findToActOn(key, access);
    const { row } = stored;
    const of = { tenantId: row.tenant_id, assessment: row.assessment };
    const refs = auditors && refsOf(auditors);
    if (Object.values(change).every(value => value === undefined)) {
      if (!refs) {
        throw new InputError(
          'Nothing is to be changed: give a title, from, to, controls or auditors',
        );
      }
      this.#refuse('assign', stored, access, null);
      await knex.transaction(trx =>
        replaceAuditors(trx, of, refs, clock.now()),
      );
      return this.get(key, access);
    }
    this.#refuse('change', stored, access, null);
    const period = this.#periodOf(change, {
      from: row.from_day,
      to: row.to_day,
    });
    const changed = {
      title: change.title ?? row.title,
      ...daysOf(period),
      controls: JSON.stringify(
        this.#controlsOf(change.controls ?? controlsOf(row)),
      ),
    };
    return this.#take(
      stored,
      access,
      { kind: 'changed', note: null },
      async trx => {
        await changeDraft(trx, of, changed);
        if (refs) {
          await replaceAuditors(trx, of, refs, clock.now());
        }
      },
    );
  }

  async submit(
    key: Key,
    { note }: BodyOf<'submitAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const stored = await this.#findToActOn(key, access);
    this.#refuse('submit', stored, access, null);
    const { row } = stored;
    const result = await this.#compute(stored);
    return this.#take(
      stored,
      access,
      { kind: 'submitted', note: note ?? null },
      (trx, step) =>
        keepResult(
          trx,
          { tenantId: row.tenant_id, assessment: row.assessment },
          {
            step,
            controls: result.controls.length,
            met_throughout: countMetThroughout(result.controls),
            content: Buffer.from(canonicalJson(result)).toString('utf8'),
            fingerprint: fingerprintOf(result),
          },
          result.snapshots,
        ),
    );
  }

  async decide(
    key: Key,
    { decision, note, step }: BodyOf<'decideAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const stored = await this.#findToActOn(key, access);
    const { row, steps } = stored;
    const { tenant_id: tenantId, assessment, supersedes } = row;
    const found = await this.#published(tenantId);
    this.#refuse(
      decision === 'approved' ? 'approve' : 'return',
      stored,
      access,
      await readAssessmentParties(knex, found, steps, access.userRef),
    );
    if (decision === 'returned' && note === undefined) {
      throw new InputError(
        "Parameter 'note' is missing: say why it is returned, so that it can be mended",
      );
    }
    if (steps.findLast(({ kind }) => kind === 'submitted')?.step !== step) {
      throw new ConflictError(
        'It was submitted anew since you looked at it: load the page again and look at what it says now',
      );
    }
    return this.#take(
      stored,
      access,
      { kind: decision, note: note ?? null },
      async trx => {
        if (decision === 'returned' || supersedes === null) return;
        const newer = { assessment, by: access.userRef, at: clock.now() };
        if (
          !(await supersede(trx, { tenantId, assessment: supersedes }, newer))
        ) {
          throw new ConflictError(
            `Another assessment took the place of number ${supersedes} meanwhile: return this one, and start one that supersedes that`,
          );
        }
      },
    );
  }

  async comment(
    key: Key,
    { text, control }: BodyOf<'commentAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const stored = await this.#find(key, access);
    this.#refuse('comment', stored, access, null);
    const { row } = stored;
    if (control !== undefined && !controlsOf(row).includes(control)) {
      throw new InputError(
        `Parameter 'control' is wrong: ${control} is no control of this assessment`,
      );
    }
    await insertComment(
      knex,
      { tenantId: row.tenant_id, assessment: row.assessment },
      {
        control: control ?? null,
        text,
        by: access.userRef,
        at: clock.now(),
      },
    );
    return this.get(key, access);
  }

  async #take(
    { row }: StoredAssessment,
    access: ActingAssessmentAccess,
    step: Pick<NewStep, 'kind' | 'note'>,
    also: Also,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const { tenant_id: tenantId, assessment, revision } = row;
    const isTaken = await takeStep(
      knex,
      { tenantId, assessment, revision },
      { ...step, by: access.userRef, at: clock.now() },
      also,
    );
    if (!isTaken) {
      throw new ConflictError(
        'Somebody else was faster: load the page again and look at what was done',
      );
    }
    return this.get({ number: assessment, tenant: tenantId }, access);
  }

  /** @param parties - null where it does not matter who it is */
  #refuse(
    action: AssessmentAction,
    stored: StoredAssessment,
    access: ActingAssessmentAccess,
    parties: AssessmentParties | null,
  ): void {
    throwRefusal(
      refuseStep(
        action,
        assessmentState(stored.steps),
        access,
        parties ?? nobodyElse(access.userRef),
        this.#context.config.fourEyes.unidentifiedMayDecide,
      ),
    );
  }

  async #findToActOn(
    key: Key,
    access: AssessmentAccess,
  ): Promise<StoredAssessment> {
    await this.#context.snapshots.tenantToActOn(key.tenant);
    return this.#find(key, access);
  }

  /** One that the caller may not read is not told apart from none. */
  async #find(
    { number, tenant }: Key,
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
      result: kept ? JSON.parse(kept.content) : await this.#compute(stored),
      fingerprint: kept?.fingerprint ?? null,
      pins: isOpen ? { items: [], snapshots: 0 } : await countPins(knex, key),
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
            await this.#published(tenantId),
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

  #compute({ row }: StoredAssessment): Promise<AssessmentResult> {
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

  #periodOf(given: Partial<Period>, otherwise: Period): Period {
    const period = {
      from: given.from ?? otherwise.from,
      to: given.to ?? otherwise.to,
    };
    throwRefusal(refusePeriod(period, this.#context.clock.now()));
    return period;
  }

  #controlsOf(keys: readonly string[]): string[] {
    const known = new Set(
      this.#context.frameworks.flatMap(framework =>
        framework.controls.map(control => controlKey(framework, control)),
      ),
    );
    const wrong = keys.find(key => !known.has(key));
    if (wrong !== undefined) {
      throw new InputError(
        `Parameter 'controls' is wrong: there is no control ${wrong} here; GET /v1/controls lists those of each framework`,
      );
    }
    return [...known].filter(key => keys.includes(key));
  }

  /** The newest snapshot, read as a past one. */
  async #published(tenant: string | undefined): Promise<Found> {
    const { snapshot, view } = await this.#context.snapshots.readPublished(
      { tenant },
      async found => found,
    );
    return { snapshot, view: { ...view, newest: false } };
  }
}

function nameOf(
  tenantId: string,
  tenants: readonly { id: string; name: string }[],
) {
  const name = tenants.find(({ id }) => id === tenantId)?.name ?? tenantId;
  return { id: tenantId, name };
}

function daysOf({ from, to }: Period) {
  return {
    kind: from === to ? ('day' as const) : ('period' as const),
    from_day: from,
    to_day: to,
  };
}

function refsOf(refs: readonly string[]): string[] {
  return [...new Set(refs.map(ref => ref.toLowerCase()))];
}

function nobodyElse(userRef: string): AssessmentParties {
  const actor = { userRef, objectIds: [], addresses: [], isKnown: false };
  return { actor, preparers: [] };
}
