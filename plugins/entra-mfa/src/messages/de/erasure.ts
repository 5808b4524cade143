import type { erasure as english } from '../erasure';
import type { MessagesOf } from '../MessagesOf';

export const erasure: MessagesOf<typeof english> = {
  left: 'Hat das Verzeichnis seither verlassen.',
  open: 'Diese Person löschen',
  title: '{{name}} endgültig löschen?',
  goes: 'Es verschwinden, an jedem Tag: Name, Benutzerprinzipalname und E-Mail-Adresse, Methoden, die Verweise auf User-Entitäten und was über die Person geschrieben wurde.',
  stays:
    'Es bleiben: die Objekt-ID mit Status, Stärke, Teams, Rollen und Daten. So bleibt jede Zahl jedes Tages, wie sie war.',
  record:
    'Das lässt sich nicht rückgängig machen. Ihr Name, die Zeit und der Grund bleiben festgehalten.',
  reason: 'Grund',
  reasonHint: 'Etwa die Nummer der Anfrage. Er darf die Person nicht nennen.',
  confirm: 'Löschen',
  done: 'Gelöscht. Alle Zahlen sind, wie sie waren.',
  gone: 'gelöscht',
  erased: {
    title: 'Diese Person wurde am {{date}} gelöscht',
    text: 'Name, Benutzerprinzipalname, Methoden und was über die Person geschrieben wurde, sind weg. Warum sie so gezählt wurde, lässt sich daher nicht mehr zeigen. Sie zählt wie zuvor.',
    by: 'Gelöscht von {{by}}: {{reason}}',
  },
};
