import { ConflictError, InputError } from '@backstage/errors';
import type {
  Review,
  ReviewDecidedMany,
  ReviewHandedOver,
  ReviewItem,
  ReviewItems,
  Reviews,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { refuseUnidentified } from '../../assess/exceptions/refusals';
import { quarterOf } from '../../assess/reviews/reviewPeriod';
import { toDateOrNull } from '../../store/sql/instant';
import { countItems } from '../../store/reviews/countReviewItems';
import { countGiven } from '../../store/reviews/countReviewers';
import type { ItemFilter } from '../../store/reviews/itemConditions';
import { readReviewItems } from '../../store/reviews/readReviewItems';
import {
  readOpenReview,
  readReview,
  readReviews,
  type ReviewWithSnapshot,
} from '../../store/reviews/readReviews';
import { reviewStep } from '../../store/reviews/reviewStep';
import { nextCursor, placeOfCursor, type PlacePart } from '../cursor';
import { exportReview } from '../exports/exportReview';
import type { ReviewExport } from '../exports/types';
import type { Found } from '../Snapshots';
import type { BodyOf, QueryOf, ReadContext } from '../types';
import { closeWith } from './closeWith';
import { decideItems, type Deciding } from './decideItems';
import { handOverWith, handoverRefs } from './handOverWith';
import { noSuchReview } from './noSuchReview';
import { openFrom } from './openFrom';
import { throwRefusal } from '../exceptions/throwRefusal';
import { readOwnIds } from './readOwnIds';
import { refuseDueOn } from './refuseDueOn';
import { reviewersOf } from './reviewersOf';
import { askedOf, reviewView, seesAll, visibilityOf } from './reviewView';
import { scopeIn } from './scopeIn';
import { tellReview } from './tellReview';
import { tellSchedules } from './tellSchedules';
import { toReviewItems } from './toReviewItems';
import type {
  ConductAccess,
  ItemsExportQuery,
  ItemsQuery,
  ReviewAccess,
  ReviewKey,
} from './types';

const placeParts: Record<ItemsQuery['sort'], readonly PlacePart[]> = {
  privileged: ['rank', 'text', 'text'],
  name: ['text', 'text'],
  risk: ['rank', 'rank', 'text', 'text'],
};

/** Access reviews: opened, decided person by person, closed. It trusts the access that it is given. */
export class ReviewService {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  async list(
    query: QueryOf<'getReviews'>,
    access: ReviewAccess,
  ): Promise<Reviews> {
    const { knex, snapshots, clock } = this.#context;
    const place = placeOfCursor(query, ['integer']);
    const asked = await snapshots.tenantOf(query.tenant);
    const isOver = (await snapshots.disconnectedAt(asked)) !== null;
    return snapshots.read(query, async found => {
      const answer = {
        mayConduct: access.conducts && access.userRef !== null && !isOver,
        defaultTitle: quarterOf(clock.now()),
        visibility: seesAll(access) ? ('all' as const) : ('some' as const),
      };
      if (!found) {
        return {
          ...answer,
          items: [],
          open: null,
          schedules: [],
          pageInfo: { nextCursor: null },
        };
      }
      const { tenantId } = found.view;
      const { rows, next } = await readReviews(knex, tenantId, {
        before: place && Number(place.after[0]),
        limit: query.limit,
      });
      const reviews = await Promise.all(
        rows.map(row => tellReview(this.#context, row, found, access, false)),
      );
      return {
        ...answer,
        items: reviews.filter(review => isSeen(review, access)),
        open: access.conducts ? await readOpenReview(knex, tenantId) : null,
        schedules: access.conducts
          ? await tellSchedules(this.#context, found)
          : [],
        pageInfo: {
          nextCursor: nextCursor(query, 0, next === null ? null : [next]),
        },
      };
    });
  }

  async get(of: ReviewKey, access: ReviewAccess): Promise<Review> {
    return this.#context.snapshots.readPublished(of, async found => {
      const { review } = await this.#find(of.number, found, access, true);
      return review;
    });
  }

  async items(
    { number }: ReviewKey,
    query: ItemsQuery,
    access: ReviewAccess,
  ): Promise<ReviewItems> {
    const { knex, snapshots } = this.#context;
    const place = placeOfCursor(query, placeParts[query.sort]);
    if (place && place.snapshot !== number) {
      throw new InputError(
        "Parameter 'cursor' belongs to another review: start again without it",
      );
    }
    return snapshots.readPublished({ tenant: query.tenant }, async found => {
      const { row } = await this.#find(number, found, access);
      const of = reviewView(row);
      const visibility = visibilityOf(access, found.view, row);
      const request = {
        filter: filterOf(query, access),
        visibility,
        sort: query.sort,
        order: query.order,
      };
      const page = { after: place?.after ?? null, limit: query.limit };
      const [{ rows, next }, { people }, own] = await Promise.all([
        readReviewItems(knex, of, request, page),
        countItems(knex, of, request.filter, visibility),
        readOwnIds(knex, found, of, access.userRef),
      ]);
      return {
        items: await toReviewItems(this.#context, row, found, rows, {
          access,
          ownIds: own.ids,
        }),
        totalItems: people,
        visibility: seesAll(access) ? 'all' : 'some',
        pageInfo: { nextCursor: nextCursor(query, number, next) },
      };
    });
  }

  async export(
    { number }: ReviewKey,
    query: ItemsExportQuery,
    access: ReviewAccess,
  ): Promise<ReviewExport> {
    const found = await this.#context.snapshots.published(query.tenant);
    const { row, review } = await this.#find(number, found, access);
    if (!review.closed) {
      throw new ConflictError(
        `Review ${number} is open and what is decided in it can still change: close it, then export it`,
      );
    }
    return exportReview(this.#context, {
      of: reviewView(row),
      filter: filterOf(query, access),
      visibility: visibilityOf(access, found.view, row),
      names: query.names,
      openedAt: new Date(review.opened.at),
    });
  }

  async open(
    {
      tenant,
      title,
      dueOn,
      reviewers,
      scope = { kind: 'risks' },
    }: BodyOf<'openReview'>,
    access: ConductAccess,
  ): Promise<Review> {
    const found = await this.#toActOn(tenant);
    refuseDueOn(dueOn ?? null, this.#context.clock.now());
    const number = await openFrom(this.#context, found, {
      title,
      userRef: access.userRef,
      ...(await scopeIn(this.#context, found, scope)),
      reviewers: reviewersOf(reviewers),
      dueOn: dueOn ?? null,
      schedule: null,
    });
    return this.#tellNumber(number, found, access);
  }

  async decide(
    { objectId, ...key }: ReviewKey & { objectId: string },
    body: BodyOf<'decideReviewItem'>,
    access: ConductAccess,
  ): Promise<ReviewItem> {
    const { knex } = this.#context;
    const id = objectId.toLowerCase();
    const { of, row, now, ownIds } = await this.#decide(key, access, {
      ...body,
      chosen: { ids: [id] },
    });
    const { rows } = await readReviewItems(
      knex,
      of,
      { filter: { ids: [id] }, visibility: null },
      { after: null, limit: 1 },
    );
    const [item] = await toReviewItems(this.#context, row, now, rows, {
      access,
      ownIds,
    });
    return item;
  }

  async decideMany(
    key: ReviewKey,
    { ids, filter, ...body }: BodyOf<'decideReviewItems'>,
    access: ConductAccess,
  ): Promise<ReviewDecidedMany> {
    if ((ids === undefined) === (filter === undefined)) {
      throw new InputError(
        "Parameter 'ids' or 'filter' is wrong: people are named by either their object ids or a filter",
      );
    }
    const chosen = ids
      ? { ids: [...new Set(ids.map(id => id.toLowerCase()))] }
      : { filter: filterOf(filter!, access) };
    const { of, now, decided, ownLeftOut } = await this.#decide(key, access, {
      ...body,
      chosen,
      several: true,
    });
    return {
      decided,
      ownLeftOut,
      review: await this.#tellNumber(of.review, now, access),
    };
  }

  async close(
    { number, tenant }: ReviewKey,
    body: BodyOf<'closeReview'>,
    access: ConductAccess,
  ): Promise<Review> {
    const { knex, clock } = this.#context;
    const found = await this.#toActOn(tenant);
    const { tenantId } = found.view;
    const at = clock.now();
    await reviewStep(knex, { tenantId, review: number }, at, (trx, row) =>
      closeWith(trx, row ?? noSuchReview(), body, {
        userRef: access.userRef,
        at,
      }),
    );
    return this.#tellNumber(number, found, access);
  }

  async handOver(
    { number, tenant }: ReviewKey,
    body: BodyOf<'handOverReview'>,
    access: ConductAccess,
  ): Promise<ReviewHandedOver> {
    const { knex, clock } = this.#context;
    const { from, to } = handoverRefs(body);
    const found = await this.#toActOn(tenant);
    const key = { tenantId: found.view.tenantId, review: number };
    const of = reviewView((await readReview(knex, key)) ?? noSuchReview());
    const [fromIds, toIds] = await Promise.all(
      [from, to].map(async ref => (await readOwnIds(knex, found, of, ref)).ids),
    );
    const at = clock.now();
    const outcome = await reviewStep(knex, key, at, (trx, row) =>
      handOverWith(
        trx,
        row ?? noSuchReview(),
        { from, to, fromIds, toIds },
        { userRef: access.userRef, at },
      ),
    );
    return {
      ...outcome,
      review: await this.#tellNumber(number, found, access),
    };
  }

  async #decide(
    { number, tenant }: ReviewKey,
    access: ConductAccess,
    deciding: Deciding,
  ) {
    const { knex, clock, config } = this.#context;
    const now = await this.#toActOn(tenant);
    const key = { tenantId: now.view.tenantId, review: number };
    const row = (await readReview(knex, key)) ?? noSuchReview();
    const of = reviewView(row);
    const { userRef, conducts, refs } = access;
    if (
      !conducts &&
      (await countGiven(knex, of, askedOf(access, row))).items === 0
    ) {
      noSuchReview();
    }
    const own = await readOwnIds(knex, now, of, userRef);
    if (!own.isKnown && !config.fourEyes.unidentifiedMayDecide) {
      throwRefusal(refuseUnidentified);
    }
    const at = clock.now();
    const outcome = await reviewStep(knex, key, at, (trx, current) =>
      decideItems(trx, of, deciding, {
        closedAt: toDateOrNull(current!.closed_at),
        scope: row.scope_kind,
        only: conducts ? null : refs,
        ownIds: own.ids,
        userRef,
        at,
      }),
    );
    return { of, row, now, ownIds: own.ids, ...outcome };
  }

  async #toActOn(tenant: string | undefined): Promise<Found> {
    await this.#context.snapshots.tenantToActOn(tenant);
    return this.#context.snapshots.published(tenant);
  }

  /** One in which the caller may see nobody is not told apart from none. */
  async #find(
    number: number,
    found: Found,
    access: ReviewAccess,
    alone = false,
  ): Promise<{ row: ReviewWithSnapshot; review: Review }> {
    const key = { tenantId: found.view.tenantId, review: number };
    const row = (await readReview(this.#context.knex, key)) ?? noSuchReview();
    const review = await tellReview(this.#context, row, found, access, alone);
    return isSeen(review, access) ? { row, review } : noSuchReview();
  }

  /** To who took a step in it. */
  async #tellNumber(
    review: number,
    found: Found,
    access: ReviewAccess,
  ): Promise<Review> {
    const { tenantId } = found.view;
    const row =
      (await readReview(this.#context.knex, { tenantId, review })) ??
      noSuchReview();
    return tellReview(this.#context, row, found, access, true);
  }
}

function filterOf(
  {
    reason,
    decision,
    q,
    reviewer,
  }: Pick<ItemsQuery, 'reason' | 'decision' | 'q'> &
    Partial<Pick<ItemsQuery, 'reviewer'>>,
  { refs }: ReviewAccess,
): ItemFilter {
  return {
    ...{ reason, decision, q },
    ...(reviewer === 'me' && { assignedTo: refs }),
    ...(reviewer === 'nobody' && { unassigned: true }),
  };
}

function isSeen({ counts }: Review, access: ReviewAccess): boolean {
  return seesAll(access) || counts.items > 0;
}
