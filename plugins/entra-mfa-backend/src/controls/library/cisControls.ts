import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Safeguards of the CIS Critical Security Controls 8.1. */
export const cisControls: Framework = {
  id: 'cis-controls-8.1',
  name: 'CIS Controls 8.1',
  link: 'https://www.cisecurity.org/controls/v8-1',
  controls: [
    control('5.1', ['review', 'sync'], {
      en: [
        'An inventory of accounts is kept',
        'All accounts are listed, and the list is validated at least every quarter.',
        'Every account of the directory with each sync, and that a review was closed within a quarter.',
        'Accounts outside Entra; whether every account is authorised.',
        'Who validates the inventory.',
      ],
      de: [
        'Ein Verzeichnis der Konten wird gepflegt',
        'Alle Konten sind aufgeführt, und die Liste wird mindestens jedes Quartal bestätigt.',
        'Jedes Konto des Verzeichnisses mit jeder Synchronisierung, und dass im Quartal eine Überprüfung abgeschlossen wurde.',
        'Konten außerhalb von Entra; ob jedes Konto genehmigt ist.',
        'Wer das Verzeichnis bestätigt.',
      ],
    }),
    control('5.3', ['leavers'], {
      en: [
        'Dormant accounts are disabled',
        'Accounts that nobody uses any more are deleted or disabled after 45 days.',
        'A part of it: accounts that are enabled though their leave date is over.',
        'Accounts without a leave date that nobody signs in with.',
        'How dormant accounts are found.',
      ],
      de: [
        'Ruhende Konten werden deaktiviert',
        'Konten, die niemand mehr nutzt, werden nach 45 Tagen gelöscht oder deaktiviert.',
        'Ein Teil davon: Konten, die aktiv sind, obwohl ihr Austrittsdatum vorbei ist.',
        'Konten ohne Austrittsdatum, mit denen sich niemand anmeldet.',
        'Wie ruhende Konten gefunden werden.',
      ],
    }),
    control('6.3', ['coverage', 'policies'], {
      en: [
        'MFA for applications exposed to the outside',
        'Applications that can be reached from outside enforce MFA, where supported.',
        'That people can do MFA, and that a policy demands it.',
        'Which applications are exposed, and that each is in reach of the policy.',
        'The list of exposed applications.',
      ],
      de: [
        'MFA für von außen erreichbare Anwendungen',
        'Anwendungen, die von außen erreichbar sind, erzwingen MFA, wo es möglich ist.',
        'Dass Personen MFA nutzen können, und dass eine Richtlinie sie verlangt.',
        'Welche Anwendungen erreichbar sind, und dass jede unter die Richtlinie fällt.',
        'Die Liste der erreichbaren Anwendungen.',
      ],
    }),
    control('6.4', ['coverage', 'policies'], {
      en: [
        'MFA for remote access to the network',
        'Remote access to the network requires MFA.',
        'That people can do MFA, and that a policy demands it.',
        'Which ways lead into the network, and that each asks Entra.',
        'The list of ways in, such as VPN.',
      ],
      de: [
        'MFA für Fernzugriff auf das Netz',
        'Fernzugriff auf das Netz verlangt MFA.',
        'Dass Personen MFA nutzen können, und dass eine Richtlinie sie verlangt.',
        'Welche Wege ins Netz führen, und dass jeder Entra fragt.',
        'Die Liste der Zugänge, etwa VPN.',
      ],
    }),
    control('6.5', ['privileged-covered', 'policies'], {
      en: [
        'MFA for administrative access',
        'All administrative accounts use MFA, wherever they are supported.',
        'Every privileged person of Entra with state and method, and that a policy demands MFA.',
        'Administration outside Entra.',
        'The list of other administrative accounts.',
      ],
      de: [
        'MFA für administrativen Zugriff',
        'Alle administrativen Konten nutzen MFA, wo es möglich ist.',
        'Jede privilegierte Person in Entra mit Zustand und Methode, und dass eine Richtlinie MFA verlangt.',
        'Administration außerhalb von Entra.',
        'Die Liste anderer administrativer Konten.',
      ],
    }),
  ],
};
