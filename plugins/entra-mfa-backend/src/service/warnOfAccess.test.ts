import { mockServices } from '@backstage/backend-test-utils';
import { warnOfAccess } from './warnOfAccess';

const safe = {
  exposure: 'groups',
  fourEyes: { unidentifiedMayDecide: false },
  pictures: [],
} as const;

it.each([
  ['nothing by default', {}, []],
  ['nothing where the catalog is told nothing', { exposure: 'off' }, []],
  ['states that everybody reads', { exposure: 'all' }, [/exposure is 'all'/]],
  [
    'four eyes that may be one person',
    { fourEyes: { unidentifiedMayDecide: true } },
    [/unidentifiedMayDecide/],
  ],
  [
    'pictures that everybody sees',
    {
      pictures: [
        { team: 'group:default/payments', control: null, tenant: null },
        { team: null, control: 'mfa/MFA-01', tenant: null },
      ],
    },
    [/group:default\/payments, mfa\/MFA-01 without signing in/],
  ],
] as const)('warns of %s', (_, changed, lines) => {
  const logger = mockServices.logger.mock();
  warnOfAccess({ ...safe, ...changed }, logger);
  expect(logger.warn.mock.calls.map(([line]) => line)).toEqual(
    lines.map(line => expect.stringMatching(line)),
  );
});
