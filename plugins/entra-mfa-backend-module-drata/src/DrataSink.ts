import {
  EntraMfaSinkError,
  sendToSink,
  type EntraMfaEvidenceDocument,
  type EntraMfaEvidencePerson,
  type EntraMfaEvidencePush,
  type EntraMfaEvidenceSink,
  type EntraMfaEvidenceTaken,
  type EntraMfaSinkRequest,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { z } from 'zod';
import type { DrataConfig } from './readDrataConfig';
import { toDrataRecord } from './toDrataRecord';

/** So many records go with one request: Drata names no limit, and answers 413 beyond it. */
const RECORDS_AT_ONCE = 500;
/** Drata takes 500 requests a minute from one address; others of this portal may ask too. */
const PACE_MS = 200;

const recordAnswer = z.object({ statusCode: z.number().optional() });
const records = z.union([z.array(recordAnswer), recordAnswer]);
const counted = z.object({
  pagination: z.object({ totalCount: z.number().nullish() }),
});

/** How the sink waits; tests wait in no time. */
export interface DrataSinkOptions {
  sleep?: EntraMfaSinkRequest['sleep'];
}

/**
 * Pushes to a custom connection of Drata in a session: its records take effect together once it is completed, in place of
 * all others. A push that is cut goes on where it was.
 *
 * Source: developers.drata.com, v2, Custom Data Records and Evidence Library, as stored on 2026-11-30; the limit:
 * help.drata.com, Drata Open API.
 */
export class DrataSink implements EntraMfaEvidenceSink {
  readonly id = 'drata';
  readonly title = 'Drata';
  readonly pushDocument?: EntraMfaEvidenceSink['pushDocument'];
  readonly #config: DrataConfig;
  readonly #sleep: NonNullable<EntraMfaSinkRequest['sleep']>;

  constructor(config: DrataConfig, options: DrataSinkOptions = {}) {
    this.#config = config;
    this.#sleep =
      options.sleep ??
      (async (milliseconds, signal) => {
        await sleepFor(milliseconds, undefined, { signal });
      });
    const { documents } = config;
    if (documents) {
      this.pushDocument = document => this.#upload(documents, document);
    }
  }

  async pushPeople(push: EntraMfaEvidencePush): Promise<EntraMfaEvidenceTaken> {
    const { connectionId, resourceId } = this.#config;
    const resource = `/custom-connections/${connectionId}/resources/${resourceId}`;
    const sessionId = `entra-mfa-${push.tenantId}-${push.snapshot}`;
    const session = `${resource}/sessions/${sessionId}`;
    let people = await this.#sendFrom(push, session, push.resumeAfter);
    if (push.resumeAfter !== null) {
      people = await this.#count(push);
      // A session that has lost what it had must not take the place of everybody.
      if ((await this.#staged(push, resource, sessionId)) !== people) {
        await this.#sendFrom(push, session, null);
      }
    }
    const response = await this.#send(push.signal, {
      what: 'the end of the records',
      path: `${session}/actions`,
      init: json('POST', { action: 'complete' }),
    });
    await response.body?.cancel();
    return { people };
  }

  /** Sends everybody from a place on; returns how many these were. */
  async #sendFrom(
    push: EntraMfaEvidencePush,
    session: string,
    after: string | null,
  ): Promise<number> {
    let people = 0;
    for await (const batch of push.people(after)) {
      for (const part of partsOf(batch)) {
        await this.#sendRecords(push, session, part);
        people += part.length;
        await push.took(part[part.length - 1].id);
        await this.#sleep(PACE_MS, push.signal);
      }
    }
    return people;
  }

  async #sendRecords(
    push: EntraMfaEvidencePush,
    session: string,
    people: readonly EntraMfaEvidencePerson[],
  ): Promise<void> {
    const response = await this.#send(push.signal, {
      what: 'the records',
      path: session,
      init: json('POST', {
        data: people.map(person => toDrataRecord(person, push)),
      }),
    });
    const { data } = records.safeParse(await response.json().catch(() => null));
    const refused = [data ?? { statusCode: 500 }]
      .flat()
      .filter(({ statusCode = 200 }) => statusCode >= 400).length;
    if (refused > 0) {
      throw new EntraMfaSinkError(
        `Drata did not take ${refused} of ${people.length} records. Compare the schema of the custom connection with the one in the README of this module.`,
      );
    }
  }

  /** How many records a session has, before it is completed. */
  async #staged(
    { signal }: EntraMfaEvidencePush,
    resource: string,
    sessionId: string,
  ): Promise<number | null> {
    const query = new URLSearchParams({
      sessionId,
      size: '1',
      includeTotalCount: 'true',
    });
    const response = await this.#send(signal, {
      what: 'how many records it has',
      path: `${resource}/records?${query}`,
      init: () => ({}),
    });
    const { data } = counted.safeParse(await response.json().catch(() => null));
    return data?.pagination.totalCount ?? null;
  }

  async #count(push: EntraMfaEvidencePush): Promise<number> {
    let people = 0;
    for await (const batch of push.people()) people += batch.length;
    return people;
  }

  async #upload(
    of: NonNullable<DrataConfig['documents']>,
    document: EntraMfaEvidenceDocument,
  ): Promise<void> {
    const { title, from, to, pdf, fileName, approvedAt, signal } = document;
    const response = await this.#send(signal, {
      what: 'the report of an assessment',
      path: `/workspaces/${of.workspaceId}/evidence-library`,
      init: () => {
        const body = new FormData();
        body.set('name', `${title} (${from} to ${to})`.slice(0, 191));
        body.set('ownerId', `${of.ownerId}`);
        body.set('filedAt', approvedAt.toISOString().slice(0, 10));
        body.set('renewalScheduleType', 'NONE');
        for (const id of of.controlIds) body.append('controlIds[]', `${id}`);
        body.set(
          'file',
          new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }),
          fileName,
        );
        return { method: 'POST', body };
      },
    });
    await response.body?.cancel();
  }

  async #send(
    signal: AbortSignal,
    of: { what: string; path: string; init: () => RequestInit },
  ): Promise<Response> {
    const { apiUrl, apiKey } = this.#config;
    return sendToSink({
      title: this.title,
      what: of.what,
      url: `${apiUrl}/public/v2${of.path}`,
      init: () => {
        const init = of.init();
        const headers = new Headers(init.headers);
        headers.set('Authorization', `Bearer ${apiKey}`);
        return { ...init, headers };
      },
      advice: {
        401: 'Check entraMfa.sinks.drata.apiKey; it may have ended.',
        402: 'The account needs the feature Custom Connections and Tests.',
        403: 'Check the permissions of the API key, and from which addresses it may be used.',
        404: 'Check connectionId, resourceId and workspaceId in entraMfa.sinks.drata.',
        412: 'Somebody has to accept the terms of the API in Drata.',
      },
      signal,
      sleep: this.#sleep,
    });
  }
}

function json(method: string, body: object) {
  return (): RequestInit => ({
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function* partsOf(batch: readonly EntraMfaEvidencePerson[]) {
  for (let at = 0; at < batch.length; at += RECORDS_AT_ONCE) {
    yield batch.slice(at, at + RECORDS_AT_ONCE);
  }
}
