import type { MessagesOf } from '../MessagesOf';
import type { risk as english } from '../risk';

export const risk: MessagesOf<typeof english> = {
  people_one: '{{count, number}} gefährdete Person ist nicht registriert',
  people_other: '{{count, number}} gefährdete Personen sind nicht registriert',
  signIns: {
    title: 'Riskante Anmeldungen',
    aside: 'letzte 30 Tage',
    none: 'Es gab keine.',
    byDay: 'Nach Tagen',
    day: 'Tag',
    outcome: {
      letIn: 'eingelassen',
      proved: 'eingelassen nach einem Nachweis, etwa durch MFA',
      blocked: 'von einer Richtlinie gestoppt',
      failed: 'anders gescheitert',
    },
    column: {
      letIn: 'Eingelassen',
      proved: 'Nachgewiesen',
      blocked: 'Gestoppt',
      failed: 'Gescheitert',
    },
    note: 'Nur die Zahlen je Tag werden aufbewahrt: wessen Anmeldungen es waren und woher, steht in Microsofts Portal.',
  },
  title: 'Gefährdung',
  level: {
    low: 'gering',
    medium: 'mittel',
    high: 'hoch',
    hidden: 'wie hoch, zeigt die Lizenz nicht',
  },
  now: {
    atRisk: 'Gefährdet',
    compromised: 'Bestätigt kompromittiert',
  },
  withLevel: '{{risk}}: {{level}}',
  since: 'seit {{date}}',
  none: 'Zurzeit nicht gefährdet.',
  notRead: 'Ob diese Person zurzeit gefährdet ist, wird nicht gelesen.',
  detections: 'Was erkannt wurde',
  state: {
    atRisk: 'gefährdet',
    compromised: 'bestätigt kompromittiert',
    remediated: 'behoben',
    dismissed: 'verworfen',
    safe: 'bestätigt sicher',
  },
  type: {
    anomalousToken: 'Ungewöhnliches Token',
    anonymizedIPAddress: 'Anonyme IP-Adresse',
    generic: 'Etwas, das die Lizenz nicht zeigt',
    leakedCredentials: 'Kompromittierte Anmeldeinformationen',
    maliciousIPAddress: 'Schädliche IP-Adresse',
    mcasImpossibleTravel: 'Unmöglicher Ortswechsel',
    newCountry: 'Neues Land',
    passwordSpray: 'Kennwort-Spray',
    unfamiliarFeatures: 'Unbekannte Anmeldeeigenschaften',
    unlikelyTravel: 'Ungewöhnlicher Ortswechsel',
  },
};
