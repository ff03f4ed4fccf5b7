import type { StoryLine } from '../../entries/model.ts';
import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { requiredParagraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import { type Template, TemplateContent, type TemplatePerson, type TemplateRow } from './model.ts';

const nothing = z.strictObject({});
const password = z.string().min(1, { error: 'required' }).max(256);
const version = z.int().min(1);
const reason = requiredParagraph(500);

export const templateChannels = {
  /** Every template by number, as people count: 2 before 10. At most 500. */
  templates: query<readonly TemplateRow[]>()(nothing),
  /** All of a template, every version it ever had, and its story. */
  template: query<{ readonly template: Template; readonly story: readonly StoryLine[] }>()(
    z.strictObject({ id: Id }),
  ),
  /** Who may be named as a user: everybody active who may hand in requests. */
  templatePeople: query<readonly TemplatePerson[]>()(nothing),

  /** Writes a template: a draft until an officer puts it in force. */
  writeTemplate: command<{ readonly id: string }>()(z.strictObject({ content: TemplateContent })),
  /** Writes the next version; what is in force stays so until an officer puts the new one in its place. */
  changeTemplate: command<null>()(z.strictObject({ templateId: Id, content: TemplateContent, reason })),
  /** Takes back what waits for an officer. */
  discardTemplate: command<null>()(z.strictObject({ templateId: Id, version, reason })),
  /** Puts what waits in force, signed with the officer's own key; `digest` is that of what was shown. */
  enforceTemplate: command<null>()(
    z.strictObject({ templateId: Id, version, digest: z.string().length(64), password }),
  ),
  /** Retires a template at once, signed: no request can be begun from it any more. */
  retireTemplate: command<null>()(z.strictObject({ templateId: Id, reason, password })),
};
