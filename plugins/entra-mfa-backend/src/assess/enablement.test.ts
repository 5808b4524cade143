import { followEnablement, type Enablement } from './enablement';

const made = '2024-01-01T00:00:00Z';
const before = new Date('2026-11-20T08:00:00Z');
const at = new Date('2026-11-21T08:00:00Z');
const was = (enabled: boolean | null, since: Date | null): Enablement => ({
  enabled,
  since,
});

it.each<[string, boolean | null, string | null, Enablement | null, Enablement]>(
  [
    ['seen first, enabled', true, made, null, was(true, new Date(made))],
    ['seen first, enabled, age not told', true, null, null, was(true, at)],
    ['seen first, disabled', false, made, null, was(false, null)],
    ['seen first, not told', null, made, null, was(null, null)],
    ['as before', true, made, was(true, before), was(true, before)],
    ['enabled again', true, made, was(false, null), was(true, at)],
    ['disabled', false, made, was(true, before), was(false, at)],
    ['not told any more', null, made, was(true, before), was(true, before)],
    [
      'told for the first time',
      true,
      made,
      was(null, null),
      was(true, new Date(made)),
    ],
  ],
)('%s', (_, enabled, created, last, expected) => {
  expect(followEnablement(enabled, created, last, at)).toEqual(expected);
});
