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
  team_one:
    '{{count, number}} nicht registrierte Person hat es in den letzten 30 Tagen versucht und ist gescheitert',
  team_other:
    '{{count, number}} nicht registrierte Personen haben es in den letzten 30 Tagen versucht und sind gescheitert',
};
