import type { PageSource } from '../graph/types';

/** A source that says, too, each time that Graph asks to wait. */
export function hearThrottling(
  source: PageSource,
  throttled: () => void,
): PageSource {
  return {
    read: (collector, options) =>
      source.read(collector, {
        ...options,
        onWait(wait) {
          if (wait.reason === 'throttled') {
            throttled();
          }
          options.onWait?.(wait);
        },
      }),
  };
}
