import type { catalog as english } from '../catalog';
import type { MessagesOf } from '../MessagesOf';

export const catalog: MessagesOf<typeof english> = {
  column: 'MFA',
  filter: 'MFA-Ziel',
  all: 'alle',
  figure: '{{figure}}, {{target}}',
  target: {
    met: 'Ziel erreicht',
    missed: 'Ziel verfehlt',
    stale: 'Daten zu alt',
    hidden: 'zu wenige Personen zum Zeigen',
    nobody: 'niemand zählt',
    unknown: 'nicht bekannt',
  },
  option: {
    met: 'Ziel erreicht',
    missed: 'Ziel verfehlt',
    stale: 'Daten zu alt',
    hidden: 'Zu wenige Personen zum Zeigen',
    nobody: 'Niemand zählt',
  },
  ofPerson: 'gehört einer Person',
  noOwner: 'ohne Eigentümer',
};
