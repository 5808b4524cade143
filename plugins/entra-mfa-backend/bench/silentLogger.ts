import type { LoggerService } from '@backstage/backend-plugin-api';

/** A benchmark says nothing but its table. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
