/** What one thing took. */
export interface Measured {
  milliseconds: number;
  /** The most memory that the process held, above what it held before, in bytes. */
  memory: number;
}

/** Measures how long something takes, and how much the process grows meanwhile. */
export async function measure(run: () => Promise<unknown>): Promise<Measured> {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 10);
  const start = performance.now();
  await run();
  const milliseconds = performance.now() - start;
  look();
  clearInterval(timer);
  return { milliseconds, memory: most - before };
}

/** The middle one of several values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
