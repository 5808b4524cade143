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
import { z } from 'zod';
import { jsonStream } from './jsonStream';
import type { VantaConfig } from './readVantaConfig';
import { toCustomResource } from './toCustomResource';
import { toUserAccount } from './toUserAccount';
import { VantaTokens } from './VantaTokens';

const taken = z.object({
  success: z.boolean().optional(),
  results: z.object({ rejected: z.number().optional() }).optional(),
});

/** How the sink waits and where people are found; tests wait in no time. */
export interface VantaSinkOptions {
  /** The page of the portal that tells a person. */
  pageOf(tenantId: string, objectId: string): string;
  sleep?: EntraMfaSinkRequest['sleep'];
}

/**
 * Pushes to a private integration of Vanta. A resource is put whole, and what is missing in it counts as deactivated, so a
 * push that is cut begins anew.
 */
export class VantaSink implements EntraMfaEvidenceSink {
  readonly id = 'vanta';
  readonly title = 'Vanta';
  readonly pushDocument?: EntraMfaEvidenceSink['pushDocument'];
  readonly #config: VantaConfig;
  readonly #options: VantaSinkOptions;
  readonly #tokens: VantaTokens;

  constructor(config: VantaConfig, options: VantaSinkOptions) {
    this.#config = config;
    this.#options = options;
    this.#tokens = new VantaTokens({
      ...config,
      scope: 'connectors.self:read-resource connectors.self:write-resource',
    });
    if (config.documents) {
      const { documentId, ...client } = config.documents;
      const tokens = new VantaTokens({
        ...client,
        apiUrl: config.apiUrl,
        scope:
          'vanta-api.all:read vanta-api.all:write vanta-api.documents:upload',
      });
      this.pushDocument = document =>
        this.#upload(documentId, tokens, document);
    }
  }

  async pushPeople(push: EntraMfaEvidencePush): Promise<EntraMfaEvidenceTaken> {
    const { userAccountResourceId, customResourceId, undecided } = this.#config;
    const { tenantId, snapshot, at } = push;
    const urlOf = (id: string) => this.#options.pageOf(tenantId, id);
    let people = 0;
    if (customResourceId) {
      people = await this.#put(
        { push, type: 'custom_resource', resourceId: customResourceId },
        person =>
          toCustomResource(person, {
            ...{ snapshot, at },
            externalUrl: urlOf(person.id),
          }),
      );
    }
    if (userAccountResourceId) {
      people = await this.#put(
        { push, type: 'user_account', resourceId: userAccountResourceId },
        person =>
          toUserAccount(person, { undecided, externalUrl: urlOf(person.id) }),
      );
    }
    return { people };
  }

  /** Puts a whole resource, and returns how many people were read for it. */
  async #put(
    of: {
      push: EntraMfaEvidencePush;
      type: 'user_account' | 'custom_resource';
      resourceId: string;
    },
    toResource: (person: EntraMfaEvidencePerson) => object | null,
  ): Promise<number> {
    const { push, type, resourceId } = of;
    let people = 0;
    async function* resources() {
      people = 0;
      for await (const batch of push.people()) {
        people += batch.length;
        yield batch.flatMap(person => toResource(person) ?? []);
      }
    }
    const response = await this.#send(this.#tokens, {
      signal: push.signal,
      what: `what it calls ${type}`,
      url: `${this.#config.apiUrl}/v1/resources/${type}`,
      init: () => ({
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: jsonStream({ resourceId }, 'resources', resources()),
        duplex: 'half',
      }),
      advice: {
        404: `Check the id of the resource (${type}) in entraMfa.sinks.vanta.`,
        422: `Compare the properties of the resource (${type}) in Vanta with those that the README of this module names.`,
      },
    });
    const { data } = taken.safeParse(await response.json().catch(() => null));
    if (
      !data ||
      data.success === false ||
      (data.results?.rejected ?? 0) > 0 ||
      (data.success === undefined && data.results === undefined)
    ) {
      throw new EntraMfaSinkError(
        `Vanta did not take everybody of what it calls ${type}. Compare the properties of the resource there with those that the README of this module names.`,
      );
    }
    return people;
  }

  async #upload(
    documentId: string,
    tokens: VantaTokens,
    document: EntraMfaEvidenceDocument,
  ): Promise<void> {
    const { pdf, fileName, title, from, to, approvedAt, signal } = document;
    const response = await this.#send(tokens, {
      signal,
      what: 'the report of an assessment',
      url: `${this.#config.apiUrl}/v1/documents/${encodeURIComponent(
        documentId,
      )}/uploads`,
      init: () => {
        const body = new FormData();
        body.set(
          'file',
          new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }),
          fileName,
        );
        body.set('effectiveAtDate', approvedAt.toISOString());
        body.set('description', `${title}, ${from} to ${to}`);
        return { method: 'POST', body };
      },
      advice: {
        404: 'Check entraMfa.sinks.vanta.documents.documentId.',
      },
    });
    await response.body?.cancel();
  }

  /** With a token; once more with another where somebody else's has ended it. */
  async #send(
    tokens: VantaTokens,
    request: Omit<EntraMfaSinkRequest, 'title'>,
  ): Promise<Response> {
    const sending = { signal: request.signal, sleep: this.#options.sleep };
    const send = async () => {
      const token = await tokens.get(sending);
      return sendToSink({
        ...request,
        ...sending,
        title: this.title,
        init: async () => {
          const init = await request.init();
          const headers = new Headers(init.headers);
          headers.set('Authorization', `Bearer ${token}`);
          return { ...init, headers };
        },
      });
    };
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof EntraMfaSinkError) || error.status !== 401) {
        throw error;
      }
      tokens.forget();
      return send();
    }
  }
}
