import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { Panel } from '../components/Panel';
import { ShellLines } from '../components/ShellLines';
import shared from '../components/shared.module.css';
import { useSaved } from '../components/useSaved';
import { useWords } from '../messages/useWords';

/** The file to hand on, with what whoever gets it types to check it. */
export function HandOnPanel({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const { number, tenant, state, key } = assessment;
  const isApproved = state === 'approved' || state === 'superseded';
  const { mutate, isPending } = useSaved('getAssessmentBundle', () =>
    api.file(
      'getAssessmentBundle',
      { number: String(number) },
      { tenant: tenant.id },
    ),
  );
  return (
    <Panel title={t('assessments.bundle.title')}>
      <div className={shared.form}>
        <p className={shared.smallLine}>
          {t(
            isApproved
              ? 'assessments.bundle.note'
              : 'assessments.bundle.notApproved',
          )}
        </p>
        <div className={shared.row}>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine />}
            isPending={isPending}
            onPress={() => mutate({})}
          >
            {t('assessments.bundle.button')}
          </Button>
        </div>
        <div>
          <p className={shared.line}>{t('assessments.bundle.check')}</p>
          <ShellLines
            lines={[
              `unzip mfa-assessment-${number}_*.zip -d bundle`,
              `sh bundle/verify.sh${key === null ? '' : ` '${key}'`}`,
              'echo $?',
            ]}
          />
        </div>
        <p className={shared.smallLine}>
          {t(
            key === null
              ? 'assessments.bundle.notSigned'
              : 'assessments.bundle.key',
          )}
        </p>
      </div>
    </Panel>
  );
}
