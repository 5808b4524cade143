import type { RegistrationEventBody } from '../collectors/types';
import { AttemptCounter } from './AttemptCounter';

const event = (
  method: string,
  change: Partial<RegistrationEventBody> = {},
): RegistrationEventBody => ({
  at: '2026-11-20T08:00:00.000Z',
  feature: 'registration',
  method,
  success: true,
  reason: null,
  ...change,
});
const failed = (method: string, reason: string | null) =>
  event(method, { success: false, reason });
const push = 'microsoftAuthenticatorPush';

it('counts people once for each of both, and what they did as often as they did it', () => {
  const counter = new AttemptCounter();
  counter.add([failed(push, 'Cancelled'), event(push)]);
  counter.add([failed(push, 'Cancelled'), failed(push, 'Timed out')]);
  // Mail is a way back in, and no second factor.
  counter.add([event('email'), event('email', { feature: 'reset' })]);
  counter.add([
    event('mobilePhone', { feature: 'reset', success: false, reason: null }),
  ]);
  expect(counter.result()).toEqual({
    registration: { tried: 3, managed: 1 },
    reset: { tried: 2, managed: 1 },
    methods: [
      {
        feature: 'registration',
        method: push,
        succeeded: 1,
        failed: 3,
        reasons: [
          { reason: 'Cancelled', count: 2 },
          { reason: 'Timed out', count: 1 },
        ],
      },
      {
        feature: 'registration',
        method: 'email',
        succeeded: 1,
        failed: 0,
        reasons: [],
      },
      {
        feature: 'reset',
        method: 'email',
        succeeded: 1,
        failed: 0,
        reasons: [],
      },
      {
        feature: 'reset',
        method: 'mobilePhone',
        succeeded: 0,
        failed: 1,
        reasons: [],
      },
    ],
  });
});

it('tells the three reasons that come most often', () => {
  const counter = new AttemptCounter();
  for (const reason of ['d', 'c', 'b', 'b', 'a', 'a', 'a']) {
    counter.add([failed(push, reason)]);
  }
  expect(counter.result().methods[0].reasons).toEqual([
    { reason: 'a', count: 3 },
    { reason: 'b', count: 2 },
    { reason: 'c', count: 1 },
  ]);
});
