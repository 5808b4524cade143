import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Trust Services Criteria of 2017, as revised in 2022: the common criteria on access and monitoring. */
export const soc2: Framework = {
  id: 'soc2',
  name: 'SOC 2',
  link: 'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
  controls: [
    control('CC6.1', ['coverage', 'privileged-covered', 'policies'], {
      en: [
        'Logical access is protected',
        'People are authenticated before they reach protected information and systems.',
        'That people can do MFA, privileged people among them, and that a policy demands it.',
        'Where it is demanded and with which exclusions; encryption, networks and systems outside Entra.',
        'The access policy, and the list of systems that are in scope.',
      ],
      de: [
        'Logischer Zugriff ist geschützt',
        'Personen werden authentifiziert, bevor sie geschützte Informationen und Systeme erreichen.',
        'Dass Personen MFA nutzen können, auch privilegierte, und dass eine Richtlinie sie verlangt.',
        'Wo sie verlangt wird und mit welchen Ausnahmen; Verschlüsselung, Netze und Systeme außerhalb von Entra.',
        'Die Zugriffsrichtlinie und die Liste der betroffenen Systeme.',
      ],
    }),
    control('CC6.2', ['joiners', 'leavers'], {
      en: [
        'Credentials are issued and removed',
        'Access is registered and authorised before credentials are issued, and removed when it is no longer needed.',
        'Joiners without a method after some days, and leavers who can still sign in.',
        'The authorisation of each access.',
        'Records of who authorised joiners, and the leaver process.',
      ],
      de: [
        'Zugangsdaten werden vergeben und entzogen',
        'Zugriff wird vor der Vergabe von Zugangsdaten erfasst und genehmigt, und entzogen, wenn er nicht mehr gebraucht wird.',
        'Neue ohne Methode nach einigen Tagen, und Ausgeschiedene, die sich noch anmelden können.',
        'Die Genehmigung jedes Zugriffs.',
        'Nachweise, wer Eintritte genehmigt hat, und das Austrittsverfahren.',
      ],
    }),
    control('CC6.3', ['review', 'roles-of-disabled', 'exceptions'], {
      en: [
        'Access follows roles and is changed with them',
        'Access is granted by role with least privilege, and changed or removed in time.',
        'That reviews are closed, that disabled accounts hold no privileged role, and that exceptions were approved by someone else.',
        'Whether roles fit duties; access that is not given by Entra roles.',
        'The role concept and the segregation of duties.',
      ],
      de: [
        'Zugriff folgt den Rollen und ändert sich mit ihnen',
        'Zugriff wird nach Rollen mit geringsten Rechten vergeben und rechtzeitig geändert oder entzogen.',
        'Dass Überprüfungen abgeschlossen werden, deaktivierte Konten keine privilegierte Rolle haben und Ausnahmen von anderen genehmigt wurden.',
        'Ob Rollen zu Aufgaben passen; Zugriff, den nicht Entra-Rollen geben.',
        'Das Rollenkonzept und die Funktionstrennung.',
      ],
    }),
    control('CC7.1', ['lost-registrations', 'sync'], {
      en: [
        'Changes that open a weakness are detected',
        'Changes of configuration that bring new vulnerabilities are detected and followed.',
        'That lost registrations are found and answered, and that monitoring runs.',
        'The configured baseline, vulnerability scans and changes outside Entra.',
        'The baseline, and who follows what is found.',
      ],
      de: [
        'Änderungen, die eine Schwachstelle öffnen, werden erkannt',
        'Änderungen der Konfiguration, die neue Schwachstellen bringen, werden erkannt und verfolgt.',
        'Dass verlorene Registrierungen gefunden und beantwortet werden, und dass die Überwachung läuft.',
        'Der festgelegte Sollzustand, Schwachstellenscans und Änderungen außerhalb von Entra.',
        'Der Sollzustand, und wer Funde verfolgt.',
      ],
    }),
  ],
};
