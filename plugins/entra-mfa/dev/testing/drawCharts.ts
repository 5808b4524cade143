/** Gives elements a size, which the DOM of the tests does not: of a chart's width depends what is pointed at. */
export function drawCharts(): void {
  beforeEach(() => {
    jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockReturnValue(new DOMRect(0, 0, 400, 200));
  });
  afterEach(() => jest.restoreAllMocks());
}
