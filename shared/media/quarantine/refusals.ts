/** Codes with which a quarantine refuses, or what it keeps from being done. `quarantined` is among the gaps of an inspection. */
export const QUARANTINE_REFUSALS = [
  'quarantine-held',
  'quarantine-none',
  'quarantine-changed',
  'quarantine-gone',
  'quarantine-settled',
  'quarantine-over',
  'quarantine-own',
  'quarantine-unchecked',
  'quarantine-lost',
  'quarantine-first',
  'medium-quarantined',
] as const;
