import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  EntraMfaClock,
  EntraMfaEvidenceDocument,
  EntraMfaEvidenceSink,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { staleCauses } from '../connections/staleCauses';
import { readNewestNumber, readSnapshot } from '../store/asOf/readSnapshot';
import type { Snapshot } from '../store/asOf/types';
import { readOpenHold } from '../store/hold/readOpenHold';
import { keepDocument, readDueDocuments } from '../store/sinks/documents';
import {
  beginPush,
  endPush,
  failPush,
  readLastTaken,
  resumePushAfter,
} from '../store/sinks/pushes';
import { evidencePeople } from './evidencePeople';
import { sinkProblem } from './sinkProblem';

/** So many reports are pushed at once; the rest an hour later. */
const DOCUMENTS_AT_ONCE = 10;

/** What of an assessment goes out. */
type Paper = Pick<
  EntraMfaEvidenceDocument,
  'title' | 'from' | 'to' | 'fileName' | 'pdf'
>;

/** What the pusher needs. */
export interface EvidencePusherOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  auditor: AuditorService;
  config: Pick<
    EntraMfaConfig,
    'sinks' | 'tenants' | 'staleAfterSeconds' | 'reportStaleAfterSeconds'
  >;
  sinks: readonly EntraMfaEvidenceSink[];
  /** The report of an approved assessment. */
  paperOf(tenantId: string, assessment: number): Promise<Paper>;
  /** How many people are given at once. */
  atOnce?: number;
}

/**
 * Pushes evidence to the sinks for which the configuration names a tenant: a snapshot that is fresh, released and newer
 * than the last that was taken, and the report of each approved assessment once. One replica does it at a time. What
 * fails is told in the log and on the page, and tried again.
 */
export class EvidencePusher {
  readonly #options: EvidencePusherOptions;

  constructor(options: EvidencePusherOptions) {
    this.#options = options;
  }

  async push(signal: AbortSignal): Promise<void> {
    const { config, sinks } = this.#options;
    for (const sink of sinks) {
      const tenantId = config.sinks[sink.id]?.tenantId;
      // One that is not read, or not read any more, is none.
      if (config.tenants.some(one => one.tenantId === tenantId)) {
        await this.#pushTo(sink, tenantId, signal);
      }
    }
  }

  async #pushTo(
    sink: EntraMfaEvidenceSink,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { logger } = this.#options;
    try {
      const snapshot = await this.#dueSnapshot(sink.id, tenantId);
      if (snapshot && !signal.aborted) {
        await this.#pushPeople(sink, { tenantId, snapshot, signal });
      }
      if (sink.pushDocument) {
        await this.#pushDocuments(sink, tenantId, signal);
      }
    } catch (error) {
      logger.warn(
        `Evidence of tenant ${tenantId} was not pushed to '${
          sink.id
        }': ${sinkProblem(sink.title, error)}`,
      );
    }
  }

  /** The snapshot to push; null where the newest was taken already, is stale, doubted or empty. */
  async #dueSnapshot(sink: string, tenantId: string): Promise<Snapshot | null> {
    const { knex, config, clock } = this.#options;
    const newest = await readNewestNumber(knex, tenantId);
    const last = await readLastTaken(knex, { tenantId, sink });
    if (newest <= (last?.snapshot ?? 0)) return null;
    const hold = await readOpenHold(knex, tenantId);
    if (hold && hold.released_at === null) return null;
    const snapshot = await readSnapshot(knex, tenantId, newest);
    if (!snapshot || staleCauses(config, snapshot, clock.now()).length > 0) {
      return null;
    }
    // One of nobody would take everybody away there.
    const of = { tenantId, snapshot, atOnce: 1 };
    const anybody = await evidencePeople(knex, of, null).next();
    return anybody.done ? null : snapshot;
  }

  async #pushPeople(
    sink: EntraMfaEvidenceSink,
    of: { tenantId: string; snapshot: Snapshot; signal: AbortSignal },
  ): Promise<void> {
    const { knex, clock, atOnce } = this.#options;
    const { tenantId, snapshot, signal } = of;
    const key = { tenantId, sink: sink.id, snapshot: snapshot.number };
    const resumeAfter = await beginPush(knex, key, clock.now());
    await this.#onRecord(
      'evidence-push',
      { ...key, resumed: resumeAfter !== null },
      async () => {
        const { people } = await sink.pushPeople({
          tenantId,
          snapshot: snapshot.number,
          at: snapshot.at,
          resumeAfter,
          people: (after = null) =>
            evidencePeople(knex, { tenantId, snapshot, atOnce }, after),
          took: objectId => resumePushAfter(knex, key, objectId),
          signal,
        });
        await endPush(knex, key, { at: clock.now(), people });
        return { people };
      },
      error => failPush(knex, key, sinkProblem(sink.title, error)),
    );
  }

  /** One that fails keeps nothing from the next. */
  async #pushDocuments(
    sink: EntraMfaEvidenceSink,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { knex, clock, paperOf } = this.#options;
    const of = { tenantId, sink: sink.id };
    const failed: unknown[] = [];
    for (const due of await readDueDocuments(knex, of, DOCUMENTS_AT_ONCE)) {
      if (signal.aborted) return;
      const key = { ...of, assessment: due.assessment };
      const keep = (problem: string | null) =>
        keepDocument(knex, key, { at: clock.now(), problem });
      await this.#onRecord(
        'evidence-push-document',
        key,
        async () => {
          const paper = await paperOf(tenantId, due.assessment);
          await sink.pushDocument!({ ...due, ...paper, tenantId, signal });
          await keep(null);
          return {};
        },
        error => keep(sinkProblem(sink.title, error)),
      ).catch(error => failed.push(error));
    }
    if (failed.length > 0) throw failed[0];
  }

  /** Names nobody: an error that is put on record says its kind, or what the sink said. */
  async #onRecord(
    eventId: string,
    meta: Record<string, string | number | boolean>,
    act: () => Promise<Record<string, number>>,
    failed: (error: unknown) => Promise<void>,
  ): Promise<void> {
    const event = await this.#options.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      meta,
    });
    try {
      const found = await act();
      await event.success({ meta: found });
    } catch (error) {
      await failed(error);
      await event.fail({ error: new Error(sinkProblem('The sink', error)) });
      throw error;
    }
  }
}
