import {
  controlTestIds,
  severities,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { addedTestIdSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { z } from 'zod';
import type { Framework, ControlSetting } from '../assess/controls/framework';
import { guid, oneOf, text } from './fields';

const LONGEST_TEXT = 4000;

const said = (should: string) =>
  text()
    .trim()
    .min(1, should)
    .max(LONGEST_TEXT, `should have at most ${LONGEST_TEXT} characters`);

const frameworkId = text().regex(
  /^[a-z0-9][a-z0-9.-]{0,31}$/,
  'should be lower-case letters, digits, dots and hyphens, at most 32',
);

const words = {
  title: said('should say in a line what is asked'),
  asks: said('should say what is asked'),
  shows: said('should say what this data shows of it'),
  missing: said('should say what this data does not show'),
  adds: said('should say what a person has to add'),
};

/** A test of the plugin, or one that a module adds: whether there is such a one is known only once all were added. */
const testId = z.union([oneOf(controlTestIds), addedTestIdSchema], {
  error: `should be one of ${controlTestIds.join(
    ', ',
  )}, or a test that a module adds, such as acme/hardware-keys`,
});

const judged = {
  id: text().regex(
    /^[A-Za-z0-9][\w.()-]{0,47}$/,
    'should be letters, digits, dots, hyphens and brackets, at most 48',
  ),
  severity: oneOf(severities).optional(),
  tests: z
    .array(testId)
    .min(1, 'should name one test at least: without any it is never met')
    .transform(ids => [...new Set(ids)]),
};

const nothingMore = { why: null, methods: null, steps: [] };

const ownControl = z
  .strictObject({ ...judged, ...words })
  .transform(({ id, severity = null, tests, ...en }) => ({
    ...{ id, severity, tests },
    en: { ...en, ...nothingMore },
    de: null,
  }));

const addedControl = z
  .strictObject({
    ...judged,
    en: z.strictObject(words),
    de: z.strictObject(words).optional(),
  })
  .transform(({ severity = null, en, de, ...rest }) => ({
    ...{ ...rest, severity },
    en: { ...en, ...nothingMore },
    de: de ? { ...de, ...nothingMore } : null,
  }));

const frameworkOf = <C extends typeof ownControl | typeof addedControl>(
  control: C,
) =>
  z
    .strictObject({
      id: frameworkId,
      name: said('should say what it is called'),
      link: z
        .url({ protocol: /^https?$/, error: 'should be an address' })
        .optional(),
      controls: z
        .array(control)
        .min(1, 'should have one control at least')
        .refine(
          list => new Set(list.map(({ id }) => id)).size === list.length,
          { error: 'has two controls of the same id' },
        ),
    })
    .transform(({ link = null, ...rest }): Framework => ({ ...rest, link }));

const ownFramework = frameworkOf(ownControl);

/** A framework that a module adds. */
export const addedFrameworkSchema = frameworkOf(addedControl);

const setting = z
  .strictObject({
    control: text().regex(
      /^[^/\s]+\/[^/\s]+$/,
      'should be a framework and a control of it, such as mfa/MFA-01',
    ),
    tenantId: guid('the id of a tenant').optional(),
    disabled: said('should say why it does not apply').optional(),
    narrative: z
      .strictObject({
        text: said('should say how it is done here'),
        author: said('should say who wrote it'),
        date: z.iso.date({ error: 'should be a day, such as "2026-12-31"' }),
      })
      .transform(({ date, ...rest }) => ({ ...rest, on: date }))
      .optional(),
  })
  .refine(one => one.disabled !== undefined || one.narrative !== undefined, {
    error: 'should have disabled, narrative or both',
  })
  .transform(
    (one): ControlSetting => ({
      control: one.control,
      tenantId: one.tenantId ?? null,
      disabled: one.disabled ?? null,
      narrative: one.narrative ?? null,
    }),
  );

/** `entraMfa.compliance`. */
export const complianceSchema = z
  .object({
    frameworks: z.array(frameworkId).min(1).optional(),
    ownFrameworks: z
      .array(ownFramework)
      .refine(list => new Set(list.map(({ id }) => id)).size === list.length, {
        error: 'has two frameworks of the same id',
      })
      .default([]),
    controls: z
      .array(setting)
      .superRefine((list, context) => {
        const seen = new Set<string>();
        for (const [index, { control, tenantId }] of list.entries()) {
          const key = `${control} ${tenantId}`;
          if (seen.has(key)) {
            context.addIssue({
              code: 'custom',
              path: [index, 'control'],
              message: 'is listed twice for the same tenants',
            });
          }
          seen.add(key);
        }
      })
      .default([]),
  })
  .prefault({})
  .transform(({ frameworks, ...rest }) => ({
    ...rest,
    frameworks: frameworks ?? null,
  }));
