import { z } from 'zod';
import { entityRow } from './entityRow';

/** A Group with all of its profile: an organisation may keep a field of its own there. */
export const groupRow = entityRow.extend({
  spec: z
    .object({
      profile: z.looseObject({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
});
