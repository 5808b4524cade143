import { collectors } from '../collectors';
import { registrations } from '../collectors/registrations';
import { lanesOf } from './lanes';

const lanes = lanesOf(collectors);

function laneWith(id: string) {
  return lanes.findIndex(lane =>
    lane.collectors.some(({ collector }) => collector.id === id),
  );
}

it('has every data set once', () => {
  const ids = lanes.flatMap(lane =>
    lane.collectors.map(({ collector }) => collector.id),
  );
  expect(ids.sort()).toEqual(collectors.map(({ id }) => id).sort());
});

it.each([
  ['registrations', 'registration-events'],
  ['risky-users', 'risk-detections'],
  ['users', 'catalog-users'],
])('reads %s and %s after each other', (one, other) => {
  expect(laneWith(one)).toBe(laneWith(other));
});

it.each([
  ['registrations', 'risk-detections'],
  ['registrations', 'devices'],
  ['registrations', 'sign-in-activity'],
  ['mailbox-purpose', 'devices'],
])('reads %s and %s beside each other', (one, other) => {
  expect(laneWith(one)).not.toBe(laneWith(other));
});

/** What a data set waits for, without the organization, which everything waits for. */
it.each<[string, string[]]>([
  ['users', []],
  ['feature-summary', []],
  ['registration-events', []],
  ['registrations', ['users']],
  ['risk-detections', ['users']],
  ['role-groups', ['users']],
  [
    'policy-group-members',
    ['users', 'conditional-access', 'authentication-methods'],
  ],
  ['mailbox-purpose', ['users', 'registrations']],
])('begins %s after %p', (id, needed) => {
  const [{ after }] = lanes.flatMap(lane =>
    lane.collectors.filter(({ collector }) => collector.id === id),
  );
  expect(after).toEqual(['organization', ...needed]);
});

it('waits for none that is not read', () => {
  const [lane] = lanesOf([registrations]);
  expect(lane.collectors[0].after).toEqual([]);
});

it('lets nothing be read before it is known whose data it is', () => {
  const [first, ...others] = collectors;
  expect(first.identifiesTenant).toBe(true);
  const waits = lanes
    .flatMap(lane => lane.collectors)
    .filter(({ after }) => after.includes(first.id));
  expect(waits).toHaveLength(others.length);
});
