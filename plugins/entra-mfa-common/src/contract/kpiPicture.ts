import { z } from 'zod';
import { enumOf } from './enumOf';
import { picture } from './Route';

/** `GET /v1/kpi.svg`: of a team, or of everybody of the tenant. @public */
export const kpiPictureQuerySchema = z.object({
  tenant: z.string().toLowerCase().optional(),
  team: z
    .string()
    .regex(
      /^(organization|group:[^:/]+\/[^:/]+)$/i,
      'it must be the entity ref of a group, such as group:default/payments, or organization',
    )
    .toLowerCase()
    .default('organization'),
  show: enumOf(['figure', 'donut']).default('figure'),
});

export const getKpiPicture = picture('getKpiPicture', {
  summary:
    'The figure of a team or of the organization against its target, as a picture',
  query: kpiPictureQuerySchema,
});

/** `GET /v1/control.svg`. @public */
export const controlPictureQuerySchema = z.object({
  tenant: z.string().toLowerCase().optional(),
  control: z
    .string()
    .regex(
      /^[^/]+\/./,
      'it must be a control with its framework, such as mfa/MFA-01',
    ),
});

export const getControlPicture = picture('getControlPicture', {
  summary: 'Where a control stands and since when, as a picture',
  query: controlPictureQuerySchema,
});
