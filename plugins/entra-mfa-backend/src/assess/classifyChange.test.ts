import {
  changeKinds,
  type ChangeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { anyFacts, anySettings } from '../__testUtils__/anyFacts';
import { assessPerson } from './assessPerson';
import { classifyChange } from './classifyChange';
import { conditionOf, type Condition } from './condition';

const at = new Date('2026-11-21T08:00:00Z');

const person = (some: Partial<Condition> = {}) =>
  conditionOf({
    state: 'covered',
    scopeClass: null,
    registered: true,
    capable: true,
    tier: 'app-or-token',
    ...some,
  });

const app = person();
const phone = person({ tier: 'phone' });
const key = person({ tier: 'phishing-resistant' });
const notAllowed = person({ capable: false });
const keyNotAllowed = person({ capable: false, tier: 'phishing-resistant' });
const uncovered = person({ state: 'uncovered', registered: false });
const notCapable = person({ state: 'uncovered', capable: false });
const recoveryOnly = person({
  state: 'uncovered',
  registered: false,
  tier: 'recovery-only',
});
const noRow = person({ state: 'uncovered', registered: null });
const noRowYet = person({ state: 'unknown', registered: null });
const external = person({ state: 'unknown', registered: false });
const certificate = person({ state: 'unknown', tier: 'none' });
const exempt = person({ state: 'exempt', registered: false });
const exemptCovered = person({ state: 'exempt' });
const leftOut = (
  scopeClass: Condition['scopeClass'],
  registered: boolean | null = true,
) => person({ state: 'out-of-scope', scopeClass, registered });

const cases: [string, Condition | null, Condition | null, ChangeKind | null][] =
  [
    ['nobody, still', null, null, null],
    ['new', null, app, 'joined'],
    ['new, and left out', null, leftOut('guest'), 'joined'],
    ['gone', uncovered, null, 'left'],
    ['the same', app, app, null],
    ['registered, then not', app, uncovered, 'lost'],
    ['registered, then two reads without a row', app, noRow, 'lost'],
    ['registered, then exempt and not registered', app, exempt, 'lost'],
    [
      'a break-glass account, then without a method',
      leftOut('break-glass'),
      leftOut('break-glass', false),
      'lost',
    ],
    ['not registered, then registered', uncovered, phone, 'gained'],
    ['without a row, then registered', noRow, app, 'gained'],
    ['exempt, then registered', exempt, app, 'gained'],
    ['app, then only a phone', app, phone, 'downgraded'],
    ['allowed, then not', app, notAllowed, 'downgraded'],
    ['allowed, then not, where capable counts', app, notCapable, 'downgraded'],
    ['a stronger one that is not allowed', app, keyNotAllowed, 'downgraded'],
    ['phone, then app', phone, app, 'upgraded'],
    ['not allowed, then allowed', notCapable, app, 'upgraded'],
    ['app, then key', app, key, 'upgraded'],
    [
      'not registered, then a way to reset the password',
      uncovered,
      recoveryOnly,
      null,
    ],
    ['without a row, then a row that says no', noRow, uncovered, null],
    ['registered, then disabled', app, leftOut('disabled', null), 'scope'],
    ['disabled, then not registered', leftOut('disabled'), uncovered, 'scope'],
    [
      'left out for another reason',
      leftOut('guest'),
      leftOut('listed'),
      'scope',
    ],
    [
      'a guest who loses a method',
      leftOut('guest'),
      leftOut('guest', false),
      null,
    ],
    ['an exception began', uncovered, exempt, 'exception'],
    ['an exception ended', exempt, uncovered, 'exception'],
    [
      'an exception of who is registered ended',
      exemptCovered,
      app,
      'exception',
    ],
    [
      'an exception of who is not known ended',
      person({ state: 'exempt', registered: null }),
      noRow,
      'exception',
    ],
    ['registered, then not known', app, noRowYet, 'certainty'],
    ['not known, then registered', noRowYet, app, 'certainty'],
    ['not known, then not registered', noRowYet, noRow, 'certainty'],
    ['an external method, then registered', external, app, 'certainty'],
    [
      'a certificate that is not proven',
      person({ tier: 'none' }),
      certificate,
      'certainty',
    ],
    [
      'the same facts, counted in another way',
      app,
      person({ state: 'uncovered' }),
      'rule',
    ],
  ];

describe('the kind of a change', () => {
  it.each(cases)('%s', (_, before, after, kind) => {
    const change = { before, after, renamed: false, onlyByRules: false };
    expect(classifyChange(change)).toBe(kind);
    // Who is there before and after is at least renamed.
    const renamed = classifyChange({ ...change, renamed: true });
    expect(renamed).toBe(kind ?? (before && after ? 'renamed' : null));
  });

  it('is the rules where nothing else changed, whatever it looks like', () => {
    for (const [, before, after, kind] of cases) {
      const change = { before, after, renamed: true, onlyByRules: true };
      const same = JSON.stringify(before) === JSON.stringify(after);
      const ruled = same ? 'renamed' : 'rule';
      const expected = before && after ? ruled : kind;
      expect(classifyChange(change)).toBe(expected);
    }
  });

  it('has a case for every kind', () => {
    const covered = new Set(cases.map(([, , , kind]) => kind));
    for (const kind of changeKinds) {
      expect(kind === 'renamed' || covered.has(kind)).toBe(true);
    }
  });
});

describe('laws', () => {
  const anyCondition = fc
    .tuple(anyFacts, anySettings)
    .map(([facts, settings]) => conditionOf(assessPerson(facts, settings, at)));
  const anybody = fc.option(anyCondition);
  const sameWay = { renamed: false, onlyByRules: false };

  it('there and back is no change', () => {
    fc.assert(
      fc.property(anybody, fc.boolean(), (side, onlyByRules) => {
        const change = { before: side, after: side, renamed: false };
        expect(classifyChange({ ...change, onlyByRules })).toBeNull();
      }),
    );
  });

  it('the way back of a change is its opposite', () => {
    const opposite: Partial<Record<ChangeKind, ChangeKind[]>> = {
      lost: ['gained'],
      gained: ['lost'],
      joined: ['left'],
      left: ['joined'],
      // A stronger method that is not allowed is weaker either way.
      upgraded: ['downgraded'],
      downgraded: ['upgraded', 'downgraded'],
      scope: ['scope'],
      certainty: ['certainty'],
      rule: ['rule'],
      exception: ['exception'],
    };
    fc.assert(
      fc.property(anybody, anybody, (before, after) => {
        const there = classifyChange({ before, after, ...sameWay });
        const back = classifyChange({
          before: after,
          after: before,
          ...sameWay,
        });
        const expected = there === null ? [null] : opposite[there];
        expect(expected).toContain(back);
      }),
    );
  });

  it('nobody is lost who still is registered, or was not before', () => {
    fc.assert(
      fc.property(anybody, anybody, (before, after) => {
        const kind = classifyChange({ before, after, ...sameWay });
        expect(kind !== 'lost' || before?.registered).toBe(true);
        expect(kind === 'lost' && after?.registered).not.toBe(true);
      }),
    );
  });
});
