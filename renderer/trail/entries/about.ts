import { contentOf } from '../../../shared/trail/content.ts';
import type { TrailRow } from '../../../shared/trail/model.ts';
import { z } from '../../../shared/kernel/zod.ts';
import type { SessionChannel } from '../../../shared/contracts.ts';

/** The kinds of thing that an entry is about, by the beginning of its subject. */
export const ABOUT = ['visit', 'area', 'badge', 'account', 'site', 'medium', 'template', 'request'] as const;

export interface About {
  readonly kind: (typeof ABOUT)[number] | undefined;
  /** What it was called in the entry. */
  readonly name?: string;
  /** Where its record is shown, and what one has to be allowed to call to see it. */
  readonly page?: { readonly to: string; readonly channel: SessionChannel };
}

const text = z.string().min(1).optional().catch(undefined);
const Named = z.looseObject({
  details: z.looseObject({ name: text, purpose: text }).optional().catch(undefined),
  content: z.looseObject({ name: text }).optional().catch(undefined),
  name: text,
  label: text,
  identifier: text,
});

function nameIn(data: unknown): string | undefined {
  const named = Named.safeParse(data).data;
  return (
    named?.details?.name ??
    named?.content?.name ??
    named?.name ??
    named?.label ??
    named?.identifier ??
    named?.details?.purpose
  );
}

function pageOf(kind: About['kind'], id: string): About['page'] {
  switch (kind) {
    case 'visit':
      return { to: `/entries/visits/${id}`, channel: 'entries.visit' };
    case 'area':
    case 'badge':
      return { to: '/entries/areas', channel: 'entries.areas' };
    case 'account':
      return { to: '/accounts', channel: 'accounts.list' };
    case 'medium':
      return { to: `/media/register/${id}`, channel: 'media.medium' };
    case 'template':
      return { to: `/media/templates/${id}`, channel: 'media.template' };
    case 'request':
      return { to: `/media/requests/${id}`, channel: 'media.policy' };
    case 'site':
    case undefined:
      return undefined;
  }
}

/** What an entry is about, as far as the entry itself says it. */
export function aboutOf({ subject, raw }: TrailRow): About {
  const colon = subject.indexOf(':');
  const kind = ABOUT.find((one) => one === subject.slice(0, colon));
  const name = nameIn(contentOf(raw)?.data);
  const page = pageOf(kind, subject.slice(colon + 1));
  return { kind, ...(name === undefined ? {} : { name }), ...(page === undefined ? {} : { page }) };
}
