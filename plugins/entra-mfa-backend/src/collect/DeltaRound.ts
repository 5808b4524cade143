import { hash } from 'crypto';
import { recordsOf } from '../collectors/recordsOf';
import type { CollectedRecord, Collector } from '../collectors/types';
import { PageTokenExpiredError } from '../graph/errors';
import type { Page } from '../graph/types';
import { KeyList } from '../packed/KeyList';
import { KeyTable } from '../packed/KeyTable';
import type { Keys } from '../packed/Keys';
import {
  countOwnRecords,
  GONE,
  isAnyBefore,
  readDeltaLink,
  readMemberKeys,
  readOwnKeys,
  readSomeOfIndex,
} from '../store/run/deltaRecords';
import { CHANGES, WHOLE } from '../store/run/deltaKinds';
import { readIndex } from '../store/run/readIndex';
import { readRowCount } from '../store/run/readRowCount';
import type { StageRow } from '../store/sql/tables';
import { countWholeRound } from '../store/run/wholeRound';
import { RecordIndex } from './RecordIndex';
import type { RunContext } from './RunContext';

/** What a complete round comes to. */
export interface RoundResult {
  added: number;
  changed: number;
  removed: number;
  /** How many records are true after it. */
  size: number;
  /** Keys whose record before the run is no longer true; null where the run has written all that is. */
  replaced: Keys | null;
  /** Keys of which the run has only written that there is none. */
  gone: Keys;
  /** Where the next round begins; null where nobody said. */
  deltaLink: string | null;
}

/**
 * One reading of a data set that is read by `delta`: of all there is, or of what changed since the round before. Of a
 * round of changes, only what its pages tell is looked up, so that it costs what changed and not what there is. Of a round
 * of all there is, every record is written, and compared with what was before when it is published: a tenant may have
 * millions of memberships, and none of them is kept in memory.
 */
export class DeltaRound {
  /** Keys that a round of changes has met. */
  readonly #touched = new KeyTable();
  readonly #gone = new KeyTable();
  #link: string | null = null;

  private constructor(
    private readonly context: RunContext,
    private readonly collector: Collector,
    /** Whether only what changed is told. */
    readonly ofChanges: boolean,
    /** Where it begins; undefined for the beginning of all. */
    readonly startLink: string | undefined,
  ) {}

  /**
   * Begins a round, or goes on with the one of which there are pages.
   *
   * @param anew - whether everything is read, wherever the round before ended
   */
  static async open(
    context: RunContext,
    collector: Collector,
    staged: readonly StageRow[],
    anew: boolean,
  ): Promise<DeltaRound> {
    const last = staged.at(-1);
    if (last?.delta_link) {
      const round = new DeltaRound(
        context,
        collector,
        last.delta_link.startsWith(CHANGES),
        last.next_link ?? undefined,
      );
      round.#link = last.delta_link.replace(/^\S+ ?/, '') || null;
      if (round.ofChanges) {
        await round.#restore();
      }
      return round;
    }
    const { knex, claim } = context;
    const before = anew
      ? null
      : await readDeltaLink(knex, {
          tenantId: claim.tenantId,
          dataSet: collector.id,
        });
    const asked = `${fingerprint(collector)} `;
    return before?.startsWith(asked)
      ? new DeltaRound(context, collector, true, before.slice(asked.length))
      : new DeltaRound(context, collector, false, undefined);
  }

