import { ConflictError, InputError } from '@backstage/errors';
import type {
  Assessment,
  AssessmentAction,
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
import type { StoredAssessment } from '../../store/assessments/readAssessments';
import { replaceAuditors } from '../../store/assessments/replaceAuditors';
import { startAssessment } from '../../store/assessments/startAssessment';
import { supersede } from '../../store/assessments/supersede';
import { takeStep, type NewStep } from '../../store/assessments/takeStep';
import { throwRefusal } from '../exceptions/throwRefusal';
import type { BodyOf, ReadContext } from '../types';
import type { AssessmentReader } from './AssessmentReader';
import { nobodyElse, readAssessmentParties } from './readAssessmentParties';
import { controlsOf } from './toAssessment';
import type {
  ActingAssessmentAccess,
  AssessmentAccess,
  AssessmentKey,
} from './types';

/** What is taken with a step. */
type Also = Parameters<typeof takeStep>[3];

/** Assessments: prepared by one, approved by another, and frozen then. It trusts the access that it is given. */
export class AssessmentService {
  readonly #context: ReadContext;
  readonly #reader: AssessmentReader;

  constructor(context: ReadContext, reader: AssessmentReader) {
    this.#context = context;
    this.#reader = reader;
  }

  async start(
    body: BodyOf<'startAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock, snapshots } = this.#context;
    await snapshots.tenantToActOn(body.tenant);
    const { view } = await this.#context.snapshots.published(body.tenant);
    const { tenantId } = view;
    const now = clock.now();
    const quarter = lastFullQuarter(now);
    const period = this.#periodOf(body, quarter);
    const [framework] = this.#context.frameworks;
    if (body.supersedes !== undefined) {
      const earlier = await this.#reader.find(
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
    return this.#reader.get({ number, tenant: tenantId }, access);
  }

  async change(
    key: AssessmentKey,
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
      return this.#reader.get(key, access);
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
    key: AssessmentKey,
    { note }: BodyOf<'submitAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const stored = await this.#findToActOn(key, access);
    this.#refuse('submit', stored, access, null);
    const { row } = stored;
    const result = await this.#reader.compute(stored);
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
    key: AssessmentKey,
    { decision, note, step }: BodyOf<'decideAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const stored = await this.#findToActOn(key, access);
    const { row, steps } = stored;
    const { tenant_id: tenantId, assessment, supersedes } = row;
    const found = await this.#context.snapshots.published(tenantId);
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
    key: AssessmentKey,
    { text, control }: BodyOf<'commentAssessment'>,
    access: ActingAssessmentAccess,
  ): Promise<Assessment> {
    const { knex, clock } = this.#context;
    const stored = await this.#reader.find(key, access);
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
    return this.#reader.get(key, access);
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
    return this.#reader.get({ number: assessment, tenant: tenantId }, access);
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
    key: AssessmentKey,
    access: AssessmentAccess,
  ): Promise<StoredAssessment> {
    await this.#context.snapshots.tenantToActOn(key.tenant);
    return this.#reader.find(key, access);
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
