/** Codes with which the register of media refuses. */
export const REGISTER_REFUSALS = [
  'medium-missing',
  'medium-number-taken',
  'medium-unchanged',
  'medium-out',
  'medium-not-out',
  'medium-lost',
  'medium-not-lost',
  'medium-destroyed',
  'method-destroys',
  'witness-same',
  'stocktake-twice',
] as const;
