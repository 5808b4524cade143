import type { attempts as english } from '../attempts';
import type { MessagesOf } from '../MessagesOf';

export const attempts: MessagesOf<typeof english> = {
  title: 'Registrierungen und Zurücksetzungen',
  registration: {
    success: '{{method}} registriert',
    failure: 'Versucht, {{method}} zu registrieren: gescheitert',
    because:
      'Versucht, {{method}} zu registrieren: gescheitert, weil „{{reason}}“',
  },
  reset: {
    success: 'Kennwort mit {{method}} zurückgesetzt',
    failure:
      'Versucht, das Kennwort mit {{method}} zurückzusetzen: gescheitert',
    because:
      'Versucht, das Kennwort mit {{method}} zurückzusetzen: gescheitert, weil „{{reason}}“',
  },
  monthTitle: 'Wer sich in 30 Tagen registrieren oder zurücksetzen wollte',
  month: '{{from}} bis {{to}}',
  nobody: 'Niemand hat versucht, eine Methode zu registrieren',
  registered_one:
    '{{count, number}} Person hat versucht, sich zu registrieren; {{managed, number}} hat eine Methode registriert, die ein zweiter Faktor sein kann',
  registered_other:
    '{{count, number}} Personen haben versucht, sich zu registrieren; {{managed, number}} haben eine Methode registriert, die ein zweiter Faktor sein kann',
  wasReset_one:
    '{{count, number}} Person hat versucht, ihr Kennwort zurückzusetzen; {{managed, number}} ist es gelungen',
  wasReset_other:
    '{{count, number}} Personen haben versucht, ihr Kennwort zurückzusetzen; {{managed, number}} ist es gelungen',
  byMethod: 'Nach Methode',
  of: {
    registration: 'Registrieren: {{method}}',
    reset: 'Zurücksetzen: {{method}}',
  },
  succeeded: 'Gelungen',
  failed: 'Gescheitert',
  why: 'Warum, am häufigsten',
  whyHint:
    'In den Worten von Microsoft. Hier werden Versuche gezählt, nicht Personen.',
  reason: '„{{reason}}“ ({{count, number}})',
  team_one:
    '{{count, number}} nicht registrierte Person hat es in den letzten 30 Tagen versucht und ist gescheitert',
  team_other:
    '{{count, number}} nicht registrierte Personen haben es in den letzten 30 Tagen versucht und sind gescheitert',
};
