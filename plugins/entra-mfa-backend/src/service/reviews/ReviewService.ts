import { ConflictError, InputError } from '@backstage/errors';
import type {
  Review,
  ReviewDecidedMany,
  ReviewItem,
  ReviewItems,
  Reviews,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { refuseUnidentified } from '../../assess/exceptions/refusals';
import { quarterOf } from '../../assess/reviews/reviewPeriod';
import { toDateOrNull } from '../../store/sql/instant';
import {
  countItems,
  countReviewItems,
} from '../../store/reviews/countReviewItems';
import type { ItemVisibility } from '../../store/reviews/itemConditions';
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
import { noSuchReview } from './noSuchReview';
import { openFrom } from './openFrom';
import { throwRefusal } from '../exceptions/throwRefusal';
import { readOwnIds } from './readOwnIds';
import { reviewView, visibilityOf } from './reviewView';
import { toReviewItems } from './toReviewItems';
import { closedCounts, toReview } from './toReview';
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
          pageInfo: { nextCursor: null },
        };
      }
      const { tenantId } = found.view;
      const { rows, next } = await readReviews(knex, tenantId, {
        before: place && Number(place.after[0]),
        limit: query.limit,
      });
      const reviews = await Promise.all(
        rows.map(row => this.#tell(row, found, access)),
      );
      return {
        ...answer,
        items: reviews.filter(review => isSeen(review, access)),
        open: access.conducts ? await readOpenReview(knex, tenantId) : null,
        pageInfo: {
          nextCursor: nextCursor(query, 0, next === null ? null : [next]),
        },
      };
    });
  }

  async get(of: ReviewKey, access: ReviewAccess): Promise<Review> {
    return this.#context.snapshots.readPublished(of, async found =>
      this.#find(of.number, found, access),
    );
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
      const review = await this.#find(number, found, access);
      const of = reviewView(rowOf(review));
      const visibility = visibilityOf(access, found.view);
      const request = {
        filter: filterOf(query),
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
        items: await toReviewItems(knex, of, found.view, rows, own.ids),
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
    const review = await this.#find(number, found, access);
    if (!review.closed) {
      throw new ConflictError(
        `Review ${number} is open and what is decided in it can still change: close it, then export it`,
      );
    }
    return exportReview(this.#context, {
      of: reviewView(rowOf(review)),
      filter: filterOf(query),
      visibility: visibilityOf(access, found.view),
      names: query.names,
      openedAt: new Date(review.opened.at),
    });
  }

  async open(
    { tenant, title }: BodyOf<'openReview'>,
    { userRef }: ConductAccess,
  ): Promise<Review> {
    const found = await this.#toActOn(tenant);
    const number = await openFrom(this.#context, found, { title, userRef });
    return this.#tellNumber(number, found.view.tenantId);
  }

  async decide(
    { objectId, ...key }: ReviewKey & { objectId: string },
    body: BodyOf<'decideReviewItem'>,
    access: ConductAccess,
  ): Promise<ReviewItem> {
    const { knex } = this.#context;
    const id = objectId.toLowerCase();
    const { of, now, ownIds } = await this.#decide(key, access, {
      ...body,
      chosen: { ids: [id] },
    });
    const { rows } = await readReviewItems(
      knex,
      of,
      { filter: { ids: [id] }, visibility: null },
      { after: null, limit: 1 },
    );
    const [item] = await toReviewItems(knex, of, now.view, rows, ownIds);
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
      : { filter: filter! };
    const { of, decided, ownLeftOut } = await this.#decide(key, access, {
      ...body,
      chosen,
      several: true,
    });
    return {
      decided,
      ownLeftOut,
      review: await this.#tellNumber(of.review, of.then.tenantId),
    };
  }

  async close(
    { number, tenant }: ReviewKey,
    body: BodyOf<'closeReview'>,
    { userRef }: ConductAccess,
  ): Promise<Review> {
    const { knex, clock } = this.#context;
    const { view } = await this.#toActOn(tenant);
    const { tenantId } = view;
    const at = clock.now();
    await reviewStep(knex, { tenantId, review: number }, at, (trx, row) =>
      closeWith(trx, row ?? noSuchReview(), body, { userRef, at }),
    );
    return this.#tellNumber(number, tenantId);
  }

  async #decide(
    { number, tenant }: ReviewKey,
    { userRef }: ConductAccess,
    deciding: Deciding,
  ) {
    const { knex, clock, config } = this.#context;
    const now = await this.#toActOn(tenant);
    const key = { tenantId: now.view.tenantId, review: number };
    const row = (await readReview(knex, key)) ?? noSuchReview();
    const of = reviewView(row);
    const own = await readOwnIds(knex, now, of, userRef);
    if (!own.isKnown && !config.fourEyes.unidentifiedMayDecide) {
      throwRefusal(refuseUnidentified);
    }
    const at = clock.now();
    const outcome = await reviewStep(knex, key, at, (trx, current) =>
      decideItems(trx, of, deciding, {
        closedAt: toDateOrNull(current!.closed_at),
        ownIds: own.ids,
        userRef,
        at,
      }),
    );
    return { of, now, ownIds: own.ids, ...outcome };
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
  ): Promise<Review> {
    const row = await readReview(this.#context.knex, {
      tenantId: found.view.tenantId,
      review: number,
    });
    const review = await this.#tell(row ?? noSuchReview(), found, access);
    return isSeen(review, access) ? review : noSuchReview();
  }

  async #tell(
    row: ReviewWithSnapshot,
    found: Found,
    access: ReviewAccess,
  ): Promise<Review> {
    const visibility: ItemVisibility | null = visibilityOf(access, found.view);
    const counts =
      (visibility ? null : closedCounts(row)) ??
      (await countReviewItems(this.#context.knex, reviewView(row), visibility));
    return toReview(row, counts);
  }

  /** To who conducts reviews, after a step. */
  async #tellNumber(review: number, tenantId: string): Promise<Review> {
    const { knex } = this.#context;
    const row =
      (await readReview(knex, { tenantId, review })) ?? noSuchReview();
    return toReview(
      row,
      closedCounts(row) ??
        (await countReviewItems(knex, reviewView(row), null)),
    );
  }
}

function rowOf({ tenant, number, snapshot }: Review) {
  return { tenant_id: tenant, review: number, snapshot: snapshot.number };
}

function filterOf({
  reason,
  decision,
  q,
}: Pick<ItemsQuery, 'reason' | 'decision' | 'q'>) {
  return { reason, decision, q };
}

function seesAll({ conducts, people }: ReviewAccess): boolean {
  return conducts || people.kind === 'all';
}

function isSeen({ counts }: Review, access: ReviewAccess): boolean {
  return seesAll(access) || counts.items > 0;
}
