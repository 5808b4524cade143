import type { phone as english } from '../phone';
import type { MessagesOf } from '../MessagesOf';

export const phone: MessagesOf<typeof english> = {
  title: 'Nur ein Telefon',
  countdown_one: 'noch {{count}} Tag',
  countdown_other: 'noch {{count}} Tage',
  ended: 'seit {{date}}',
  people_one: '{{count, number}} Person hat nichts als ein Telefon',
  people_other: '{{count, number}} Personen haben nichts als ein Telefon',
  text: 'und gelten heute als registriert. Microsoft stellt die eigenen SMS und Anrufe am {{date}} ein; ab dann sperrt eine Aufforderung sie aus.',
  textBoth:
    'und gelten heute als registriert. Microsoft stellt die eigenen SMS und Anrufe ein, für einige von ihnen später; ab dann sperrt eine Aufforderung sie aus:',
  textStill: 'und gelten als registriert.',
  day_one: '{{count, number}} Person ab {{date}}',
  day_other: '{{count, number}} Personen ab {{date}}',
  ofTeam: '{{count, number}} ab {{date}}',
  only_one: '{{count, number}} Person hat nur ein Telefon',
  only_other: '{{count, number}} Personen haben nur ein Telefon',
  more_one: '{{count, number}} weitere Person hat nur ein Telefon',
  more_other: '{{count, number}} weitere Personen haben nur ein Telefon',
  blocked: 'gesperrt ab {{date}}',
  default_one:
    '{{count, number}} Person hat ein Telefon als zweiten Standardfaktor',
  default_other:
    '{{count, number}} Personen haben ein Telefon als zweiten Standardfaktor',
  teams: 'Teams mit den meisten davon',
  none: 'Niemand im Geltungsbereich hat nur ein Telefon.',
  cloud:
    'Das Datum gilt für die öffentliche Cloud, nach den FAQ von Microsoft vom 23. September 2026.',
  cloudBoth:
    'Die Daten gelten für die öffentliche Cloud, nach den FAQ von Microsoft vom 23. September 2026: das spätere für globale Administratoren und externe Benutzer.',
  burnDown: {
    title: 'Nur ein Telefon, im Verlauf',
    label:
      'Personen mit nur einem Telefon von {{from}} bis {{to}}: {{first}} bis {{last}}. Am {{date}} dürfen noch {{left}} übrig sein.',
    left: 'höchstens noch {{count, number}}',
    needed:
      'Damit am {{date}} niemand ausgesperrt wird, müssen {{pace}} Personen pro Woche etwas anderes registrieren.',
    fewer_one: 'In den letzten vier Wochen wurde es {{count, number}} weniger.',
    fewer_other:
      'In den letzten vier Wochen wurden es {{count, number}} weniger.',
    more_one: 'In den letzten vier Wochen wurde es {{count, number}} mehr.',
    more_other: 'In den letzten vier Wochen wurden es {{count, number}} mehr.',
    same: 'Vor vier Wochen waren es genauso viele.',
  },
  why: {
    nationalCloud:
      'Kein Enddatum: Microsoft hat für SMS und Anrufe in dieser Cloud keines angekündigt.',
    ownProvider:
      'Kein Enddatum: SMS und Anrufe kommen von einem Telefonanbieter Ihrer Organisation.',
  },
};
