import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  EntraMfaDataSet,
  EntraMfaDataSetsExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import type { CollectedRecord, Collector } from './types';

const LONGEST_KEY = 255;
/** As wide as its column. */
const LONGEST_ID = 64;

/** The data sets that modules have added, as collectors. */
export class AddedDataSets implements EntraMfaDataSetsExtensionPoint {
  readonly #collectors: Collector[] = [];

  addDataSet(dataSet: EntraMfaDataSet): void {
    const { id } = dataSet;
    if (!/^[\w-]+\/[\w-]+$/.test(id) || id.length > LONGEST_ID) {
      throw new InputError(
        `A data set cannot be called '${id}': give it the name of whose it is and what, such as acme/leavers, in at most ${LONGEST_ID} characters`,
      );
    }
    if (this.#collectors.some(collector => collector.id === id)) {
      throw new InputError(`The data set '${id}' was added already`);
    }
    this.#collectors.push(toCollector(dataSet) as Collector);
  }

  /** In the order in which they were added. */
  get collectors(): readonly Collector[] {
    return this.#collectors;
  }
}

function toCollector(dataSet: EntraMfaDataSet): Collector<CollectedRecord[]> {
  const { id, title, endpoint, headers } = dataSet;
  const { optional, refuseEmpty, cadenceHours } = dataSet;
  return {
    id,
    title,
    source: 'graph',
    endpoint,
    query: dataSet.query ?? {},
    ...(headers && { headers }),
    pace: 'directory',
    permission: dataSet.permission,
    licence: dataSet.licence ?? null,
    withoutLicence:
      'Nothing needs to be done: no figure rests on it. Buy the licence to have it read.',
    why: dataSet.why,
    documentation: dataSet.documentation ?? null,
    required: 'no',
    onlyByApplication: true,
    outlivesPeople: true,
    ...(optional && { optional }),
    ...(refuseEmpty && { refuseEmpty }),
    ...(cadenceHours && { cadenceHours }),
    row: z.unknown().transform((row, context) => {
      const records = attempt(() => dataSet.toRecords(row as JsonObject));
      if (!records?.every(({ key }) => key && key.length <= LONGEST_KEY)) {
        context.addIssue('not as documented');
        return z.NEVER;
      }
      return records;
    }),
    toRecords: records => records,
  };
}

/** What somebody else's code makes; undefined where it throws. What it says may name a person. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
