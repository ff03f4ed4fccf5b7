import { Id } from '../../kernel/ids.ts';
import { z } from '../../kernel/zod.ts';

/** Which version of which template 定型 a request was begun from. */
export const TemplateRef = z.strictObject({ id: Id, version: z.int().min(1) });
export type TemplateRef = z.infer<typeof TemplateRef>;
