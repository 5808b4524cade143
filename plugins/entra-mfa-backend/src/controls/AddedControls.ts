import { InputError } from '@backstage/errors';
import type {
  EntraMfaComplianceExtensionPoint,
  EntraMfaControlTest,
  EntraMfaFramework,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import type { Framework } from '../assess/controls/framework';
import { addedFrameworkSchema } from '../config/complianceSchema';

/** As wide as its column. */
const LONGEST_ID = 64;

const testSchema = z.object({
  title: z.strictObject({
    en: z.string().trim().min(1),
    de: z.string().trim().min(1).optional(),
  }),
  link: z.url({ protocol: /^https?$/ }).optional(),
  judge: z.function(),
});

/** The frameworks and the tests that modules have added. */
export class AddedControls implements EntraMfaComplianceExtensionPoint {
  readonly #frameworks: Framework[] = [];
  readonly #tests: EntraMfaControlTest[] = [];

  addFramework(framework: EntraMfaFramework): void {
    const { id } = framework;
    this.#frameworks.push(
      checked(`The framework '${id}'`, addedFrameworkSchema, framework),
    );
    refuseSecond(`The framework '${id}'`, this.#frameworks);
  }

  addTest(test: EntraMfaControlTest): void {
    const { id } = test;
    if (!/^[\w-]+\/[\w-]+$/.test(id) || id.length > LONGEST_ID) {
      throw new InputError(
        `A test cannot be called '${id}': give it the name of whose it is and what, such as acme/hardware-keys, in at most ${LONGEST_ID} characters`,
      );
    }
    checked(`The test '${id}'`, testSchema, test);
    this.#tests.push(test);
    refuseSecond(`The test '${id}'`, this.#tests);
  }

  /** In the order in which they were added. */
  get frameworks(): readonly Framework[] {
    return this.#frameworks;
  }

  /** In the order in which they were added. */
  get tests(): readonly EntraMfaControlTest[] {
    return this.#tests;
  }
}

function checked<T>(what: string, schema: z.ZodType<T>, given: unknown): T {
  const { data, error } = schema.safeParse(given);
  if (error) {
    const [{ path, message }] = error.issues;
    throw new InputError(
      `${what} cannot be added: ${path.join('.')}: ${message}`,
    );
  }
  return data;
}

function refuseSecond(what: string, all: readonly { id: string }[]): void {
  if (new Set(all.map(({ id }) => id)).size < all.length) {
    throw new InputError(`${what} was added already`);
  }
}
