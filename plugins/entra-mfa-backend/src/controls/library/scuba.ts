import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** MFA in CISA's Secure Configuration Baseline for Microsoft Entra ID. */
export const scuba: Framework = {
  id: 'scuba',
  name: 'CISA SCuBA',
  link: 'https://www.cisa.gov/resources-tools/services/secure-cloud-business-applications-scuba-project',
  controls: [
    control('MS.AAD.3.1', ['all-phishing-resistant', 'policies'], {
      en: [
        'Phishing-resistant MFA for everyone',
        'A policy enforces phishing-resistant MFA for all users.',
        'Readiness before the policy goes on: who has a phishing-resistant method, and that some policy demands MFA.',
        'That the policy itself demands phishing-resistant methods of everyone.',
        'The policy in force.',
      ],
      de: [
        'Phishing-resistente MFA für alle',
        'Eine Richtlinie erzwingt phishing-resistente MFA für alle Benutzer.',
        'Die Bereitschaft, bevor die Richtlinie gilt: wer eine phishing-resistente Methode hat, und dass eine Richtlinie MFA verlangt.',
        'Dass die Richtlinie selbst von allen phishing-resistente Methoden verlangt.',
        'Die geltende Richtlinie.',
      ],
    }),
    control('MS.AAD.3.2', ['coverage', 'policies'], {
      en: [
        'Otherwise, other MFA for everyone',
        'Where phishing-resistant MFA is not enforced, another kind of MFA is, for all users.',
        'Readiness: who has a second factor, and that a policy demands MFA.',
        'That the policy reaches all users.',
        'The policy in force.',
      ],
      de: [
        'Andernfalls andere MFA für alle',
        'Wo phishing-resistente MFA nicht erzwungen wird, gilt eine andere Art von MFA für alle Benutzer.',
        'Die Bereitschaft: wer einen zweiten Faktor hat, und dass eine Richtlinie MFA verlangt.',
        'Dass die Richtlinie alle Benutzer erreicht.',
        'Die geltende Richtlinie.',
      ],
    }),
    control('MS.AAD.3.6', ['privileged-phishing-resistant', 'policies'], {
      en: [
        'Phishing-resistant MFA for highly privileged roles',
        'A policy enforces phishing-resistant MFA for the highly privileged roles that the baseline names.',
        'Readiness: who of all privileged people has a phishing-resistant method. It counts more roles than the baseline.',
        'That the policy itself demands it of these roles.',
        'The policy in force.',
      ],
      de: [
        'Phishing-resistente MFA für hoch privilegierte Rollen',
        'Eine Richtlinie erzwingt phishing-resistente MFA für die hoch privilegierten Rollen, die die Vorgabe nennt.',
        'Die Bereitschaft: wer von allen privilegierten Personen eine phishing-resistente Methode hat. Es zählen mehr Rollen als in der Vorgabe.',
        'Dass die Richtlinie selbst sie von diesen Rollen verlangt.',
        'Die geltende Richtlinie.',
      ],
    }),
  ],
};
