import type {
  BreakGlass,
  RecordDrillBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { QueryOf, ReadContext } from '../types';
import { getBreakGlass } from './getBreakGlass';
import { recordDrill } from './recordDrill';
import type { AccountOf, TrustingBreakGlassService } from './types';

/** Answers from the store: see {@link TrustingBreakGlassService}. */
export class DefaultBreakGlassService implements TrustingBreakGlassService {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  getBreakGlass(query: QueryOf<'getBreakGlass'>, names: BreakGlass['names']) {
    return getBreakGlass(this.#context, query, names);
  }

  recordDrill(account: AccountOf, body: RecordDrillBody, by: string) {
    return recordDrill(this.#context, account, body, by);
  }
}
