import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine, RiFilePdf2Line } from '@remixicon/react';
import {
  entraMfaPeopleExportPermission,
  type Evidence,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import { Panel } from '../components/Panel';
import { ShellLines } from '../components/ShellLines';
import shared from '../components/shared.module.css';
import { useBundleDownload } from './useBundleDownload';
import { useReportDownload } from './useReportDownload';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import styles from './evidence.module.css';

function Download() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { allowed: mayName } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  const download = useBundleDownload({ tenant, at });
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine />}
        isPending={download.isPending}
      >
        {t('evidence.bundle.button')}
      </Button>
      <Menu placement="bottom start">
        <MenuItem onAction={() => download.mutate({ names: false })}>
          {t('evidence.bundle.pseudonymous')}
        </MenuItem>
        {mayName ? (
          <MenuItem onAction={() => download.mutate({ names: true })}>
            {t('evidence.bundle.names')}
          </MenuItem>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}

/** The report names nobody: it is for whoever sees the page. */
function Reports() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { mutate, isPending, variables } = useReportDownload({ tenant, at });
  return (['pdf', 'html'] as const).map(format => (
    <Button
      key={format}
      size="small"
      variant={format === 'pdf' ? 'secondary' : 'tertiary'}
      iconStart={format === 'pdf' ? <RiFilePdf2Line /> : undefined}
      isPending={isPending && variables?.format === format}
      onPress={() => mutate({ format })}
    >
      {t(
        format === 'pdf'
          ? 'evidence.bundle.report'
          : 'evidence.bundle.reportPage',
      )}
    </Button>
  ));
}

const parts = ['report', 'evidence', 'people', 'rules', 'oscal'] as const;

/** The file to hand on, with what whoever gets it types to check it. */
export function BundlePanel({ evidence: { key } }: { evidence: Evidence }) {
  const { t } = useWords();
  const { data } = useOverview(usePageParams());
  return (
    <Panel title={t('evidence.bundle.title')}>
      <div className={shared.form}>
        <p className={shared.smallLine}>{t('evidence.bundle.note')}</p>
        <div className={shared.row}>
          {data?.visibility === 'all' ? (
            <Download />
          ) : (
            <p className={shared.line}>{t('evidence.bundle.who')}</p>
          )}
          <Reports />
        </div>
        <div>
          <p className={shared.line}>{t('evidence.bundle.has')}</p>
          <ul className={styles.parts}>
            {parts.map(part => (
              <li key={part} className={shared.smallLine}>
                {t(`evidence.bundle.part.${part}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <p className={shared.line}>{t('evidence.bundle.check')}</p>
          <ShellLines
            lines={[
              'unzip mfa-evidence_*.zip -d bundle',
              `sh bundle/verify.sh${key === null ? '' : ` '${key}'`}`,
              'echo $?',
            ]}
          />
        </div>
        <p className={shared.smallLine}>{t('evidence.bundle.proves')}</p>
      </div>
    </Panel>
  );
}
