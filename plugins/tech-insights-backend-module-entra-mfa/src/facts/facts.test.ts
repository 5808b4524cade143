import fc from 'fast-check';
import { combineTeams } from './combineTeams';
import { factSchema } from './factSchema';
import { factsOfTeam } from './factsOfTeam';
import { unknownTeam, type TeamFacts } from './TeamFacts';

const control = 'mfa/MFA-01';
const met: TeamFacts = {
  target: 'met',
  freshness: 'fresh',
  figures: { covered: 19, uncovered: 1, permille: 950, short: 0, phoneOnly: 3 },
  privilegedUncovered: 0,
  readAt: '2026-11-21T08:00:00Z',
  controls: new Map([[control, 'met']]),
};
const missed: TeamFacts = {
  ...met,
  target: 'not-met',
  figures: { covered: 6, uncovered: 4, permille: 600, short: 4, phoneOnly: 1 },
  privilegedUncovered: 2,
  controls: new Map([[control, 'not-met']]),
};
const stale: TeamFacts = {
  ...unknownTeam,
  freshness: 'stale',
  readAt: '2026-11-01T08:00:00Z',
};

describe('facts', () => {
  it('of a team that is known', () => {
    expect(factsOfTeam(missed, [control])).toEqual({
      mfaTarget: 'not-met',
      mfaTargetMet: false,
      mfaFreshness: 'fresh',
      mfaCoveragePermille: 600,
      mfaCovered: 6,
      mfaUncovered: 4,
      mfaShort: 4,
      mfaPhoneOnly: 1,
      mfaPrivilegedUncovered: 2,
      mfaReadAt: '2026-11-21T08:00:00Z',
      'mfaControl/mfa/MFA-01': 'not-met',
      'mfaControlMet/mfa/MFA-01': false,
    });
  });

  it.each([
    [
      'old',
      stale,
      {
        mfaTarget: 'unknown',
        mfaFreshness: 'stale',
        mfaReadAt: '2026-11-01T08:00:00Z',
      },
    ],
    ['nothing', unknownTeam, { mfaTarget: 'unknown', mfaFreshness: 'unknown' }],
  ])('of %s have no zero and no false', (_, team, expected) => {
    expect(factsOfTeam(team, [control])).toEqual({
      ...expected,
      'mfaControl/mfa/MFA-01': 'unknown',
    });
  });

  it('are all in the schema', () => {
    expect(Object.keys(factSchema([control]))).toEqual(
      expect.arrayContaining(Object.keys(factsOfTeam(met, [control]))),
    );
  });
});

describe('several', () => {
  it('tenants add up, and none is forgotten', () => {
    expect(combineTeams([met, missed], { addUp: true })).toMatchObject({
      target: 'not-met',
      figures: { covered: 25, uncovered: 5, permille: 833, short: 4 },
      privilegedUncovered: 2,
    });
    expect(combineTeams([met, stale], { addUp: true })).toEqual({
      ...stale,
      controls: new Map([[control, 'unknown']]),
    });
  });

  it('owners have no figures: somebody may be in both', () => {
    expect(combineTeams([met, met], { addUp: false })).toEqual({
      ...met,
      figures: null,
      privilegedUncovered: null,
    });
  });

  it('meet what each meets, and miss what one is known to miss', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(met, missed, stale, unknownTeam), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.boolean(),
        (teams, addUp) => {
          const { target, controls } = combineTeams(teams, { addUp });
          expect(target === 'met').toBe(teams.every(one => one === met));
          expect(target === 'not-met').toBe(teams.includes(missed));
          expect(controls.get(control) ?? 'unknown').toBe(target);
        },
      ),
    );
  });
});
