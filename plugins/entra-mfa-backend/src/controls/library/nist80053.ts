import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Controls of NIST SP 800-53, revision 5. */
export const nist80053: Framework = {
  id: 'nist-800-53-r5',
  name: 'NIST SP 800-53 r5',
  link: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  controls: [
    control('IA-2(1)', ['privileged-covered', 'policies'], {
      en: [
        'MFA for privileged accounts',
        'Access to privileged accounts uses MFA.',
        'Every privileged person of Entra, and that a policy demands MFA.',
        'Enforcement at each system, and privileged accounts outside Entra.',
        'Which systems have privileged accounts of their own.',
      ],
      de: [
        'MFA für privilegierte Konten',
        'Der Zugriff auf privilegierte Konten nutzt MFA.',
        'Jede privilegierte Person in Entra, und dass eine Richtlinie MFA verlangt.',
        'Die Durchsetzung an jedem System, und privilegierte Konten außerhalb von Entra.',
        'Welche Systeme eigene privilegierte Konten haben.',
      ],
    }),
    control('IA-2(2)', ['coverage', 'policies'], {
      en: [
        'MFA for non-privileged accounts',
        'Access to all other accounts uses MFA.',
        'Everyone in scope, against the target, and that a policy demands MFA.',
        'Enforcement at each system, and accounts outside Entra.',
        'Why the target may be below everybody, where it is.',
      ],
      de: [
        'MFA für nicht privilegierte Konten',
        'Der Zugriff auf alle anderen Konten nutzt MFA.',
        'Alle gezählten Personen, gegen das Ziel, und dass eine Richtlinie MFA verlangt.',
        'Die Durchsetzung an jedem System, und Konten außerhalb von Entra.',
        'Warum das Ziel unter allen liegen darf, wo das so ist.',
      ],
    }),
    control('IA-5', ['lost-registrations', 'joiners'], {
      en: [
        'Authenticators are managed',
        'Authenticators are issued, replaced and revoked in a managed way.',
        'That joiners register and that lost registrations get an answer.',
        'How the identity is verified when an authenticator is issued, and how strong passwords are.',
        'The process of issue and replacement.',
      ],
      de: [
        'Authentifikatoren werden verwaltet',
        'Authentifikatoren werden geregelt ausgegeben, ersetzt und entzogen.',
        'Dass Neue sich registrieren und verlorene Registrierungen eine Antwort bekommen.',
        'Wie die Identität bei der Ausgabe geprüft wird, und wie stark Kennwörter sind.',
        'Das Verfahren für Ausgabe und Ersatz.',
      ],
    }),
    control('AC-2', ['leavers', 'roles-of-disabled', 'review'], {
      en: [
        'Accounts are managed',
        'Accounts are made, changed, disabled and reviewed by a process.',
        'Leavers who can still sign in, privileged roles of disabled accounts, and that reviews are closed.',
        'Who authorised each account; accounts outside Entra.',
        'The process, and who manages accounts.',
      ],
      de: [
        'Konten werden verwaltet',
        'Konten werden nach einem Verfahren angelegt, geändert, deaktiviert und überprüft.',
        'Ausgeschiedene, die sich noch anmelden können, privilegierte Rollen deaktivierter Konten, und dass Überprüfungen abgeschlossen werden.',
        'Wer jedes Konto genehmigt hat; Konten außerhalb von Entra.',
        'Das Verfahren, und wer Konten verwaltet.',
      ],
    }),
    control('CA-7', ['sync', 'lost-registrations'], {
      en: [
        'Monitoring is continuous',
        'Controls are monitored by a strategy, and what is found is answered.',
        'That every data set is read, and that lost registrations get an answer.',
        'The strategy, and all other controls.',
        'The strategy, with how often what is looked at.',
      ],
      de: [
        'Die Überwachung ist fortlaufend',
        'Maßnahmen werden nach einer Strategie überwacht, und Funde werden beantwortet.',
        'Dass jeder Datensatz gelesen wird, und dass verlorene Registrierungen eine Antwort bekommen.',
        'Die Strategie und alle anderen Maßnahmen.',
        'Die Strategie, und wie oft was angesehen wird.',
      ],
    }),
  ],
};