  /** The records of a page: with who was in a group that is gone. */
  async recordsOf(
    page: Page,
    firstRow: number,
  ): Promise<{ records: CollectedRecord[]; index: RecordIndex }> {
    const { knex } = this.context;
    const told = recordsOf(this.collector, page.rows, firstRow);
    const begins = told.filter(({ beginsAgain }) => beginsAgain);
    if (
      this.ofChanges &&
      begins.length > 0 &&
      (await isAnyBefore(
        knex,
        this.#own,
        begins.map(({ key }) => key),
      ))
    ) {
      throw new PageTokenExpiredError('beginsAgain');
    }
    const records = await this.#withMembers(told);
    for (const { key, gone } of this.ofChanges ? records : []) {
      this.#touched.add(key);
      if (gone) {
        this.#gone.add(key);
      }
    }
    return { records, index: await this.#indexOf(records) };
  }

  /** What of a page says how the round goes on. */
  stage(page: Page): Pick<StageRow, 'delta_link'> {
    if (page.nextLink === null) {
      this.#link = page.deltaLink
        ? `${fingerprint(this.collector)} ${page.deltaLink}`
        : null;
    }
    const kind = this.ofChanges ? CHANGES : WHOLE;
    return { delta_link: this.#link ? `${kind} ${this.#link}` : kind };
  }

  async result(): Promise<RoundResult> {
    const { knex } = this.context;
    const deltaLink = this.#link;
    if (!this.ofChanges) {
      const counts = await countWholeRound(knex, this.#own);
      return { ...counts, replaced: null, gone: new KeyList(), deltaLink };
    }
    const written = await readOwnKeys(knex, this.#own, listOf(this.#touched));
    const { added, changed, removed } = await countOwnRecords(
      knex,
      this.#own,
      written,
    );
    const before = await readRowCount(knex, this.#own.tenantId, [
      this.collector.id,
    ]);
    return {
      ...{ added, changed, removed },
      size: before + added - removed,
      replaced: written,
      gone: listOf(this.#gone),
      deltaLink,
    };
  }

  get #own() {
    const { tenantId, run } = this.context.claim;
    return { tenantId, run, dataSet: this.collector.id };
  }

  async #restore(): Promise<void> {
    const goneHash = Buffer.from(GONE.hash);
    await readIndex(
      this.context.knex,
      { ...this.#own, written: 'by' },
      (bytes, start, end) => {
        this.#touched.addBytes(bytes, start, end);
        const digest = bytes.subarray(end + 1, end + 1 + goneHash.length);
        if (goneHash.equals(digest)) {
          this.#gone.addBytes(bytes, start, end);
        }
      },
    );
  }

  async #withMembers(
    told: readonly CollectedRecord[],
  ): Promise<CollectedRecord[]> {
    const groups = told.filter(({ withMembers }) => withMembers);
    if (groups.length === 0) {
      return [...told];
    }
    const ids = groups.map(({ key }) => key.slice(1));
    const keys = await readMemberKeys(this.context.knex, this.#own, ids);
    const members = new Map(ids.map(id => [id, new Set<string>()]));
    const keep = (key: string) => {
      const [member, group] = key.split('|');
      if (member.length > 1) {
        members.get(group)?.add(key);
      }
    };
    keys.forEach(keep);
    return told.flatMap(record => {
      if (!record.withMembers) {
        // It may be gone with its group further down the page.
        keep(record.key);
        return [record];
      }
      const left = members.get(record.key.slice(1)) ?? [];
      return [
        record,
        ...[...left].map(
          (key): CollectedRecord => ({ key, body: {}, gone: true }),
        ),
      ];
    });
  }

  async #indexOf(records: readonly CollectedRecord[]): Promise<RecordIndex> {
    const index = new RecordIndex({ keepsMissing: true });
    const keys = [...new Set(records.map(({ key }) => key))];
    await readSomeOfIndex(this.context.knex, this.#own, keys, {
      ...(this.ofChanges && {
        before: (bytes: Buffer, start: number, end: number) =>
          index.addCurrent(bytes, start, end),
      }),
      by: (bytes, start, end) => index.restoreWritten(bytes, start, end),
    });
    return index;
  }
}

/** What is asked for and taken: a link to what changed is good for nothing else. */
function fingerprint({ endpoint, query, delta }: Collector): string {
  return hash(
    'sha256',
    JSON.stringify([endpoint, query, delta?.choice]),
    'base64url',
  ).slice(0, 16);
}

function listOf(table: KeyTable): KeyList {
  const list = new KeyList();
  for (let place = 0; place < table.size; place += 1) {
    list.push(table.keyAt(place));
  }
  return list;
}
