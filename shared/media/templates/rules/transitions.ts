import type { MediaRefusal } from '../../refusals.ts';
import type { TemplateState } from '../model.ts';

/** What can be done with a template. */
export const TEMPLATE_ACTIONS = ['change', 'enforce', 'discard', 'retire'] as const;
export type TemplateAction = (typeof TEMPLATE_ACTIONS)[number];

/** The state after an action, or the code with which it is refused. */
export type TemplateMove = { readonly to: TemplateState } | { readonly refused: MediaRefusal };

const to = (state: TemplateState): TemplateMove => ({ to: state });
const no = (code: MediaRefusal): TemplateMove => ({ refused: code });

const OVER = { retired: no('template-retired'), discarded: no('template-discarded') } as const;

/** The whole state machine of a template: each action in each state; it begins as a draft. What is in force stays so while it is changed. */
export const TEMPLATE_MOVES: Readonly<Record<TemplateAction, Readonly<Record<TemplateState, TemplateMove>>>> =
  {
    change: { ...OVER, draft: to('draft'), 'in-force': to('changing'), changing: to('changing') },
    enforce: {
      ...OVER,
      draft: to('in-force'),
      'in-force': no('template-no-draft'),
      changing: to('in-force'),
    },
    discard: {
      ...OVER,
      draft: to('discarded'),
      'in-force': no('template-no-draft'),
      changing: to('in-force'),
    },
    retire: {
      ...OVER,
      draft: no('template-not-in-force'),
      'in-force': to('retired'),
      changing: to('retired'),
    },
  };
