/** Codes with which a reminder, or putting off a due time, refuses. */
export const REMINDER_REFUSALS = [
  'remind-not-carried',
  'remind-not-due',
  'remind-next-past',
  'put-off-not-carried',
  'put-off-undecided',
  'put-off-barred',
  'put-off-own',
  'put-off-changed',
  'put-off-past',
  'put-off-earlier',
] as const;
