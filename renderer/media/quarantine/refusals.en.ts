import type { QUARANTINE_REFUSALS } from '../../../shared/media/quarantine/refusals.ts';

export const quarantineRefusalsEn = {
  'refusal.quarantine-held': 'This medium is in quarantine already. Nothing has changed.',
  'refusal.quarantine-none': 'This medium is not in quarantine. Open the request again.',
  'refusal.quarantine-changed':
    'It was put in quarantine anew after you looked. Nothing was recorded. Open the request again and look.',
  'refusal.quarantine-gone':
    'This medium was handed away or destroyed after its quarantine. It can neither be put there again nor taken out.',
  'refusal.quarantine-settled':
    'An officer decided that what was found does not keep the medium here. To put it in quarantine, have that decided anew first.',
  'refusal.quarantine-over': 'This medium is not here any more. It cannot be put in quarantine.',
  'refusal.quarantine-own': 'You put this medium in quarantine yourself. Ask another officer to end it.',
  'refusal.quarantine-unchecked':
    'Not enough checks since the quarantine began (clean products: {{done}}, needed: {{n}}). Check it and record that, or choose another end.',
  'refusal.quarantine-lost':
    'The register says that this medium is lost. Once it turns up, record that in the register, then end the quarantine.',
  'refusal.quarantine-first':
    'This medium is in quarantine. What was found is decided on when the quarantine is ended.',
  'refusal.medium-quarantined':
    'This medium is in quarantine. Until an officer ends that, it can be neither asked for, nor erased, nor destroyed. Choose another.',
} as const satisfies Readonly<Record<`refusal.${(typeof QUARANTINE_REFUSALS)[number]}`, string>>;
