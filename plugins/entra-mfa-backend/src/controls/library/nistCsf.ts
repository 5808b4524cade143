import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** The category PR.AA of the NIST Cybersecurity Framework 2.0. */
export const nistCsf: Framework = {
  id: 'nist-csf-2.0',
  name: 'NIST CSF 2.0',
  link: 'https://www.nist.gov/cyberframework',
  controls: [
    control('PR.AA-01', ['joiners', 'leavers'], {
      en: [
        'Identities and credentials are managed',
        'Identities and credentials of people, services and devices are managed.',
        'People only: joiners who registered, leavers who were disabled.',
        'Services and devices, and how credentials are issued.',
        'The process, for services and devices too.',
      ],
      de: [
        'Identitäten und Zugangsdaten werden verwaltet',
        'Identitäten und Zugangsdaten von Personen, Diensten und Geräten werden verwaltet.',
        'Nur Personen: Neue, die sich registriert haben, und Ausgeschiedene, die gesperrt wurden.',
        'Dienste und Geräte, und wie Zugangsdaten ausgegeben werden.',
        'Das Verfahren, auch für Dienste und Geräte.',
      ],
    }),
    control('PR.AA-03', ['coverage', 'privileged-covered', 'policies'], {
      en: [
        'People are authenticated',
        'People, services and devices are authenticated.',
        'That people can do MFA, privileged people among them, and that a policy demands it.',
        'Services and devices; where MFA is demanded.',
        'By which risk which strength is asked for.',
      ],
      de: [
        'Personen werden authentifiziert',
        'Personen, Dienste und Geräte werden authentifiziert.',
        'Dass Personen MFA nutzen können, auch privilegierte, und dass eine Richtlinie sie verlangt.',
        'Dienste und Geräte; wo MFA verlangt wird.',
        'Nach welchem Risiko welche Stärke verlangt wird.',
      ],
    }),
    control('PR.AA-05', ['review', 'roles-of-disabled', 'exceptions'], {
      en: [
        'Permissions are managed and reviewed',
        'Permissions are defined in a policy, enforced and reviewed, with least privilege.',
        'That reviews are closed, disabled accounts hold no privileged role, and exceptions were approved by someone else.',
        'The policy, and permissions within applications.',
        'The policy, and how duties are separated.',
      ],
      de: [
        'Berechtigungen werden verwaltet und überprüft',
        'Berechtigungen sind in einer Richtlinie festgelegt, durchgesetzt und überprüft, mit geringsten Rechten.',
        'Dass Überprüfungen abgeschlossen werden, deaktivierte Konten keine privilegierte Rolle haben und Ausnahmen von anderen genehmigt wurden.',
        'Die Richtlinie, und Berechtigungen in Anwendungen.',
        'Die Richtlinie, und wie Aufgaben getrennt sind.',
      ],
    }),
  ],
};
