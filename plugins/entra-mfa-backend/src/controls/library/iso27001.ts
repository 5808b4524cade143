import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Annex A of ISO/IEC 27001:2022. */
export const iso27001: Framework = {
  id: 'iso27001-2022',
  name: 'ISO/IEC 27001:2022',
  link: 'https://www.iso.org/standard/27001',
  controls: [
    control('A.5.15', ['coverage', 'policies'], {
      en: [
        'Access control',
        'Rules for access exist and are applied.',
        'A supporting figure: how many people can do MFA, and that a policy demands it.',
        'The rules themselves, physical access, and systems outside Entra.',
        'The access control policy with its owner and its last review.',
      ],
      de: [
        'Zugangssteuerung',
        'Regeln für den Zugang bestehen und werden angewandt.',
        'Eine stützende Zahl: wie viele Personen MFA nutzen können, und dass eine Richtlinie sie verlangt.',
        'Die Regeln selbst, der physische Zutritt und Systeme außerhalb von Entra.',
        'Die Richtlinie zur Zugangssteuerung mit Verantwortlichem und letzter Prüfung.',
      ],
    }),
    control('A.5.16', ['joiners', 'leavers'], {
      en: [
        'Identity management',
        'Identities are managed over their whole life.',
        'Joiners who registered, leavers who were disabled.',
        'How identities are verified, shared and technical identities.',
        'The process from entry to exit.',
      ],
      de: [
        'Identitätsmanagement',
        'Identitäten werden über ihren ganzen Lebenszyklus verwaltet.',
        'Neue, die sich registriert haben, und Ausgeschiedene, die gesperrt wurden.',
        'Wie Identitäten geprüft werden; geteilte und technische Identitäten.',
        'Das Verfahren vom Eintritt bis zum Austritt.',
      ],
    }),
    control('A.5.17', ['coverage', 'lost-registrations'], {
      en: [
        'Authentication information',
        'Handing out and handling authentication information is managed.',
        'Who is enrolled, and that lost registrations get an answer.',
        'How methods are issued and recovered, and what people are told about them.',
        'The issue and recovery process.',
      ],
      de: [
        'Authentisierungsinformationen',
        'Vergabe und Umgang mit Authentisierungsinformationen sind geregelt.',
        'Wer registriert ist, und dass verlorene Registrierungen eine Antwort bekommen.',
        'Wie Methoden ausgegeben und wiederhergestellt werden, und was Personen darüber gesagt wird.',
        'Das Verfahren für Ausgabe und Wiederherstellung.',
      ],
    }),
    control('A.5.18', ['review', 'leavers'], {
      en: [
        'Access rights',
        'Access rights are granted, reviewed, changed and removed.',
        'That access reviews are closed, and that leavers cannot sign in.',
        'Access rights within applications.',
        'Requests and approvals of access.',
      ],
      de: [
        'Zugangsrechte',
        'Zugangsrechte werden vergeben, überprüft, geändert und entzogen.',
        'Dass Überprüfungen abgeschlossen werden und Ausgeschiedene sich nicht anmelden können.',
        'Zugangsrechte innerhalb von Anwendungen.',
        'Anträge und Genehmigungen von Zugängen.',
      ],
    }),
    control('A.8.2', ['privileged-covered', 'roles-of-disabled', 'review'], {
      en: [
        'Privileged access rights',
        'Privileged rights are restricted and managed.',
        'That everyone with a privileged role has MFA, disabled accounts hold none, and reviews are closed.',
        'Whether each role is needed, and privileges outside Entra.',
        'Why each person holds their role.',
      ],
      de: [
        'Privilegierte Zugangsrechte',
        'Privilegierte Rechte sind beschränkt und verwaltet.',
        'Dass jeder mit privilegierter Rolle MFA hat, deaktivierte Konten keine haben und Überprüfungen abgeschlossen werden.',
        'Ob jede Rolle gebraucht wird, und Privilegien außerhalb von Entra.',
        'Warum jede Person ihre Rolle hat.',
      ],
    }),
    control('A.8.5', ['coverage', 'policies'], {
      en: [
        'Secure authentication',
        'Sign-in is secure, by what is accessed.',
        'A prerequisite: people have a second factor, and a policy demands it.',
        'The sign-in rules of each system, sessions and lock-outs.',
        'Which systems need which strength.',
      ],
      de: [
        'Sichere Authentisierung',
        'Die Anmeldung ist sicher, je nach dem, worauf zugegriffen wird.',
        'Eine Voraussetzung: Personen haben einen zweiten Faktor, und eine Richtlinie verlangt ihn.',
        'Die Anmelderegeln jedes Systems, Sitzungen und Sperren.',
        'Welche Systeme welche Stärke brauchen.',
      ],
    }),
  ],
};
