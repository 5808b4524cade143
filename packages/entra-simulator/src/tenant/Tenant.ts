import type { MatchedEndpoint } from '../server/endpoints';
import type { ListQuery } from '../server/query';
import type { Collection, Row } from './collection';

/** What a tenant answers with: a list to page through, or a whole body. */
export type Answer =
  | { kind: 'collection'; collection: Collection; context: string }
  | {
      kind: 'changes';
      changes(between: { since: number | null; until: number }): Collection;
      context: string;
    }
  | { kind: 'body'; body: Row }
  | { kind: 'text'; text: string };

/** A question that a tenant answers. */
export type Question = {
  matched: MatchedEndpoint;
  /** The path below the host, with its version. */
  path: string;
  query: ListQuery;
  /** The tenant's time. */
  time: number;
  /** The origin that the client used, such as `https://localhost:8443`. */
  origin: string;
};

/** Where the simulator takes its answers from. */
export type Tenant = {
  /** The properties that may be selected at an endpoint, or undefined when any may. */
  propertiesOf(matched: MatchedEndpoint): readonly string[] | undefined;
  /** The answer, or undefined when there is no such thing. */
  answer(question: Question): Promise<Answer | undefined>;
};
