import { storable } from './storable';

describe('storable', () => {
  it.each([
    ['Ada', 'Ada'],
    ['Ada 👩‍💻 Åström', 'Ada 👩‍💻 Åström'],
    ['Ada \uD83D', 'Ada \uFFFD'],
    ['\uDC69 Ada', '\uFFFD Ada'],
    ['\uDC69\uD83D', '\uFFFD\uFFFD'],
    ['A\0da', 'A\uFFFDda'],
    ['', ''],
  ])('makes of %j %j', (text, expected) => {
    expect(storable(text)).toBe(expected);
  });

  it('changes the texts of a record and nothing else', () => {
    const body = {
      title: 'Ops\uD83D',
      parentRef: null,
      isAdmin: false,
      count: 2,
      leads: { profile: { 'owner\0': ['Ada\uD83D', 'Bo'] } },
    };
    expect(storable(body)).toEqual({
      title: 'Ops\uFFFD',
      parentRef: null,
      isAdmin: false,
      count: 2,
      leads: { profile: { 'owner\uFFFD': ['Ada\uFFFD', 'Bo'] } },
    });
  });
});
