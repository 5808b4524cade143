import { ResponseError } from '@backstage/errors';

/** The simulator's control endpoints that the demo uses. */
export class SimulatorControl {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async setClock(now: Date, mode: 'frozen' | 'running'): Promise<void> {
    const response = await fetch(`${this.#url}/control/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        set: now.toISOString(),
        frozen: mode === 'frozen',
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  }
}
