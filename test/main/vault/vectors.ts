import { existsSync, readFileSync } from 'node:fs';
import { z } from '../../../shared/kernel/zod.ts';

const folder = new URL('../../../../shared/data/vectors/', import.meta.url);

/** Whether the published test vectors are there; without them their tests are skipped. */
export const haveVectors = existsSync(folder);

/** The groups of a Wycheproof file, parsed. */
export function groups<G extends z.ZodType>(name: string, group: G): z.output<G>[] {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return z.object({ testGroups: z.array(group) }).parse(JSON.parse(text)).testGroups;
}

export const Hex = z.string().transform((text) => Buffer.from(text, 'hex'));
export const Verdict = z.enum(['valid', 'acceptable', 'invalid']);
