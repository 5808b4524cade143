import { lanesOf } from '../collect/lanes';
import { collectors } from '../collectors';
import { chosenOf } from '../collectors/alternatives';
import type { DataSetId } from '../collectors/types';
import type { TestSync } from './TestSync';

/** Waits until a run has read whatever it can read while it waits for one data set, so that it always stands the same. */
export async function untilOthersRead(
  sync: TestSync,
  dataSet: DataSetId,
): Promise<void> {
  const others = readBeside(dataSet);
  const ended = async () =>
    (await sync.lastRun()).collectors.filter(
      ({ data_set: id, outcome }) => others.has(id) && outcome !== 'running',
    );
  while ((await ended()).length < others.size) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

function readBeside(dataSet: DataSetId): Set<string> {
  const held = new Set<string>([dataSet]);
  const all = chosenOf(collectors);
  const lanes = lanesOf(all);
  // Who waits for one that waits is found a round later.
  all.forEach(() =>
    lanes.forEach(lane => {
      let isHeld = false;
      lane.collectors.forEach(({ collector: { id }, after }) => {
        isHeld ||= held.has(id) || after.some(other => held.has(other));
        if (isHeld) held.add(id);
      });
    }),
  );
  return new Set(all.map(({ id }) => id).filter(id => !held.has(id)));
}
