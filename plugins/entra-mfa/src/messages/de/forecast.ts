import type { forecast as english } from '../forecast';
import type { MessagesOf } from '../MessagesOf';

export const forecast: MessagesOf<typeof english> = {
  expected: 'Bei diesem Tempo werden {{target}} um den {{day}} erreicht',
  range: ', zwischen dem {{earliest}} und dem {{latest}}',
  openRange: ', nicht vor dem {{earliest}}; beim langsameren Tempo gar nicht',
  pace: '{{points}} Punkte pro Woche in den letzten {{weeks, number}} Wochen',
  short: 'um den {{day}}',
  met: 'erreicht',
  none: {
    stale: 'Keine Prognose: Die Zahlen sind veraltet.',
    tooFew:
      'Keine Prognose: Weniger als 10 Personen zählen, zu wenige für ein Tempo.',
    tooShort:
      'Noch keine Prognose: Sie braucht 6 Wochen mit denselben Regeln, bisher sind es {{weeks, number}}.',
    notRising:
      'Keine Prognose: Die Abdeckung ist in den letzten Wochen nicht gestiegen.',
    tooFar: 'Keine Prognose: Bei diesem Tempo dauert es über zwei Jahre.',
  },
  noneShort: {
    stale: 'veraltet',
    tooFew: 'zu wenige',
    tooShort: 'zu früh',
    notRising: 'steigt nicht',
    tooFar: 'über 2 Jahre',
  },
  verdict: {
    onTime: 'Rechtzeitig zum gesetzten Datum, {{day}}.',
    uncertain: 'Das gesetzte Datum, {{day}}, liegt in der Spanne.',
    late: 'Zu spät für das gesetzte Datum, {{day}}.',
  },
  method:
    'Eine Gerade nach der mittleren wöchentlichen Änderung; die Spanne folgt aus ihren vier langsamsten und vier schnellsten Wochen.',
  column: 'Prognose',
  columnHint:
    'Wann das Ziel beim Tempo der letzten Wochen erreicht wird. Die Spanne steht beim Team.',
};
