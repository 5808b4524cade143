import type { Collector } from '../collectors/types';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import {
  MOST_IN_BATCH,
  type AnswerFor,
  type Page,
  type PageSource,
  type ReadOptions,
} from '../graph/types';

/** What is kept of so many is one page, where nobody is asked for. */
const KEPT_IN_PAGE = 1_000;

/** After so many refusals and not one answer it is believed that all will be refused. */
const BELIEVED_REFUSALS = 1_000;

/** Where to go on: after this id. No link of Graph begins so. */
const AFTER = 'after ';

/** An account, with what was stored of it where that need not be asked for again. */
export interface AccountToRead {
  id: string;
  /** Null where it is to be asked for. */
  kept: Record<string, unknown> | null;
}

/** A row of what is read of accounts: what was kept of one, or what Graph answered for it. */
type AccountRow = { of: string; kept: Record<string, unknown> } | AnswerFor;

type Refused = Extract<AnswerFor, { none: 'refused' }>;

function isRefused(answer: AnswerFor): answer is Refused {
  return 'none' in answer && answer.none === 'refused';
}

/**
 * Tells a permission that is missing from single accounts that are refused. A batch of which everybody is refused says
 * that it is missing; where Graph may refuse some and give others, only when nothing is known of anybody.
 */
class Refusals {
  #isAnyKnown = false;
  #count = 0;
  #last: Refused | null = null;

  constructor(private readonly mayRefuseSome: boolean) {}

  /** Something is known of somebody, from before. */
  addKnown(): void {
    this.#isAnyKnown = this.mayRefuseSome;
  }

  add(answers: readonly AnswerFor[]): void {
    const refused = answers.filter(isRefused);
    this.#count += refused.length;
    this.#last = refused[0] ?? this.#last;
    if (refused.length < answers.length) {
      this.addKnown();
    } else if (!this.mayRefuseSome || this.#count >= BELIEVED_REFUSALS) {
      this.refuseUnknown();
    }
  }

  /** Throws what Graph said, unless something is known. */
  refuseUnknown(): void {
    if (this.#last && !this.#isAnyKnown) {
      const { code, speaksOfLicence } = this.#last;
      throw new GraphRequestError(403, code, null, speaksOfLicence);
    }
  }
}

/**
 * Reads a collector's endpoint for each of some accounts, {@link MOST_IN_BATCH} with one request, as if it were one
 * list; what is kept of the others comes among them, so that the list is whole. A page is kept before the next one
 * is asked for, and a read that broke off goes on after the last account of the last page.
 *
 * @param accountsAfter - the accounts with a greater id than the one that is given, in the order of their ids
 */
export async function* readForAccounts(
  source: PageSource,
  collector: Collector,
  accountsAfter: (id: string) => AsyncIterable<AccountToRead>,
  { startLink, ...options }: ReadOptions,
): AsyncIterable<Page> {
  const refusals = new Refusals(collector.refusesSome === true);
  if (startLink !== undefined) {
    refusals.addKnown();
  }
  let rows: AccountRow[] = [];
  let ids: string[] = [];
  const take = async (): Promise<Page> => {
    const page = await askFor(source, collector, ids, options);
    refusals.add(page.rows as AnswerFor[]);
    page.rows = [...rows, ...page.rows];
    rows = [];
    ids = [];
    return page;
  };
  for await (const { id, kept } of accountsAfter(placeOf(startLink))) {
    if (kept) {
      rows.push({ of: id, kept });
      refusals.addKnown();
    } else {
      ids.push(id);
    }
    if (ids.length === MOST_IN_BATCH || rows.length === KEPT_IN_PAGE) {
      yield { ...(await take()), nextLink: `${AFTER}${id}` };
    }
  }
  const last = await take();
  if (collector.refusesSome) {
    refusals.refuseUnknown();
  }
  yield last;
}

/** Whether a link to go on with is one of a read like this. */
export function isAfterAccount(link: string | undefined): boolean {
  return link?.startsWith(AFTER) ?? false;
}

function placeOf(startLink: string | undefined): string {
  if (startLink === undefined) {
    return '';
  }
  if (!isAfterAccount(startLink)) {
    // It was read in another way before.
    throw new PageTokenExpiredError('readOtherwise');
  }
  return startLink.slice(AFTER.length);
}

async function askFor(
  source: PageSource,
  collector: Collector,
  ids: readonly string[],
  options: ReadOptions,
): Promise<Page> {
  const all: Page = {
    rows: [],
    nextLink: null,
    calls: 0,
    waitedMs: 0,
    requestIds: [],
  };
  if (ids.length > 0) {
    for await (const page of source.read(collector, { ...options, ids })) {
      return page;
    }
  }
  return all;
}
