import { z } from 'zod';
import { fileFormats } from '../fileFormats';
import { enumOf } from './enumOf';

/** How the address of a file ends. @public */
export const fileParamsSchema = z.object({ format: enumOf(fileFormats) });
