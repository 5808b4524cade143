/** Words of the countdown to the end of Microsoft's SMS and voice. */
export const phone = {
  title: 'Only a phone',
  countdown_one: '{{count}} day left',
  countdown_other: '{{count}} days left',
  ended: 'since {{date}}',
  people_one: '{{count, number}} person has nothing but a phone',
  people_other: '{{count, number}} people have nothing but a phone',
  text: 'and read as registered today. Microsoft stops its own SMS and voice on {{date}}; from then on a prompt blocks them.',
  textBoth:
    'and read as registered today. Microsoft stops its own SMS and voice, for some of them later; from then on a prompt blocks them:',
  textStill: 'and read as registered.',
  day_one: '{{count, number}} person from {{date}}',
  day_other: '{{count, number}} people from {{date}}',
  ofTeam: '{{count, number}} from {{date}}',
  only_one: '{{count, number}} only has a phone',
  only_other: '{{count, number}} only have a phone',
  more_one: '{{count, number}} more only has a phone',
  more_other: '{{count, number}} more only have a phone',
  blocked: 'blocked from {{date}}',
  default_one:
    '{{count, number}} person has a phone as the default second factor',
  default_other:
    '{{count, number}} people have a phone as their default second factor',
  teams: 'Teams with most of them',
  none: 'Nobody in scope has only a phone.',
  cloud:
    "The date is that of the public cloud, by Microsoft's FAQ of 23 Sep 2026.",
  cloudBoth:
    "The dates are those of the public cloud, by Microsoft's FAQ of 23 Sep 2026: the later one is for Global Administrators and external users.",
  burnDown: {
    title: 'Only a phone, over time',
    label:
      'People with only a phone from {{from}} to {{to}}: {{first}} to {{last}}. On {{date}} there may be {{left}} left.',
    left: 'at most {{count, number}} left',
    needed:
      'For nobody to be blocked on {{date}}, {{pace}} people a week have to register something else.',
    fewer_one: 'In the last four weeks, there was {{count, number}} fewer.',
    fewer_other: 'In the last four weeks, there were {{count, number}} fewer.',
    more_one: 'In the last four weeks, there was {{count, number}} more.',
    more_other: 'In the last four weeks, there were {{count, number}} more.',
    same: 'Four weeks ago there were as many.',
  },
  why: {
    nationalCloud:
      'No end date: Microsoft has announced none for its SMS and voice in this cloud.',
    ownProvider:
      'No end date: SMS and voice come from a telephony provider of your organization.',
  },
} as const;
