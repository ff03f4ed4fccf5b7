import type { Role } from '../../../accounts/model.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Instant } from '../../../kernel/time.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { Template, TemplateContent, TemplateState } from '../model.ts';
import { checkContent, type ContentFacts } from './content.ts';
import { TEMPLATE_MOVES, type TemplateAction } from './transitions.ts';

/** A template as the rules know it. */
export interface TemplateFacts extends Pick<Template, 'id' | 'number' | 'name' | 'inForce' | 'draftAuthors'> {
  readonly state: TemplateState;
  /** The number of the newest version. */
  readonly latest: number;
  /** What a change is a change of: what waits, else what is in force, else the last there was. */
  readonly content: TemplateContent;
  /** What waits for an officer; null if nothing does. */
  readonly draft: { readonly version: number; readonly digest: string; readonly validUntil: Instant } | null;
}

const field = 'templateId';
const detailOf = ({ number, name }: Pick<TemplateFacts, 'number' | 'name'>) => ({
  template: `${number} ${name}`,
});

function checkMove(action: TemplateAction, template: TemplateFacts): Refused | undefined {
  const move = TEMPLATE_MOVES[action][template.state];
  return 'to' in move ? undefined : refusal(move.refused, { field, detail: detailOf(template) });
}

const missing = (): Refused => refusal('template-missing', { field });

/** Somebody writes a template: a draft until an officer puts it in force. */
export function decideWriteTemplate(
  { content }: { readonly content: TemplateContent },
  facts: ContentFacts & { readonly id: string },
  now: Instant,
): MediaDecision<{ readonly id: string }> {
  const { id } = facts;
  return (
    checkContent(content, facts, now) ?? {
      events: [
        { type: 'template.written', version: 1, subject: `template:${id}`, data: { version: 1, content } },
      ],
      value: { id },
    }
  );
}

/** Somebody writes the next version. What is in force stays so until an officer puts the new one in its place. */
export function decideChangeTemplate(
  command: { readonly templateId: string; readonly content: TemplateContent; readonly reason: string },
  facts: ContentFacts & { readonly template: TemplateFacts | undefined },
  now: Instant,
): MediaDecision<null> {
  const { templateId, content, reason } = command;
  const { template } = facts;
  if (template === undefined) return missing();
  const refused = firstRefusal([
    checkMove('change', template),
    canonicalJson(content) === canonicalJson(template.content)
      ? refusal('template-unchanged', { field: 'content' })
      : undefined,
    checkContent(content, facts, now),
  ]);
  if (refused !== undefined) return refused;
  const data = { version: template.latest + 1, content, reason };
  return {
    events: [{ type: 'template.changed', version: 1, subject: `template:${templateId}`, data }],
    value: null,
  };
}

/** Whoever wrote what waits, or an officer, takes it back. */
export function decideDiscardTemplate(
  command: { readonly templateId: string; readonly version: number; readonly reason: string },
  facts: {
    readonly template: TemplateFacts | undefined;
    readonly actor: { readonly id: string; readonly roles: readonly Role[] };
  },
): MediaDecision<null> {
  const { templateId, version, reason } = command;
  const { template, actor } = facts;
  if (template === undefined) return missing();
  const detail = detailOf(template);
  const refused = firstRefusal([
    checkMove('discard', template),
    template.draft?.version === version ? undefined : refusal('template-changed', { field, detail }),
    actor.roles.includes('officer') || template.draftAuthors.includes(actor.id)
      ? undefined
      : refusal('not-template-author', { field, detail }),
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'template.discarded',
        version: 1,
        subject: `template:${templateId}`,
        data: { version, reason },
      },
    ],
    value: null,
  };
}

/** What stands against putting a version in force whenever it is done: also what a verification holds it to. */
export function checkEnforce(
  { version, digest }: { readonly version: number; readonly digest: string },
  template: TemplateFacts,
  officer: string,
): Refused | undefined {
  const detail = detailOf(template);
  const { draft, draftAuthors } = template;
  return firstRefusal([
    checkMove('enforce', template),
    draft?.version === version && draft.digest === digest
      ? undefined
      : refusal('template-changed', { field, detail }),
    draftAuthors.includes(officer) ? refusal('own-template', { field, detail }) : undefined,
  ]);
}

/** An officer who wrote none of what waits puts it in force, as it was shown to them. */
export function decideEnforceTemplate(
  command: { readonly templateId: string; readonly version: number; readonly digest: string },
  facts: { readonly template: TemplateFacts | undefined; readonly officer: string },
  now: Instant,
): MediaDecision<null> {
  const { templateId, version, digest } = command;
  const { template, officer } = facts;
  if (template === undefined) return missing();
  const refused = firstRefusal([
    checkEnforce(command, template, officer),
    template.draft !== null && template.draft.validUntil <= now
      ? refusal('template-over', { field, detail: detailOf(template) })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'template.enforced',
        version: 1,
        subject: `template:${templateId}`,
        data: { version, digest },
      },
    ],
    value: null,
  };
}

/** An officer retires a template: no request can be begun from it any more, from that moment on. */
export function decideRetireTemplate(
  { templateId, reason }: { readonly templateId: string; readonly reason: string },
  { template }: { readonly template: TemplateFacts | undefined },
): MediaDecision<null> {
  if (template === undefined) return missing();
  const refused = checkMove('retire', template);
  if (refused !== undefined) return refused;
  const data = { version: template.inForce ?? template.latest, reason };
  return {
    events: [{ type: 'template.retired', version: 1, subject: `template:${templateId}`, data }],
    value: null,
  };
}
