import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** Article 9 of Regulation (EU) 2022/2554 on protection and prevention. */
export const dora: Framework = {
  id: 'dora',
  name: 'DORA',
  link: 'https://eur-lex.europa.eu/eli/reg/2022/2554/oj',
  controls: [
    control('Art.9(4)(d)', ['coverage', 'privileged-covered', 'policies'], {
      en: [
        'Strong authentication',
        'Policies and protocols for strong authentication are in place, by relevant standards.',
        'Who has a second factor, privileged people among them, and that a policy demands it.',
        'The policies and protocols themselves, and the protection of cryptographic keys.',
        'The policy with its approval.',
      ],
      de: [
        'Starke Authentifizierung',
        'Leitlinien und Protokolle für starke Authentifizierung bestehen, nach einschlägigen Standards.',
        'Wer einen zweiten Faktor hat, auch privilegierte Personen, und dass eine Richtlinie ihn verlangt.',
        'Die Leitlinien und Protokolle selbst, und der Schutz kryptografischer Schlüssel.',
        'Die Leitlinie mit ihrer Genehmigung.',
      ],
    }),
  ],
};
