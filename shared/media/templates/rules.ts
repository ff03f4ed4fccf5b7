/** The rules of templates for routine work (guideline 3.2 ④): main refuses by them, the window greys out by them. No I/O. */
export { type TemplateButton, templateActionsFor } from './rules/actions.ts';
export { checkContent, type ContentFacts } from './rules/content.ts';
export {
  checkEnforce,
  decideChangeTemplate,
  decideDiscardTemplate,
  decideEnforceTemplate,
  decideRetireTemplate,
  decideWriteTemplate,
  type TemplateFacts,
} from './rules/decide.ts';
export {
  checkTemplate,
  checkUse,
  differsIn,
  FIXED_FIELDS,
  type FixedField,
  type TemplateInUse,
  type TemplateUser,
  type VariedField,
  variesIn,
} from './rules/fit.ts';
export { TEMPLATE_ACTIONS, TEMPLATE_MOVES, type TemplateAction } from './rules/transitions.ts';
