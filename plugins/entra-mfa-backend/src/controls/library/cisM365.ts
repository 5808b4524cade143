import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Two recommendations of the CIS Microsoft 365 Foundations Benchmark. */
export const cisM365: Framework = {
  id: 'cis-m365',
  name: 'CIS Microsoft 365',
  link: 'https://www.cisecurity.org/benchmark/microsoft_365',
  controls: [
    control('5.2.3.4', ['members-capable'], {
      en: [
        'All member users are MFA capable',
        'Every member user is registered for a method that the methods policy allows.',
        'The one direct match: every member by CIS’s own count, certificate sign-in included, nobody left out.',
        'Exceptions: they are the auditor’s to accept, so that they count as missing here.',
        'Which members are accepted as exceptions, and by whom.',
      ],
      de: [
        'Alle Mitglieder sind MFA-fähig',
        'Jedes Mitglied ist für eine Methode registriert, die die Methodenrichtlinie zulässt.',
        'Die eine direkte Entsprechung: jedes Mitglied nach der Zählung von CIS, mit Zertifikatsanmeldung, ohne jemanden auszulassen.',
        'Ausnahmen: sie anzuerkennen ist Sache der Prüfer, daher zählen sie hier als fehlend.',
        'Welche Mitglieder als Ausnahme anerkannt sind, und von wem.',
      ],
    }),
    control('1.1.2', ['break-glass'], {
      en: [
        'Two emergency access accounts are defined',
        'There are at least two emergency access accounts.',
        'Every configured account; the checks here ask more than the benchmark, such as a recent drill.',
        'How the accounts are kept and watched.',
        'Where their credentials are kept.',
      ],
      de: [
        'Zwei Notfallkonten sind festgelegt',
        'Es gibt mindestens zwei Notfallkonten.',
        'Jedes konfigurierte Konto; die Prüfungen verlangen mehr als der Benchmark, etwa eine Übung aus letzter Zeit.',
        'Wie die Konten verwahrt und überwacht werden.',
        'Wo ihre Zugangsdaten liegen.',
      ],
    }),
  ],
};
