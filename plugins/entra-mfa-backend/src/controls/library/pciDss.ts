import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Requirement 8.4 of PCI DSS 4. */
export const pciDss: Framework = {
  id: 'pci-dss-4',
  name: 'PCI DSS 4',
  link: 'https://www.pcisecuritystandards.org/document_library/',
  controls: [
    control('8.4.1', ['privileged-covered', 'policies'], {
      en: [
        'MFA for administrators of the card environment',
        'Administrators use MFA for all access into the card environment that is not at the console.',
        'That every privileged person of Entra has a second factor, and that a policy demands MFA.',
        'Which systems are in the card environment, who administers them, and that MFA is enforced there.',
        'The scope of the card environment.',
      ],
      de: [
        'MFA für Administratoren der Kartenumgebung',
        'Administratoren nutzen MFA für jeden Zugriff auf die Kartenumgebung, der nicht an der Konsole geschieht.',
        'Dass jede privilegierte Person in Entra einen zweiten Faktor hat, und dass eine Richtlinie MFA verlangt.',
        'Welche Systeme zur Kartenumgebung gehören, wer sie verwaltet, und dass MFA dort erzwungen wird.',
        'Den Umfang der Kartenumgebung.',
      ],
    }),
    control('8.4.2', ['coverage', 'policies'], {
      en: [
        'MFA for all access into the card environment',
        'Everyone uses MFA for all access into the card environment that is not at the console.',
        'Who has a second factor, over everyone in scope here, and that a policy demands MFA.',
        'Who has access to the card environment, and that MFA is enforced there.',
        'The scope of the card environment.',
      ],
      de: [
        'MFA für jeden Zugriff auf die Kartenumgebung',
        'Alle nutzen MFA für jeden Zugriff auf die Kartenumgebung, der nicht an der Konsole geschieht.',
        'Wer einen zweiten Faktor hat, unter allen hier gezählten Personen, und dass eine Richtlinie MFA verlangt.',
        'Wer Zugriff auf die Kartenumgebung hat, und dass MFA dort erzwungen wird.',
        'Den Umfang der Kartenumgebung.',
      ],
    }),
    control('8.4.3', ['coverage', 'policies'], {
      en: [
        'MFA for remote access from outside',
        'Remote access from outside the organisation’s network that could reach the card environment uses MFA.',
        'Who has a second factor, over everyone in scope here, and that a policy demands MFA.',
        'Which ways lead in from outside, vendors among them.',
        'The list of remote access, with vendors.',
      ],
      de: [
        'MFA für Fernzugriff von außen',
        'Fernzugriff von außerhalb des eigenen Netzes, der die Kartenumgebung erreichen könnte, nutzt MFA.',
        'Wer einen zweiten Faktor hat, unter allen hier gezählten Personen, und dass eine Richtlinie MFA verlangt.',
        'Welche Wege von außen hineinführen, auch von Lieferanten.',
        'Die Liste der Fernzugriffe, mit Lieferanten.',
      ],
    }),
  ],
};
