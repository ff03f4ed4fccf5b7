import { EventSignature } from '../kernel/event.ts';
import { z } from '../kernel/zod.ts';

const Content = z.looseObject({ data: z.unknown(), signature: EventSignature.optional() });

/** What an entry's payload holds beside its envelope; undefined for one that was erased or is not readable. */
export function contentOf(
  raw: string,
): { readonly data: unknown; readonly signature?: z.infer<typeof EventSignature> } | undefined {
  try {
    const { data, signature } = Content.parse(JSON.parse(raw));
    return signature === undefined ? { data } : { data, signature };
  } catch {
    return undefined;
  }
}
