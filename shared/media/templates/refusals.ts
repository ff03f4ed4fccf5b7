/** Every code with which templates, and requests begun from one, refuse. */
export const TEMPLATE_REFUSALS = [
  // What a template says
  'template-number-taken',
  'template-days',
  'template-validity',
  'template-over',
  'template-review',
  'template-unchanged',
  // Where a template stands, and who acts
  'template-missing',
  'template-not-in-force',
  'template-no-draft',
  'template-retired',
  'template-discarded',
  'template-changed',
  'own-template',
  'not-template-author',
  // A request begun from one
  'template-superseded',
  'template-not-yet',
  'template-expired',
  'template-not-allowed',
  'template-differs',
  'template-too-long',
  'template-outside-validity',
] as const;
export type TemplateRefusal = (typeof TEMPLATE_REFUSALS)[number];
