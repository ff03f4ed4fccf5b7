import type { Role } from '../../../accounts/model.ts';
import type { Template } from '../model.ts';
import { TEMPLATE_MOVES, type TemplateAction } from './transitions.ts';

export type TemplateButton = TemplateAction;

/** Which buttons a template offers to somebody with an account: what main would not refuse by state or person. */
export function templateActionsFor(
  { state, draftAuthors }: Pick<Template, 'state' | 'draftAuthors'>,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Readonly<Record<TemplateButton, boolean>> {
  const officer = roles.includes('officer');
  const door = officer || roles.includes('operator');
  const own = draftAuthors.includes(id);
  const can = (action: TemplateAction): boolean => 'to' in TEMPLATE_MOVES[action][state];
  return {
    change: door && can('change'),
    enforce: officer && !own && can('enforce'),
    discard: (officer || (door && own)) && can('discard'),
    retire: officer && can('retire'),
  };
}
