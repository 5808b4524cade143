const RealDate = globalThis.Date;

/** Sets the page's clock: recorded answers are as old as they were when they were recorded. */
export function startClockAt(now: number): void {
  const ahead = now - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts: [] | [number | string | Date]) {
      super(...((parts.length > 0 ? parts : [Date.now()]) as [number]));
    }

    static override now(): number {
      return RealDate.now() + ahead;
    }
  } as DateConstructor;
}
