import type { LoggerService } from '@backstage/backend-plugin-api';

/** For tests and benchmarks, which say what they found and nothing else. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
