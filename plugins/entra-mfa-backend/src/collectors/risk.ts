import {
  riskLevels,
  type RiskLevel,
  type RiskState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const states: Readonly<Record<string, RiskState>> = {
  atrisk: 'at-risk',
  confirmedcompromised: 'compromised',
  remediated: 'remediated',
  dismissed: 'dismissed',
  confirmedsafe: 'safe',
};

/** What Microsoft calls `riskState`; null for none, and for what is not known here. */
export function riskStateOf(name: string | null | undefined): RiskState | null {
  return states[name?.toLowerCase() ?? ''] ?? null;
}

/** What Microsoft calls `riskLevel`; null for none, and for what is not known here. */
export function riskLevelOf(name: string | null | undefined): RiskLevel | null {
  return riskLevels.find(level => level === name?.toLowerCase()) ?? null;
}
