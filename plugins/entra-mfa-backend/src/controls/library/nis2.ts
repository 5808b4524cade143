import type { Framework } from '../../assess/controls/framework';
import { control } from './control';

/** The annex of Implementing Regulation (EU) 2024/2690 to NIS 2. */
export const nis2: Framework = {
  id: 'nis2',
  name: 'NIS 2',
  link: 'https://eur-lex.europa.eu/eli/reg_impl/2024/2690/oj',
  controls: [
    control('11.7', ['coverage', 'privileged-covered', 'policies'], {
      en: [
        'MFA where it is appropriate',
        'People are authenticated with several factors or continuously, where appropriate, as strong as what they access needs.',
        'Who has a second factor, privileged people among them, and that a policy demands it.',
        'The classification of what is accessed, and which strength it needs.',
        'The classification, and where MFA is not appropriate.',
      ],
      de: [
        'MFA, wo sie angemessen ist',
        'Personen werden, wo angemessen, mit mehreren Faktoren oder kontinuierlich authentifiziert, so stark, wie das Ziel es braucht.',
        'Wer einen zweiten Faktor hat, auch privilegierte Personen, und dass eine Richtlinie ihn verlangt.',
        'Die Einstufung dessen, worauf zugegriffen wird, und welche Stärke es braucht.',
        'Die Einstufung, und wo MFA nicht angemessen ist.',
      ],
    }),
  ],
};
