import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

const learn = 'https://learn.microsoft.com/en-us/entra/';
const campaign = `${learn}identity/authentication/how-to-mfa-registration-campaign`;
const methods = `${learn}identity/authentication/concept-authentication-methods-manage`;
const everybody = `${learn}identity/conditional-access/policy-all-users-mfa-strength`;
const administrators = `${learn}identity/conditional-access/policy-admin-phish-resistant-mfa`;
const emergency = `${learn}identity/role-based-access-control/security-emergency-access`;
const mandatory = `${learn}identity/authentication/concept-mandatory-multifactor-authentication`;

/** Our own controls, to which those of others can be traced. */
export const mfa: Framework = {
  id: 'mfa',
  name: 'Entra MFA',
  link: null,
  controls: [
    control(
      'MFA-01',
      ['coverage'],
      {
        en: [
          'Users have registered for MFA',
          'The people in scope have a second factor, up to the target: 95 % unless configured otherwise.',
          'How many people in scope have registered a strong method, from Microsoft’s report.',
          'That MFA is required when they sign in. Registration is not enforcement.',
          'Who decides on the target, and why people out of scope are left out.',
        ],
        de: [
          'Benutzer sind für MFA registriert',
          'Die gezählten Personen haben einen zweiten Faktor, bis zum Ziel: 95 %, sofern nichts anderes konfiguriert ist.',
          'Wie viele gezählte Personen eine starke Methode registriert haben, laut Microsofts Bericht.',
          'Dass MFA bei der Anmeldung verlangt wird. Registriert heißt nicht erzwungen.',
          'Wer über das Ziel entscheidet, und warum manche Personen nicht gezählt werden.',
        ],
      },
      {
        severity: 'critical',
        en: {
          why: {
            text: 'Microsoft found that MFA blocks more than 99.2 % of attacks that compromise accounts.',
            link: mandatory,
          },
          methods:
            'Counted: passkeys and security keys, Windows Hello for Business, certificates, Microsoft Authenticator, one-time passcodes of an app or a token, and phones (SMS and calls). Not counted: e-mail, security questions, Temporary Access Pass and app passwords.',
          steps: [
            { text: 'Start a registration campaign', link: campaign },
            {
              text: 'Allow the methods that people are to use in the methods policy',
              link: methods,
            },
            {
              text: 'Require MFA for all users with Conditional Access',
              link: everybody,
            },
          ],
        },
        de: {
          why: {
            text: 'Nach Microsofts Zahlen verhindert MFA mehr als 99,2 % der Angriffe, die Konten übernehmen.',
            link: mandatory,
          },
          methods:
            'Es zählen: Passkeys und Sicherheitsschlüssel, Windows Hello for Business, Zertifikate, Microsoft Authenticator, Einmalkennungen einer App oder eines Tokens und Telefone (SMS und Anruf). Es zählen nicht: E-Mail, Sicherheitsfragen, Befristeter Zugriffspass und App-Kennwörter.',
          steps: [
            { text: 'Eine Registrierungskampagne starten', link: campaign },
            {
              text: 'Die gewünschten Methoden in der Methodenrichtlinie zulassen',
              link: methods,
            },
            {
              text: 'MFA für alle Benutzer mit bedingtem Zugriff verlangen',
              link: everybody,
            },
          ],
        },
      },
    ),
    control(
      'MFA-02',
      ['privileged-covered', 'privileged-not-phone-only'],
      {
        en: [
          'Privileged people have MFA, and not by phone alone',
          'Everyone who holds a privileged role, or can activate one, has a second factor that is more than a phone.',
          'Every privileged person with state and method, roles through groups and eligible roles included.',
          'Accounts outside Entra, and whether administration requires the stronger method.',
          'Which further roles count as privileged here.',
        ],
        de: [
          'Privilegierte Personen haben MFA, und nicht nur per Telefon',
          'Wer eine privilegierte Rolle hat oder aktivieren kann, hat einen zweiten Faktor, der mehr ist als ein Telefon.',
          'Jede privilegierte Person mit Zustand und Methode, auch mit Rollen aus Gruppen und aktivierbaren Rollen.',
          'Konten außerhalb von Entra, und ob die Verwaltung die stärkere Methode verlangt.',
          'Welche weiteren Rollen hier als privilegiert gelten.',
        ],
      },
      {
        severity: 'critical',
        en: {
          steps: [
            {
              text: 'Require phishing-resistant MFA for administrators',
              link: administrators,
            },
          ],
        },
        de: {
          steps: [
            {
              text: 'Phishing-resistente MFA für Administratoren verlangen',
              link: administrators,
            },
          ],
        },
      },
    ),
    control(
      'MFA-03',
      ['break-glass'],
      {
        en: [
          'Break-glass accounts are ready',
          'There are two or more emergency accounts, each with a method of its own, a permanent role and a recent drill.',
          'Every configured account with eight checks.',
          'Where keys and passwords are kept, and who may use them.',
          'The procedure, and the record of each drill.',
        ],
        de: [
          'Notfallkonten sind einsatzbereit',
          'Es gibt mindestens zwei Notfallkonten, jedes mit eigener Methode, dauerhafter Rolle und einer Übung aus letzter Zeit.',
          'Jedes konfigurierte Konto mit acht Prüfungen.',
          'Wo Schlüssel und Kennwörter liegen, und wer sie benutzen darf.',
          'Das Vorgehen, und den Nachweis jeder Übung.',
        ],
      },
      {
        severity: 'high',
        en: {
          steps: [
            {
              text: 'Set up emergency access accounts as Microsoft recommends',
              link: emergency,
            },
          ],
        },
        de: {
          steps: [
            {
              text: 'Notfallkonten einrichten, wie Microsoft es empfiehlt',
              link: emergency,
            },
          ],
        },
      },
    ),
    control(
      'MFA-04',
      ['policies'],
      {
        en: [
          'Something demands MFA',
          'A Conditional Access policy that is in force, or the security defaults, demands MFA.',
          'The policies with whether they are in force and what they demand.',
          'That no exclusion leaves a way around them, and that every application is in their reach.',
          'Why each exclusion is there.',
        ],
        de: [
          'Etwas verlangt MFA',
          'Eine Richtlinie für bedingten Zugriff, die in Kraft ist, oder die Sicherheitsstandards verlangen MFA.',
          'Die Richtlinien, ob sie in Kraft sind und was sie verlangen.',
          'Dass keine Ausnahme einen Weg daran vorbei lässt, und dass jede Anwendung darunter fällt.',
          'Warum es jede Ausnahme gibt.',
        ],
      },
      {
        severity: 'high',
        en: {
          steps: [
            {
              text: 'Require MFA for all users with Conditional Access',
              link: everybody,
            },
          ],
        },
        de: {
          steps: [
            {
              text: 'MFA für alle Benutzer mit bedingtem Zugriff verlangen',
              link: everybody,
            },
          ],
        },
      },
    ),
    control(
      'MFA-05',
      ['joiners', 'leavers'],
      {
        en: [
          'Joiners register, leavers are disabled',
          'A new account has a method soon after it is made, and the account of a leaver cannot sign in.',
          'Accounts without a method some days after they were made; accounts that are enabled after their leave date.',
          'Accounts whose leave date the directory does not have.',
          'How joining and leaving is authorised.',
        ],
        de: [
          'Wer kommt, registriert sich; wer geht, wird gesperrt',
          'Ein neues Konto hat bald eine Methode, und das Konto einer ausgeschiedenen Person kann sich nicht anmelden.',
          'Konten ohne Methode einige Tage nach ihrer Anlage; Konten, die nach dem Austrittsdatum aktiv sind.',
          'Konten, deren Austrittsdatum nicht im Verzeichnis steht.',
          'Wie Eintritt und Austritt genehmigt werden.',
        ],
      },
      { severity: 'high' },
    ),
    control(
      'MFA-06',
      ['lost-registrations'],
      {
        en: [
          'Lost registrations get an answer',
          'Who loses a registration has one again within days.',
          'Everyone who lost a registration in the last 90 days and has none yet.',
          'Why it was lost, and whether an attacker took it.',
          'What was found out about each loss.',
        ],
        de: [
          'Verlorene Registrierungen bekommen eine Antwort',
          'Wer eine Registrierung verliert, hat innerhalb von Tagen wieder eine.',
          'Wer in den letzten 90 Tagen eine Registrierung verloren und noch keine neue hat.',
          'Warum sie verloren ging, und ob ein Angreifer dahintersteckt.',
          'Was zu jedem Verlust herausgefunden wurde.',
        ],
      },
      { severity: 'high' },
    ),
    control(
      'MFA-07',
      ['exceptions'],
      {
        en: [
          'Exceptions end, and someone else approved them',
          'Every exception in force has an end date and was approved by someone other than who asked.',
          'Each exception with requester, approver, reason and end.',
          'Whether the reason holds.',
          'Who may approve exceptions here.',
        ],
        de: [
          'Ausnahmen enden, und jemand anderes hat sie genehmigt',
          'Jede gültige Ausnahme hat ein Ende und wurde nicht von der Person genehmigt, die sie beantragt hat.',
          'Jede Ausnahme mit Antrag, Genehmigung, Grund und Ende.',
          'Ob der Grund trägt.',
          'Wer hier Ausnahmen genehmigen darf.',
        ],
      },
      { severity: 'medium' },
    ),
    control(
      'MFA-08',
      ['review'],
      {
        en: [
          'Access is reviewed every quarter',
          'An access review was closed within the last 92 days.',
          'When reviews were opened and closed, with every decision.',
          'That decisions were carried out in Entra.',
          'Who reviews whom.',
        ],
        de: [
          'Zugriffe werden jedes Quartal überprüft',
          'In den letzten 92 Tagen wurde eine Zugriffsüberprüfung abgeschlossen.',
          'Wann Überprüfungen begonnen und abgeschlossen wurden, mit jeder Entscheidung.',
          'Dass die Entscheidungen in Entra umgesetzt wurden.',
          'Wer wen überprüft.',
        ],
      },
      { severity: 'medium' },
    ),
    control(
      'MFA-09',
      ['roles-of-disabled'],
      {
        en: [
          'Disabled accounts hold no privileged role',
          'An account that is disabled has lost its privileged roles.',
          'Every disabled account that holds a privileged role or can activate one.',
          'Roles outside Entra.',
          'Why a role stays with a disabled account, where it does.',
        ],
        de: [
          'Deaktivierte Konten haben keine privilegierte Rolle',
          'Ein deaktiviertes Konto hat seine privilegierten Rollen verloren.',
          'Jedes deaktivierte Konto mit einer privilegierten Rolle, auch einer aktivierbaren.',
          'Rollen außerhalb von Entra.',
          'Warum eine Rolle bei einem deaktivierten Konto bleibt, wo das so ist.',
        ],
      },
      { severity: 'medium' },
    ),
    control(
      'MFA-10',
      ['sync'],
      {
        en: [
          'The monitoring itself works',
          'Every data set that is chosen is read.',
          'Each sync with what it read and what it could not.',
          'That somebody looks at it.',
          'Who is told when it does not work.',
        ],
        de: [
          'Die Überwachung selbst funktioniert',
          'Jeder gewählte Datensatz wird gelesen.',
          'Jede Synchronisierung mit dem, was sie gelesen hat und was nicht.',
          'Dass jemand hinsieht.',
          'Wer erfährt, wenn sie nicht funktioniert.',
        ],
      },
      { severity: 'medium' },
    ),
  ],
};
