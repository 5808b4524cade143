import type { PageRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { EntraMfaConfig } from '../../config/types';
import type { PageAnswer } from '../connect/types';
import { audited, fieldsOf } from './audited';
import { check } from './check';
import type { Audit, Call, Entry } from './Entry';
import type { RouteContext } from './RouteContext';

type Asked<Params, Query> = Pick<Call<Params, Query>, 'params' | 'query'>;

/**
 * A route to which a browser is led from elsewhere, without a session of the portal: what it may do follows from the
 * secret in its address alone.
 */
export function page<Params extends z.ZodObject, Query extends z.ZodObject>(
  route: PageRoute<Params, Query>,
  entry: {
    /** Where it needs no session: in words, for the documentation, and as the configuration has it. */
    open: { where: string; any(config: EntraMfaConfig): boolean };
    event: string;
    handle(
      context: RouteContext,
      asked: Asked<z.output<Params>, z.output<Query>>,
    ): Promise<PageAnswer>;
  },
): Entry {
  const { open } = entry;
  const audit: Audit<unknown, PageAnswer> = {
    event: entry.event,
    severity: 'medium',
    asked: {},
    found: {
      outcome: answer => ('html' in answer ? answer.outcome : 'led on'),
      tenantId: answer => ('html' in answer && answer.tenantId) || null,
    },
    refused: 'where no tenant can be connected',
  };
  return {
    route,
    access: { anyOf: [], people: 'nobody' },
    status: 200,
    open: { where: open.where, any: open.any, isSo: open.any },
    audit: fieldsOf(audit),
    async answer({ context, auditor }, { request, response, caller }) {
      const asked = {
        params: check<z.output<Params>>(route.params, request.params),
        query: check<z.output<Query>>(route.query, request.query),
      };
      // The portal's log of requests and its auditor tell addresses, and this one holds a secret.
      request.originalUrl = `${request.baseUrl}${route.path}`;
      const { trail } = context;
      const answer = await audited(
        { auditor, trail, request, caller },
        audit,
        asked,
        () => entry.handle(context, asked),
      );
      // The address holds a secret: it is told to nobody, and kept nowhere.
      response.set({
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      });
      if ('redirect' in answer) {
        response.redirect(302, answer.redirect);
        return;
      }
      response
        .status(answer.status)
        .set({
          'Content-Security-Policy':
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          'X-Content-Type-Options': 'nosniff',
        })
        .type('html')
        .send(answer.html);
    },
  };
}
