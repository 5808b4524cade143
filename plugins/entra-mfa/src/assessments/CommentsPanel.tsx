import { useState } from 'react';
import { Select, TextAreaField } from '@backstage/ui';
import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { EntityName } from '../components/EntityName';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useAssessmentStep } from './useAssessmentStep';
import styles from './assessments.module.css';

const ALL = 'all';

function CommentDialog({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const step = useAssessmentStep();
  const [text, setText] = useState('');
  const [control, setControl] = useState(ALL);
  return (
    <ActionDialog
      label={t('assessments.comments.open')}
      variant="secondary"
      title={t('assessments.comments.dialog')}
      confirm={t('assessments.comments.confirm')}
      action={step}
      isReady={text.trim() !== ''}
      onConfirm={close =>
        step.mutate(
          {
            action: 'comments',
            of: assessment,
            text: text.trim(),
            ...(control !== ALL && { control }),
          },
          {
            onSuccess: () => {
              close();
              setText('');
            },
          },
        )
      }
    >
      <p>{t('assessments.comments.text')}</p>
      <Select
        label={t('assessments.comments.control')}
        options={[
          { value: ALL, label: t('assessments.comments.all') },
          ...assessment.controls.map(({ control: key, framework, id }) => ({
            value: key,
            label: `${framework.name} ${id}`,
          })),
        ]}
        value={control}
        onChange={value => setControl(String(value))}
      />
      <TextAreaField
        label={t('assessments.comments.field')}
        isRequired
        maxLength={4000}
        value={text}
        onChange={setText}
      />
    </ActionDialog>
  );
}

/** What auditors asked, and what was answered. */
export function CommentsPanel({ assessment }: { assessment: Assessment }) {
  const { t, momentOf } = useWords();
  const { comments, controls, actions } = assessment;
  return (
    <Panel
      title={t('assessments.comments.title')}
      aside={
        actions.includes('comment') && <CommentDialog assessment={assessment} />
      }
    >
      {comments.length === 0 && (
        <p className={shared.smallLine}>{t('assessments.comments.none')}</p>
      )}
      <ul className={shared.rows}>
        {comments.map(({ comment, by, at, text, control }) => (
          <li key={comment} className={styles.comment}>
            <span className={shared.small}>
              {t('assessments.steps.by', {
                user: <EntityName of={by} />,
                moment: momentOf(at),
              })}
              {control &&
                ` · ${t('assessments.comments.about', {
                  control:
                    controls.find(one => one.control === control)?.id ??
                    control,
                })}`}
            </span>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
