/** The syncs of this process, one at a time for each tenant. */
export class RunningSyncs {
  readonly #sync: (tenantId: string, signal: AbortSignal) => Promise<void>;
  readonly #running = new Map<string, Promise<void>>();
  readonly #ends = new Map<string, AbortController>();
  readonly #stop = new AbortController();

  constructor(sync: (tenantId: string, signal: AbortSignal) => Promise<void>) {
    this.#sync = sync;
  }

  has(tenantId: string): boolean {
    return this.#running.has(tenantId);
  }

  /** Runs a sync, or waits for the one that runs: in one process, a second would overtake it. */
  join(tenantId: string, signal: AbortSignal): Promise<void> {
    let running = this.#running.get(tenantId);
    if (!running) {
      const end = new AbortController();
      this.#ends.set(tenantId, end);
      running = this.#sync(
        tenantId,
        AbortSignal.any([signal, this.#stop.signal, end.signal]),
      ).finally(() => {
        this.#running.delete(tenantId);
        this.#ends.delete(tenantId);
      });
      this.#running.set(tenantId, running);
    }
    return running;
  }

  /** Stops the one of a tenant that is not read any more. */
  end(tenantId: string): void {
    this.#ends
      .get(tenantId)
      ?.abort(new Error(`Tenant ${tenantId} was disconnected meanwhile`));
  }

  /** Stops them all; resolves when they have ended. */
  async stop(): Promise<void> {
    this.#stop.abort(new Error('The portal shuts down'));
    await Promise.allSettled(this.#running.values());
  }
}
