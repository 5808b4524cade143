import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** MFA and administrative privileges in the Essential Eight of the Australian Signals Directorate. Ids are ours. */
export const essentialEight: Framework = {
  id: 'essential-eight',
  name: 'Essential Eight',
  link: 'https://www.cyber.gov.au/business-government/asds-cyber-security-frameworks/essential-eight',
  controls: [
    control('MFA-ML1', ['coverage', 'policies'], {
      en: [
        'MFA for online services (level one)',
        'People use MFA for online services that handle sensitive data.',
        'Who has a second factor, and that a policy demands MFA.',
        'Services that do not sign in with Entra, and customers’ accounts.',
        'The list of online services.',
      ],
      de: [
        'MFA für Onlinedienste (Stufe eins)',
        'Personen nutzen MFA für Onlinedienste mit sensiblen Daten.',
        'Wer einen zweiten Faktor hat, und dass eine Richtlinie MFA verlangt.',
        'Dienste, die sich nicht bei Entra anmelden, und Konten von Kunden.',
        'Die Liste der Onlinedienste.',
      ],
    }),
    control(
      'MFA-ML2',
      ['privileged-phishing-resistant', 'all-phishing-resistant', 'policies'],
      {
        en: [
          'Phishing-resistant MFA (level two)',
          'Privileged and other people use MFA that resists phishing.',
          'Who has a phishing-resistant method, and that a policy demands MFA.',
          'That the method is used: weaker ones may be allowed beside it.',
          'Which strength the policies demand.',
        ],
        de: [
          'Phishing-resistente MFA (Stufe zwei)',
          'Privilegierte und andere Personen nutzen MFA, die Phishing widersteht.',
          'Wer eine phishing-resistente Methode hat, und dass eine Richtlinie MFA verlangt.',
          'Dass die Methode benutzt wird: daneben können schwächere erlaubt sein.',
          'Welche Stärke die Richtlinien verlangen.',
        ],
      },
    ),
    control('ADMIN-ML2', ['review', 'roles-of-disabled'], {
      en: [
        'Privileged access is revalidated (level two)',
        'Privileged access ends after a time unless it is validated again, and when it is not used.',
        'That reviews are closed, and that disabled accounts hold no privileged role.',
        'Whether each privilege was used, and separate environments for administration.',
        'How privileged access ends by itself.',
      ],
      de: [
        'Privilegierter Zugriff wird erneut bestätigt (Stufe zwei)',
        'Privilegierter Zugriff endet nach einer Zeit, wenn er nicht erneut bestätigt wird, und wenn er nicht genutzt wird.',
        'Dass Überprüfungen abgeschlossen werden, und dass deaktivierte Konten keine privilegierte Rolle haben.',
        'Ob jedes Privileg genutzt wurde, und getrennte Umgebungen für die Verwaltung.',
        'Wie privilegierter Zugriff von selbst endet.',
      ],
    }),
  ],
};
