import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  exceptionStates,
  type Exception,
  type ExceptionAction,
  type Exceptions,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { randomUUID } from 'crypto';
import { dayOf, daysAfter } from '../../assess/exceptions/days';
import {
  refuseMore,
  refuseStep,
  refuseUntil,
} from '../../assess/exceptions/refusals';
import { countOpenRequests } from '../../store/exceptions/countOpenRequests';
import { decideException } from '../../store/exceptions/decideException';
import { endException } from '../../store/exceptions/endException';
import { insertException } from '../../store/exceptions/insertException';
import { readException } from '../../store/exceptions/readException';
import {
  countExceptions,
  countFoundExceptions,
  readExceptions,
  seesException,
  type ExceptionsRequest,
} from '../../store/exceptions/readExceptions';
import { toExceptionFacts } from '../../store/exceptions/toExceptionFacts';
import { withdrawException } from '../../store/exceptions/withdrawException';
import type { ExceptionRow } from '../../store/sql/tables';
import { nextCursor, placeOfCursor } from '../cursor';
import { toSnapshotRef } from '../figures';
import type { Found } from '../Snapshots';
import { readTenantRefs } from '../readTenantRefs';
import { timeOf } from '../timeOf';
import type { BodyOf, QueryOf, ReadContext } from '../types';
import { requestReassessment } from './requestReassessment';
import { readParties } from './readParties';
import { resolveSubject } from './resolveSubject';
import { toExceptions } from './toExceptions';
import { throwRefusal } from './throwRefusal';
import type { ActingAccess, ExceptionAccess } from './types';
import { sightOf, visibilityOf } from './visibilityOf';

type Context = ReadContext & {
  logger: LoggerService;
  exceptionStepTaken(tenantId: string): void;
};

/** As of when something is told. */
type Moment = Pick<ExceptionsRequest, 'at' | 'isNow'>;

