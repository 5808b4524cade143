import type { Row } from '../tenant/collection';
import type { MatchedEndpoint } from './endpoints';
import { deltaBody } from './deltaBody';
import { graphErrors } from './GraphError';
import { countRows, listBody } from './listBody';
import { readListQuery } from './query';
import type { SimulatorContext } from './SimulatorContext';
import type { ServedTenant } from './Tenants';

/** An answer, written. */
export type WrittenAnswer = { text: string; isJson: boolean };

/** Answers a request whose right to ask was checked. */
export async function answerQuestion(
  world: SimulatorContext,
  { tenantId, answers, generated }: ServedTenant,
  matched: MatchedEndpoint,
  url: URL,
  request: {
    origin: string;
    consistencyLevel?: string;
    /** Changes the body before it is written. */
    change?: (body: Row) => Row;
  },
): Promise<WrittenAnswer> {
  const { clock, options, pages } = world;
  const { endpoint, form, id } = matched;
  const time = clock.now();
  const query = readListQuery(url.searchParams, request, {
    ...endpoint,
    properties: answers.propertiesOf(matched),
  });
  if (form === 'count' && !request.consistencyLevel) {
    throw graphErrors.badRequest(
      'The request must set the header ConsistencyLevel to eventual.',
    );
  }

  const { filteredBy } = endpoint;
  if (
    filteredBy &&
    !filteredBy.some(name => query.filter?.startsWith(`${name} eq `))
  ) {
    throw graphErrors.badRequest(
      `The request must be filtered by ${filteredBy.join(' or ')}.`,
    );
  }

  const written = (body: Row): WrittenAnswer => ({
    text: JSON.stringify(request.change ? request.change(body) : body),
    isJson: true,
  });

  const ask = async (): Promise<WrittenAnswer> => {
    const answer = await answers.answer({
      matched,
      path: url.pathname,
      query,
      time,
      origin: request.origin,
    });
    if (!answer) {
      throw endpoint.name === 'other'
        ? graphErrors.unknownSegment(url.pathname)
        : graphErrors.notFound(id ?? url.pathname);
    }
    if (answer.kind === 'text') {
      return { text: answer.text, isJson: false };
    }
    if (answer.kind === 'body') {
      return written(answer.body);
    }
    if (answer.kind === 'changes') {
      return written(
        deltaBody(answer.changes, query, {
          origin: request.origin,
          path: url.pathname,
          context: answer.context,
          time,
          tokenLifetime: options.pageTokenLifetime * 1000,
        }),
      );
    }
    if (form === 'count') {
      return {
        text: String(countRows(answer.collection, query)),
        isJson: false,
      };
    }
    return written(
      listBody(answer.collection, query, {
        origin: request.origin,
        path: url.pathname,
        context: answer.context,
        time,
        tokenLifetime: options.pageTokenLifetime * 1000,
      }),
    );
  };
  // What stands still can be kept: the same question then has the same answer.
  if (!clock.frozen || request.change || form === 'count') {
    return ask();
  }
  const key = `${tenantId} ${url.href} ${request.origin} ${request.consistencyLevel} ${time} ${generated?.changeCount}`;
  const text = await pages.get(key, async () => (await ask()).text);
  return { text, isJson: true };
}
