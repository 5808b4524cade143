/** Words of the forecast to the target. */
export const forecast = {
  expected: 'At this pace {{target}} is reached around {{day}}',
  range: ', between {{earliest}} and {{latest}}',
  openRange: ', not before {{earliest}}; at the slower pace not at all',
  pace: '{{points}} points a week over the last {{weeks, number}} weeks',
  short: 'around {{day}}',
  met: 'met',
  none: {
    stale: 'No forecast: the figures are stale.',
    tooFew: 'No forecast: fewer than 10 people count, too few for a pace.',
    tooShort:
      'No forecast yet: it needs 6 weeks under the same rules, and there are {{weeks, number}}.',
    notRising: 'No forecast: coverage did not rise in the last weeks.',
    tooFar: 'No forecast: at this pace it takes more than two years.',
  },
  noneShort: {
    stale: 'stale',
    tooFew: 'too few',
    tooShort: 'too early',
    notRising: 'not rising',
    tooFar: '2 years +',
  },
  verdict: {
    onTime: 'In time for the set date, {{day}}.',
    uncertain: 'The set date, {{day}}, lies within the range.',
    late: 'Too late for the set date, {{day}}.',
  },
  method:
    'A straight line by the mean weekly change; the range is that of its slowest and fastest four weeks.',
  column: 'Forecast',
  columnHint:
    'When the target is reached at the pace of the last weeks. Open the team for its range.',
} as const;
