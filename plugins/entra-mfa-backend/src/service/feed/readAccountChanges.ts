import type { Knex } from 'knex';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { readKeptFrom } from '../../store/asOf/keptFrom';
import {
  conditionStepsOf,
  readChangingSnapshots,
  readStepsBefore,
  type ConditionStep,
} from '../../store/read/feed/readConditionSteps';
import { inWindowsOfPseudonyms } from '../exports/inWindowsOfPseudonyms';
import { toPerson } from '../toPerson';
import { factorChangeOf, isKnown } from './factorChangeOf';
import { toAccountChange, type FactorChange } from './ocsf/accountChange';
import type { FeedSource } from './types';

const AT_ONCE = 1_000;

/** A change of somebody, by a snapshot. */
type Change = FactorChange & { objectId: string };

/** Every registration that was gained or lost, snapshot by snapshot. */
export async function* readAccountChanges(source: FeedSource) {
  const { knex, view, since, of, pseudonyms } = source;
  const { tenantId, snapshot: upTo } = view;
  const { people_from: first } = await readKeptFrom(knex, tenantId);
  const range = { tenantId, after: Math.max(since ?? 0, first), upTo };
  for (const number of await readChangingSnapshots(knex, range)) {
    const at = (await readSnapshot(knex, tenantId, number))!;
    const changes = changesBy(knex, tenantId, number);
    const ordered = pseudonyms
      ? inWindowsOfPseudonyms(
          { pseudonyms, tenantId },
          changes,
          ({ objectId }) => objectId,
        )
      : changes;
    for await (const chunk of chunksOf(ordered)) {
      const people = await readPeopleAt(
        knex,
        { tenantId, snapshot: number, newest: false },
        chunk.map(({ objectId }) => objectId),
      );
      for (const change of chunk) {
        const row = people.get(change.objectId);
        if (row) {
          yield toAccountChange(of, change, toPerson(row, undefined), at);
        }
      }
    }
  }
}

async function* changesBy(
  knex: Knex,
  tenantId: string,
  snapshot: number,
): AsyncGenerator<Change> {
  for await (const steps of conditionStepsOf(
    knex,
    tenantId,
    snapshot,
    AT_ONCE,
  )) {
    const known = steps.filter(step => isKnown(step.condition_after));
    const waited = known.filter(step => !isKnown(step.condition_before));
    const earlier = byPerson(
      await readStepsBefore(
        knex,
        tenantId,
        snapshot,
        waited.map(({ object_id }) => object_id),
      ),
    );
    for (const step of known) {
      const { object_id: objectId } = step;
      const change = factorChangeOf([step, ...(earlier.get(objectId) ?? [])]);
      if (change) {
        yield { ...change, objectId };
      }
    }
  }
}

function byPerson(steps: readonly ConditionStep[]) {
  const people = new Map<string, ConditionStep[]>();
  for (const step of steps) {
    const known = people.get(step.object_id);
    if (known) {
      known.push(step);
    } else {
      people.set(step.object_id, [step]);
    }
  }
  return people;
}

async function* chunksOf<Item>(items: AsyncIterable<Item>) {
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length === AT_ONCE) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}
