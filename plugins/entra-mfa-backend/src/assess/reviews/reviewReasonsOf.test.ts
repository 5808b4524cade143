import type { ReviewReason } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  keepNeedsNote,
  reviewReasonsOf,
  type ReviewFacts,
  type ReviewTimes,
} from './reviewReasonsOf';

const day = (text: string) => new Date(`${text}T08:00:00Z`);
const times: ReviewTimes = {
  at: day('2026-11-20'),
  since: day('2026-08-22'),
  oldEnough: day('2026-11-06'),
};

/** Somebody who is well, and on no list. */
const well: ReviewFacts = {
  state: 'covered',
  reason: 'registered',
  scopeClass: null,
  registered: true,
  privileged: false,
  marks: [],
  hasMethods: true,
  enabled: true,
  enablementSince: day('2025-01-01'),
  leaveAt: null,
  createdAt: day('2025-01-01'),
  hasEntity: true,
  hadEntity: true,
  atBaseline: true,
};
const short: Partial<ReviewFacts> = {
  state: 'uncovered',
  reason: 'not-registered',
  registered: false,
  hasMethods: false,
};
const notYet: Partial<ReviewFacts> = {
  state: 'unknown',
  reason: 'no-row-yet',
  registered: null,
  hasMethods: false,
};
const disabled: Partial<ReviewFacts> = {
  state: 'out-of-scope',
  reason: 'disabled',
  scopeClass: 'disabled',
  enabled: false,
};

it.each<[string, Partial<ReviewFacts>, ReviewReason[]]>([
  ['somebody who is well', {}, []],
  ['privileged', { privileged: true }, ['privileged']],
  ['roles are not read', { privileged: null }, []],
  [
    'disabled, with a role',
    { ...disabled, marks: ['disabled-with-role'] },
    ['privileged'],
  ],
  ['not there at the baseline', { atBaseline: false }, ['new']],
  ['made at the baseline', { createdAt: times.since }, ['new']],
  ['made before', { createdAt: new Date(times.since.getTime() - 1) }, []],
  ['made nobody knows when', { createdAt: null }, []],
  ['leaves at the snapshot', { leaveAt: times.at }, ['left-but-enabled']],
  ['leaves later', { leaveAt: new Date(times.at.getTime() + 1) }, []],
  ['has left, disabled', { ...disabled, leaveAt: day('2026-01-01') }, []],
  [
    'has left, enabled or not nobody says',
    { leaveAt: day('2026-01-01'), enabled: null },
    [],
  ],
  [
    'gone from the catalog',
    { hasEntity: false, hadEntity: true },
    ['left-but-enabled'],
  ],
  ['never in the catalog', { hasEntity: false, hadEntity: false }, []],
  [
    'a guest gone from the catalog',
    { scopeClass: 'guest', hasEntity: false, hadEntity: true },
    [],
  ],
  [
    'disabled since the baseline',
    { ...disabled, enablementSince: day('2026-10-01') },
    ['disabled'],
  ],
  [
    'disabled at the baseline',
    { ...disabled, enablementSince: times.since },
    [],
  ],
  ['enabled since the baseline', { enablementSince: day('2026-10-01') }, []],
  ['not registered', short, ['no-method']],
  ['without a row', { ...short, reason: 'no-row' }, ['no-method']],
  ['without a row yet', notYet, ['no-method']],
  [
    'with a certificate that may not be used',
    { ...notYet, reason: 'certificate-scope' },
    ['no-method'],
  ],
  ['with methods and yet no row', { ...notYet, hasMethods: true }, []],
  ['the report was not read', { ...notYet, reason: 'not-read' }, []],
  [
    'registered, and not capable where that counts',
    { ...short, reason: 'not-capable', registered: true },
    [],
  ],
  ['a guest who is not registered', { ...short, scopeClass: 'guest' }, []],
  [
    'just old enough',
    { ...short, createdAt: times.oldEnough },
    ['new', 'no-method'],
  ],
  [
    'too young',
    { ...short, createdAt: new Date(times.oldEnough.getTime() + 1) },
    ['new'],
  ],
  ['of an age that nobody knows', { ...short, createdAt: null }, ['no-method']],
  [
    'several',
    { ...short, privileged: true, atBaseline: false },
    ['privileged', 'new', 'no-method'],
  ],
])('%s', (_, facts, expected) => {
  const found = reviewReasonsOf({ ...well, ...facts }, times);
  expect(found.sort()).toEqual([...expected].sort());
});

it.each<[string, Partial<ReviewFacts>, boolean]>([
  ['privileged and registered', { privileged: true }, false],
  ['privileged and not registered', { ...short, privileged: true }, true],
  ['privileged and not known', { ...notYet, privileged: true }, true],
  [
    'privileged with an external method',
    { ...notYet, reason: 'external-method', privileged: true },
    false,
  ],
  ['not registered', short, false],
])('to keep somebody %s needs a note: %p', (_, facts, expected) => {
  expect(keepNeedsNote({ ...well, ...facts })).toBe(expected);
});
