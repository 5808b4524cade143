/** Gives elements a size, which the DOM of the tests does not: charts draw nothing without one. */
export function drawCharts(): void {
  beforeEach(() => {
    jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockImplementation(function sizeOf(this: Element) {
        // Text has no size, so that every label has room.
        return this.id.includes('measurement')
          ? new DOMRect(0, 0, 0, 0)
          : new DOMRect(0, 0, 400, 200);
      });
    globalThis.ResizeObserver = class {
      observe() {}

      unobserve() {}

      disconnect() {}
    };
    for (const side of ['offsetWidth', 'offsetHeight'] as const) {
      Object.defineProperty(HTMLElement.prototype, side, {
        configurable: true,
        value: side === 'offsetWidth' ? 400 : 200,
      });
    }
  });
  afterEach(() => jest.restoreAllMocks());
}
