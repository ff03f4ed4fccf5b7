import type { TemplateRefusal } from '../../../shared/media/templates/refusals.ts';

export const templateRefusalsEn = {
  'refusal.template-number-taken':
    'This number belongs to “{{number}} {{name}}”. A number once used is never given to another template: choose another.',
  'refusal.template-days': 'Enter a whole number from 1 to 366.',
  'refusal.template-validity': 'The validity has to end after it begins.',
  'refusal.template-over': 'The validity is over already. Hand in a draft that ends later.',
  'refusal.template-review': 'The review has to be due within the validity.',
  'refusal.template-unchanged': 'This is what the last version says. Nothing was recorded.',
  'refusal.template-missing': 'There is no such template. Choose one from the list, or request without.',
  'refusal.template-not-in-force':
    '“{{template}}” is not in force yet. Wait for an officer’s signature, or request without it. Nothing was recorded.',
  'refusal.template-no-draft': 'No draft of “{{template}}” waits for a signature. Nothing was recorded.',
  'refusal.template-retired': '“{{template}}” is retired. Nothing was recorded.',
  'refusal.template-discarded': '“{{template}}” was taken back before it was in force. Nothing was recorded.',
  'refusal.template-changed':
    '“{{template}}” has changed since it was shown. Nothing was recorded. Read it as it is now.',
  'refusal.own-template':
    'You wrote some of the draft of “{{template}}”. Another officer puts it in force. Nothing was recorded.',
  'refusal.not-template-author':
    'Only whoever wrote the draft of “{{template}}” and officers take it back. Nothing was recorded.',
  'refusal.template-superseded':
    'Version {{version}} of “{{template}}” is in force (this request is from version {{named}}). Begin the request from the template anew.',
  'refusal.template-not-yet': '“{{template}}” is not valid yet. Request without it.',
  'refusal.template-expired':
    'The validity of “{{template}}” is over. Wait until it is changed, or request without it.',
  'refusal.template-not-allowed': 'You are not among those who may use “{{template}}”. Request without it.',
  'refusal.template-differs':
    'This differs from “{{template}}”. Put back what the template says, or request without it.',
  'refusal.template-too-long':
    'A request from “{{template}}” may last {{days}} days. Make the period shorter.',
  'refusal.template-outside-validity':
    'The period is outside the validity of “{{template}}”. Choose one within it.',
} as const satisfies Readonly<Record<`refusal.${TemplateRefusal}`, string>>;
