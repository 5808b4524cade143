import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import type { Device } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** Nobody knows it of a device that nobody manages, which is another thing than no. */
const answerOf = (value: boolean | null) => {
  if (value === null) return 'unknown';
  return value ? 'yes' : 'no';
};

const signs = {
  yes: <RiCheckboxCircleFill size={16} className={shared.good} aria-hidden />,
  no: <RiCloseCircleFill size={16} className={shared.bad} aria-hidden />,
  unknown: <RiQuestionLine size={16} aria-hidden />,
};

function DeviceLine({ device }: { device: Device }) {
  const { t, dayOf } = useWords();
  const { owners, trust, lastSignIn, registeredAt } = device;
  const compliant = answerOf(device.compliant);
  const system = [device.operatingSystem, device.version]
    .filter(Boolean)
    .join(' ');
  const facts = [
    system,
    trust && t(`devices.trust.${camel(trust)}`),
    t(`devices.managed.${answerOf(device.managed)}`),
    lastSignIn
      ? t('devices.lastSignIn', { day: dayOf(lastSignIn) })
      : t('devices.neverUsed'),
    registeredAt && t('devices.registeredOn', { day: dayOf(registeredAt) }),
    device.maybeMoreOwners
      ? t('devices.moreOwners', { count: owners })
      : owners > 1 && t('devices.owners', { count: owners }),
  ];
  return (
    <li>
      <div className={shared.row}>
        <span className={shared.breakable}>
          {device.name ?? t('devices.unnamed')}
        </span>
        <span className={shared.label}>
          {signs[compliant]}
          {t(`devices.compliant.${compliant}`)}
        </span>
      </div>
      <div className={shared.small}>{facts.filter(Boolean).join(' · ')}</div>
    </li>
  );
}

/** The devices that a person owns, and whether they are compliant; nothing where devices were not read. */
export function PersonDevices({ devices }: { devices: Device[] | null }) {
  const { t } = useWords();
  if (!devices) return null;
  return (
    <Panel title={t('devices.title')}>
      {devices.length === 0 ? (
        <p className={shared.smallLine}>{t('devices.none')}</p>
      ) : (
        <ul className={shared.rows}>
          {devices.map((device, index) => (
            <DeviceLine key={index} device={device} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
