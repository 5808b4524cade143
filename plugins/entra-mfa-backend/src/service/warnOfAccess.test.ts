import { mockServices } from '@backstage/backend-test-utils';
import { warnOfAccess } from './warnOfAccess';

it.each([
  [false, 0],
  [true, 1],
])('warns of four eyes that may be one person: %s', (allowed, lines) => {
  const logger = mockServices.logger.mock();
  warnOfAccess({ fourEyes: { unidentifiedMayDecide: allowed } }, logger);
  expect(logger.warn).toHaveBeenCalledTimes(lines);
});
