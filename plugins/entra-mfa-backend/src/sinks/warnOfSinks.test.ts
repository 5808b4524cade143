import { mockServices } from '@backstage/backend-test-utils';
import { warnOfSinks } from './warnOfSinks';

it.each([
  [['vanta'], ['t'], 'info', /people of tenant t are pushed to Vanta/],
  [[], ['t'], 'warn', /no module adds a sink/],
  [['vanta'], ['other'], 'warn', /names t, which is not read/],
] as const)('says of %j with %j: %s', (ids, tenants, level, said) => {
  const logger = mockServices.logger.mock();
  warnOfSinks(
    {
      sinks: { vanta: { tenantId: 't' } },
      tenants: tenants.map(tenantId => ({ tenantId })) as never,
    },
    ids.map(id => ({ id, title: 'Vanta' })),
    logger,
  );
  expect(logger[level]).toHaveBeenCalledWith(expect.stringMatching(said));
  expect(logger.warn).toHaveBeenCalledTimes(level === 'warn' ? 1 : 0);
});
