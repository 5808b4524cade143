import { z } from 'zod';
import { instant } from './instant';
import { orNone } from './orNone';
import { defaultEventDays } from './registrationEvents';
import { riskLevelOf, riskStateOf } from './risk';
import type { Collector, RiskDetectionBody } from './types';

const LONGEST_TYPE = 100;

/** Whether a risk was dealt with is told of the detection, whose time stays: so the last days are asked for again. */
const AGAIN_DAYS = 7;

const row = z.object({
  id: z.string().min(1).max(150),
  userId: z.string().min(1),
  riskEventType: z.string().max(LONGEST_TYPE),
  riskLevel: orNone(z.string()),
  riskState: orNone(z.string()),
  detectedDateTime: instant,
});

type Row = z.infer<typeof row>;

/**
 * What made accounts look as if somebody else used them, without addresses, places and times. Source: resource type
 * `riskDetection`.
 */
export const riskDetections: Collector<Row> = {
  id: 'risk-detections',
  title: 'Risk detections',
  source: 'graph',
  endpoint: '/identityProtection/riskDetections',
  query: { $filter: 'detectedDateTime ge {since}', $top: '500' },
  pace: 'protection',
  permission: 'IdentityRiskEvent.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To tell what makes somebody be at risk',
  documentation: 'https://learn.microsoft.com/graph/api/riskdetection-list',
  required: 'no',
  optional: 'always',
  ofPeople: 'userId',
  events: {
    at: 'detectedDateTime',
    keptDays: defaultEventDays,
    againDays: AGAIN_DAYS,
  },
  row,
  toRecords(detection) {
    const body: RiskDetectionBody = {
      day: detection.detectedDateTime.slice(0, 10),
      type: detection.riskEventType,
      level: riskLevelOf(detection.riskLevel),
      state: riskStateOf(detection.riskState),
    };
    const key = [
      detection.userId.toLowerCase(),
      `${body.day}T00:00:00.000Z`,
      detection.id,
    ].join('|');
    return [{ key, body: { ...body } }];
  },
};
