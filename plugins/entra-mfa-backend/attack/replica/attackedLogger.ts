import {
  coreServices,
  createServiceFactory,
  type LoggerService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** Writes everything that is logged, with all that goes with it, where the attack reads it. */
function loggerOf(labels: JsonObject): LoggerService {
  const write =
    (level: string) => (message: string, meta?: Error | JsonObject) => {
      const more = meta instanceof Error ? { error: meta.stack } : meta;
      process.stdout.write(
        `${JSON.stringify({ level, message, ...labels, ...more })}\n`,
      );
    };
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: more => loggerOf({ ...labels, ...more }),
  };
}

/** The log of the attacked portal. */
export const attackedLogger = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: (): RootLoggerService => loggerOf({}),
});
