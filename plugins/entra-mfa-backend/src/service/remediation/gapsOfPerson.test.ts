import type { PersonVersion } from '../../store/read/readPersonHistory';
import type { PersonRow } from '../../store/sql/tables';
import { STILL_TRUE } from '../../store/sql/tables';
import { gapsOfPerson } from './gapsOfPerson';

const timeOf = (snapshot: number) =>
  new Date(Date.UTC(2026, 10, 1) + snapshot * 86_400_000);

const version = (
  from: number,
  to: number | null,
  state: PersonRow['state'],
): PersonVersion => ({
  row: {
    from_snapshot: from,
    to_snapshot: to ?? STILL_TRUE,
    state,
    privileged: false,
    marks: '[]',
  } as PersonRow,
  from: timeOf(from),
  to: to === null ? null : timeOf(to),
  rulesVersion: '1',
});

/** Not registered, left, came back, and registered in the end; the newest first. */
const history = [
  version(7, null, 'covered'),
  version(5, 7, 'uncovered'),
  version(2, 4, 'uncovered'),
];
const told = (of: Parameters<typeof gapsOfPerson>[1]) =>
  gapsOfPerson(history, of).map(({ opened, closed }) => [
    opened.snapshot,
    closed?.snapshot,
    closed?.outcome,
  ]);

it('tells the gaps of a person, the newest first', () => {
  expect(told({ isWhole: true, peopleFrom: 0 })).toEqual([
    [5, 7, 'fixed'],
    [2, 4, 'left'],
  ]);
});

it('does not take what the caller may not see for a time in which the person had left', () => {
  expect(told({ isWhole: false, peopleFrom: 0 })).toEqual([[5, 7, 'fixed']]);
});

it('leaves out what may be removed at any time', () => {
  expect(told({ isWhole: true, peopleFrom: 4 })).toEqual([[5, 7, 'fixed']]);
});
