import {
  RiArrowRightCircleFill,
  RiCheckLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { printed } from './printed';
import shared from '../components/shared.module.css';
import styles from './person.module.css';

const icons = {
  passed: RiCheckLine,
  decided: RiArrowRightCircleFill,
  'not-asked': RiSubtractLine,
};

type Step = PersonDetail['explanation'][number];

function Rule({ step }: { step: Step }) {
  const { t } = useWords();
  const Icon = icons[step.outcome];
  const facts = Object.entries(step.facts);
  return (
    <li className={styles.step} data-outcome={step.outcome}>
      <Icon size={16} aria-hidden className={styles.stepIcon} />
      <div>
        {step.text}{' '}
        <span className={styles.subtitle}>
          {t(`people.person.outcome.${camel(step.outcome)}`)}
        </span>
        {facts.length > 0 && (
          <div className={styles.facts}>
            {facts.map(([name, value]) => (
              <code key={name}>
                {name}: {printed(value)}
              </code>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** The rule that decided with what it found; folded, all others in the order in which they were asked. */
export function PersonExplanation({
  detail,
}: {
  detail: Pick<PersonDetail, 'explanation' | 'assessedBy'>;
}) {
  const { t } = useWords();
  const { explanation: steps, assessedBy } = detail;
  const decided = steps.filter(({ outcome }) => outcome === 'decided');
  const others = steps.filter(({ outcome }) => outcome !== 'decided');
  const listOf = (some: Step[]) => (
    <ol className={shared.rows}>
      {some.map(step => (
        <Rule key={step.rule} step={step} />
      ))}
    </ol>
  );
  return (
    <Panel title={t('people.person.why')}>
      {assessedBy.code !== assessedBy.today && (
        <p className={styles.subtitle}>
          {t('people.person.otherCode', {
            code: String(assessedBy.code),
            today: String(assessedBy.today),
          })}
        </p>
      )}
      {listOf(decided)}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>
            {t('people.person.otherRules', { count: others.length })}
          </summary>
          {listOf(others)}
        </details>
      )}
    </Panel>
  );
}
