/** Words of the countdown to the end of Microsoft's SMS and voice. */
export const phone = {
  title: 'Only a phone',
  countdown_one: '{{count}} day left',
  countdown_other: '{{count}} days left',
  ended: 'since {{date}}',
  people_one: '{{count, number}} person has nothing but a phone',
  people_other: '{{count, number}} people have nothing but a phone',
  text: 'and read as registered today. Microsoft stops its own SMS and voice on {{date}}; from then on a prompt blocks them.',
  default_one:
    '{{count, number}} person has a phone as the default second factor',
  default_other:
    '{{count, number}} people have a phone as their default second factor',
  teams: 'Teams with most of them',
  none: 'Nobody in scope has only a phone.',
  cloud:
    'The date is that of the public cloud, as Microsoft documented it on 10 Jun 2026.',
} as const;
