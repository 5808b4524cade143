import type { methodsPolicy as english } from '../methodsPolicy';
import type { MessagesOf } from '../MessagesOf';

export const methodsPolicy: MessagesOf<typeof english> = {
  title: 'Welche Methoden erlaubt sind',
  aside: '{{allowed, number}} von {{total, number}} sind an',
  list: 'Methoden der Richtlinie',
  method: 'Methode',
  include: 'Erlaubt für',
  exclude: 'Aber nicht',
  migration: {
    notBegun:
      'Der Umzug in diese Richtlinie hat nicht begonnen: die älteren Einstellungen der MFA pro Benutzer und der Kennwortzurücksetzung gelten daneben weiter.',
    inProgress:
      'Der Umzug in diese Richtlinie läuft: die älteren Einstellungen der MFA pro Benutzer und der Kennwortzurücksetzung gelten daneben weiter.',
    complete:
      'Der Umzug in diese Richtlinie ist abgeschlossen: keine ältere Einstellung gilt daneben.',
  },
  campaign: {
    enabled: 'Registrierungskampagne: an, für {{people}}.',
    default: 'Registrierungskampagne: Microsoft überlassen, für {{people}}.',
    disabled: 'Registrierungskampagne: aus.',
    exclude: 'Nicht für {{people}}.',
    snooze_one: 'Sie lässt sich um {{count, number}} Tag aufschieben.',
    snooze_other: 'Sie lässt sich um {{count, number}} Tage aufschieben.',
  },
  groupsNotKnown:
    'Die Mitglieder ihrer Gruppen sind nicht bekannt: von wem sie über eine Gruppe spricht, ist nicht bekannt, was erlaubt ist.',
  passkey: 'Passkey (FIDO2)',
  person: {
    title: 'Methoden und die Richtlinie',
    verdict: {
      allowed: 'erlaubt',
      notAllowed: 'nicht erlaubt',
      notKnown: 'nicht bekannt, ob erlaubt',
      elsewhere: 'entscheidet nicht diese Richtlinie',
    },
    isWhy:
      'Registriert und nicht fähig, weil die Richtlinie keine der Methoden erlaubt, die ein zweiter Faktor sein könnten.',
    mayBeWhy:
      'Registriert und nicht fähig. Ob es an der Richtlinie liegt, ist nicht bekannt.',
    isNotWhy:
      'Registriert und nicht fähig, obwohl die Richtlinie eine Methode erlaubt. Der Bericht kann älter sein als die Richtlinie.',
  },
};
