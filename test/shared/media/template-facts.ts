import { DAY } from '../../../shared/kernel/time.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import type { ContentFacts, TemplateFacts, TemplateInUse } from '../../../shared/media/templates/rules.ts';
import { asked, ASKER, form, id, NOW } from './facts.ts';

export const TEMPLATE = id(70);

/** A template of what {@link asked} asks; the rest as the test gives it. */
export function content(over: Partial<TemplateContent> = {}): TemplateContent {
  const { kind, medium, purpose, asset, areaId, contents, classification, quoted, destination, means } =
    asked();
  return {
    number: 'T-01',
    name: '監視盤の月次更新',
    reading: 'かんしばんのげつじこうしん',
    form: {
      kind,
      medium,
      purpose,
      asset,
      areaId,
      contents,
      classification,
      quoted,
      destination,
      means,
      connection: null,
    },
    procedure: '受付で封印を確かめ、検査用端末で検査してから渡す。',
    protection: 'パスワードと封印袋',
    maxDays: 1,
    validFrom: NOW - 30 * DAY,
    validUntil: NOW + 300 * DAY,
    reviewBy: NOW + 200 * DAY,
    users: { who: 'all' },
    ...over,
  };
}

/** A request begun from version 1 of {@link content}. */
export function routine(over: Partial<RequestDetails> = {}): RequestDetails {
  return asked({ protection: 'パスワードと封印袋', template: { id: TEMPLATE, version: 1 }, ...over });
}

export function inUse(over: Partial<TemplateInUse> = {}, says: Partial<TemplateContent> = {}): TemplateInUse {
  return {
    number: 'T-01',
    name: '監視盤の月次更新',
    state: 'in-force',
    inForce: { version: 1, content: content(says) },
    ...over,
  };
}

export function contentFacts(over: Partial<ContentFacts> = {}): ContentFacts {
  const { area, medium } = form();
  return { area, medium, holder: undefined, ...over };
}

export const DRAFT_DIGEST = 'e'.repeat(64);

/** A template whose second version waits, unless the test says otherwise. */
export function template(over: Partial<TemplateFacts> = {}): TemplateFacts {
  return {
    id: TEMPLATE,
    number: 'T-01',
    name: '監視盤の月次更新',
    state: 'changing',
    inForce: 1,
    latest: 2,
    content: content(),
    draft: { version: 2, digest: DRAFT_DIGEST, validUntil: NOW + DAY },
    draftAuthors: [ASKER],
    ...over,
  };
}
