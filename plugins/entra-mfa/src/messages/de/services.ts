import type { services as english } from '../services';
import type { MessagesOf } from '../MessagesOf';

export const services: MessagesOf<typeof english> = {
  title: 'Dienste',
  caption: 'deren Eigentümer am schlechtesten dastehen',
  teamTitle: 'Was {{title}} erreicht',
  all: 'Alle Dienste',
  search: 'Service suchen',
  service: 'Dienst',
  kind: 'Art',
  lifecycle: 'Lebenszyklus',
  tier: 'Stufe',
  owners: 'Eigentümer',
  phoneOnly: 'Nur ein Telefon',
  privileged: 'Privilegiert',
  privilegedHint: 'Privilegierte Eigentümer: {{state}}',
  through: 'Über',
  ofOwners: '{{uncovered, number}} von {{counted, number}}',
  ofOwnersHint:
    'Von den Eigentümern, die registriert sind oder nicht; jede Person einmal',
  notKnown_one: '{{count, number}} unbekannt',
  notKnown_other: '{{count, number}} unbekannt',
  nobody: 'niemand',
  nobodyHint:
    'Kein Eigentümer ist Microsoft Entra bekannt und im Geltungsbereich',
  hidden: 'nicht gezeigt',
  hiddenNote:
    'Zahlen zu wenigen Personen sehen nur Personen, die auch deren Namen sehen dürfen.',
  empty: {
    title: 'Keine Dienste',
    filter: 'Entfernen Sie einen Filter, um mehr zu sehen.',
    text: 'Der Katalog nennt zu keiner Komponente, API, Ressource und keinem System einen Eigentümer.',
    team: 'Dieses Team besitzt nichts im Katalog, und die Teams um es herum auch nicht.',
  },
  path: {
    owner: 'Eigentum',
    team: 'eigenes Team',
    subTeam: 'ein Unterteam',
    parent: 'ein übergeordnetes Team',
  },
  kinds: {
    component: 'Komponente',
    api: 'API',
    resource: 'Ressource',
    system: 'System',
    domain: 'Domäne',
  },
  team: {
    reach_one:
      'Erreicht {{count, number}} Komponente, {{production, number}} in Produktion',
    reach_other:
      'Erreicht {{count, number}} Komponenten, davon {{production, number}} in Produktion',
    others_one: ' und {{count, number}} weitere Entität',
    others_other: ' und {{count, number}} weitere Entitäten',
    onlyOthers_one: 'Erreicht {{count, number}} Entität des Katalogs',
    onlyOthers_other: 'Erreicht {{count, number}} Entitäten des Katalogs',
  },
  person: {
    title: 'Was diese Person erreicht',
    uncovered: 'Als Eigentümer oder über Teams, denen es gehört.',
    phoneOnly:
      'Als Eigentümer oder über Teams, denen es gehört; mit nur einem Telefon.',
    none: 'Nichts: Weder die Person noch eines ihrer Teams besitzt etwas im Katalog.',
    more_one: 'und {{count, number}} weiterer Eintrag',
    more_other: 'und {{count, number}} weitere',
  },
  card: {
    title: 'MFA der Eigentümer',
    uncovered_one:
      '{{count, number}} von {{counted, number}} Eigentümern ist nicht registriert',
    uncovered_other:
      '{{count, number}} von {{counted, number}} Eigentümern sind nicht registriert',
    uncoveredCapable_one:
      '{{count, number}} von {{counted, number}} Eigentümern ist nicht MFA-fähig',
    uncoveredCapable_other:
      '{{count, number}} von {{counted, number}} Eigentümern sind nicht MFA-fähig',
    sole: 'Der einzige Eigentümer ist nicht registriert',
    soleCapable: 'Der einzige Eigentümer ist nicht MFA-fähig',
    everyone_one: 'Der einzige Eigentümer ist registriert.',
    everyone_other: 'Alle {{count, number}} Eigentümer sind registriert.',
    everyoneCapable_one: 'Der einzige Eigentümer ist MFA-fähig.',
    everyoneCapable_other: 'Alle {{count, number}} Eigentümer sind MFA-fähig.',
    privileged_one: '{{count, number}} davon ist privilegiert',
    privileged_other: '{{count, number}} davon sind privilegiert',
    unknown_one: '{{count, number}} weiterer ist unbekannt',
    unknown_other: '{{count, number}} weitere sind unbekannt',
    phoneOnly_one:
      '{{count, number}} hat nur ein Telefon: gesperrt ab {{date}}',
    phoneOnly_other:
      '{{count, number}} haben nur ein Telefon: gesperrt ab {{date}}',
    nobody:
      'Kein Eigentümer ist Microsoft Entra bekannt und im Geltungsbereich.',
    hidden:
      'Es sind so wenige Eigentümer, dass ihre Zahlen nur Personen sehen, die auch die Namen sehen dürfen.',
    whoMay: 'Namen sieht, wer für diese Personen {{permission}} hat.',
    notListed_one: 'und {{count, number}} weiterer',
    notListed_other: 'und {{count, number}} weitere',
    onlyPhone: 'nur ein Telefon',
    ownedBy: 'Gehört',
    notFound: 'weder im Katalog noch in Microsoft Entra gefunden',
    noOwner:
      'Der letzte Abruf nennt hierfür keinen Eigentümer. Ein neuer erscheint nach dem nächsten.',
    allServices: 'Alle Dienste',
  },
};