/** Exceptions: asked for by one, decided by another. It trusts the access that it is given. */
export class ExceptionService {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async list(
    query: QueryOf<'getExceptions'>,
    access: ExceptionAccess,
  ): Promise<Exceptions> {
    const { knex, snapshots } = this.#context;
    const place = placeOfCursor(
      query,
      query.sort === 'requested' ? ['instant', 'text'] : ['text', 'text'],
    );
    const asOf = { ...query, snapshot: place?.snapshot };
    const tenantId = await snapshots.tenantOf(query.tenant);
    const isOver = (await snapshots.disconnectedAt(tenantId)) !== null;
    return snapshots.read(asOf, async found => {
      if (!found) {
        return {
          ...this.#nothing(access, isOver),
          snapshot: null,
          ...(query.count && { totalItems: 0 }),
        };
      }
      const moment = this.#momentOf(query.at);
      const request = {
        ...moment,
        visibility: visibilityOf(access),
        states: query.state,
        person: query.person?.toLowerCase(),
        ...(query.q && { named: { q: query.q, sight: sightOf(access) } }),
        sort: query.sort,
        order: query.order,
      };
      const [{ rows, next }, states, totalItems] = await Promise.all([
        readExceptions(knex, found.view, request, {
          after: place && [place.after[0], String(place.after[1])],
          limit: query.limit,
        }),
        countExceptions(knex, found.view, request),
        query.count
          ? countFoundExceptions(knex, found.view, request)
          : undefined,
      ]);
      return {
        ...this.#nothing(access, isOver),
        snapshot: toSnapshotRef(found.snapshot),
        items: await toExceptions(this.#context, found, rows, {
          access,
          ...moment,
          isNow: moment.isNow && !isOver,
        }),
        ...(totalItems !== undefined && { totalItems }),
        states,
        pageInfo: {
          nextCursor: nextCursor(query, found.view.snapshot, next),
        },
      };
    });
  }

  async get(
    id: string,
    query: QueryOf<'getException'>,
    access: ExceptionAccess,
  ): Promise<Exception> {
    const row = await this.#find(id);
    const asOf = { tenant: row.tenant_id, ...query };
    return this.#context.snapshots.readPublished(asOf, found =>
      this.#tell(found, row, access, query.at),
    );
  }

  async request(
    { tenant, subject: asked, reason, until }: BodyOf<'requestException'>,
    access: ActingAccess,
  ): Promise<Exception> {
    const { knex, clock, config } = this.#context;
    const now = clock.now();
    throwRefusal(refuseUntil(until, now, config.exceptions.maximumDays));
    await this.#context.snapshots.tenantToActOn(tenant);
    const found = await this.#context.snapshots.published(tenant);
    const { tenantId } = found.view;
    const own = { tenantId, requestedBy: access.userRef };
    const open = await countOpenRequests(knex, own, now);
    throwRefusal(refuseMore(open));
    const { subject, people } = await resolveSubject(
      this.#context,
      found,
      asked,
      access,
    );
    const id = randomUUID();
    await insertException(knex, {
      tenant_id: tenantId,
      exception_id: id,
      subject_kind: subject.kind,
      subject: subject.value,
      reason,
      until,
      people_asked: people,
      requested_by: access.userRef,
      requested_at: now,
    });
    this.#context.exceptionStepTaken(tenantId);
    return this.#tell(found, await this.#find(id), access, undefined);
  }

  async decide(
    id: string,
    { decision, note }: BodyOf<'decideException'>,
    access: ActingAccess,
  ): Promise<Exception> {
    const action = decision === 'approved' ? 'approve' : 'refuse';
    return this.#step(id, action, access, (of, now) =>
      decideException(this.#context.knex, of, {
        decision,
        decided_by: access.userRef,
        decided_at: now,
        decision_note: note,
      }),
    );
  }

  async end(
    id: string,
    { note }: BodyOf<'endException'>,
    access: ActingAccess,
  ): Promise<Exception> {
    return this.#step(id, 'end', access, (of, now) =>
      endException(this.#context.knex, of, {
        ended_by: access.userRef,
        ended_at: now,
        end_note: note,
      }),
    );
  }

  async withdraw(id: string, access: ActingAccess): Promise<Exception> {
    return this.#step(id, 'withdraw', access, (of, now) =>
      withdrawException(this.#context.knex, of, now),
    );
  }

  /** Takes a step where the rules let the caller, and assesses again where it changes a figure. */
  async #step(
    id: string,
    action: ExceptionAction,
    access: ActingAccess,
    take: (of: { tenantId: string; id: string }, now: Date) => Promise<boolean>,
  ): Promise<Exception> {
    const { clock, config } = this.#context;
    const row = await this.#find(id);
    const tenantId = row.tenant_id;
    const found = await this.#context.snapshots.published(tenantId);
    await this.#requireSight(found, row, access, this.#momentOf(undefined));
    await this.#context.snapshots.tenantToActOn(tenantId);
    const parties = await readParties(
      this.#context,
      found,
      row,
      access.userRef,
    );
    const refuse = (facts: ExceptionRow) =>
      refuseStep(
        action,
        toExceptionFacts(facts),
        parties,
        clock.now(),
        config.fourEyes.unidentifiedMayDecide,
      );
    throwRefusal(refuse(row));
    if (!(await take({ tenantId, id }, clock.now()))) {
      throwRefusal(refuse(await this.#find(id)));
      throw new ConflictError(
        'Somebody else was faster: load the page again and look at what was decided',
      );
    }
    if (action === 'approve' || action === 'end') {
      await requestReassessment(this.#context, tenantId);
    }
    this.#context.exceptionStepTaken(tenantId);
    return this.#tell(found, await this.#find(id), access, undefined);
  }

  async #find(id: string): Promise<ExceptionRow> {
    const { knex } = this.#context;
    const tenantIds = (await readTenantRefs(this.#context)).map(
      tenant => tenant.id,
    );
    const row = await readException(knex, tenantIds, id.toLowerCase());
    if (!row) {
      throw noSuch();
    }
    return row;
  }

  async #tell(
    found: Found,
    row: ExceptionRow,
    access: ExceptionAccess,
    at: string | undefined,
  ): Promise<Exception> {
    const moment = this.#momentOf(at);
    await this.#requireSight(found, row, access, moment);
    const over = await this.#context.snapshots.disconnectedAt(row.tenant_id);
    const [exception] = await toExceptions(this.#context, found, [row], {
      access,
      ...moment,
      isNow: moment.isNow && over === null,
    });
    return exception;
  }

  /** One that the caller may not see is not told apart from none. */
  async #requireSight(
    { view }: Found,
    row: ExceptionRow,
    access: ExceptionAccess,
    moment: Moment,
  ): Promise<void> {
    const request = { ...moment, visibility: visibilityOf(access) };
    if (
      !(await seesException(
        this.#context.knex,
        view,
        row.exception_id,
        request,
      ))
    ) {
      throw noSuch();
    }
  }

  #momentOf(at: string | undefined): Moment {
    const now = this.#context.clock.now();
    const isNow = at === undefined;
    return { at: isNow ? now : timeOf(at, now), isNow };
  }

  /** @param isOver - whether nothing can be asked for or decided any more */
  #nothing({ requests, decides, userRef }: ExceptionAccess, isOver: boolean) {
    const { clock, config } = this.#context;
    const { maximumDays, remindDaysBefore } = config.exceptions;
    const acts = userRef !== null && !isOver;
    return {
      items: [],
      states: Object.fromEntries(
        exceptionStates.map(state => [state, 0]),
      ) as Exceptions['states'],
      may: { request: requests && acts, decide: decides && acts },
      limits: {
        maximumDays,
        remindDaysBefore,
        latestUntil: daysAfter(dayOf(clock.now()), maximumDays),
      },
      pageInfo: { nextCursor: null },
    };
  }
}

function noSuch(): NotFoundError {
  return new NotFoundError(
    'There is no such exception at that time, or you may not see it: GET /v1/exceptions lists those that you may',
  );
}
