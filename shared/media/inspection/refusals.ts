import { INSPECTION_CLOSED } from './model.ts';

/** Every code with which an inspection is refused; what stands in the way of a movement is refused there. */
export const INSPECTION_REFUSALS = [
  ...INSPECTION_CLOSED,
  'check-in-future',
  'definitions-in-future',
  'definitions-outdated',
  'definitions-unknown',
  'findings-missing',
  'findings-contradict',
  'findings-none',
  'findings-changed',
  'inspection-own-request',
  'difference-none',
  'difference-changed',
  'difference-settled',
  'listing-not-wanted',
  'listing-unknown',
  'listing-too-many',
  'folder-forgotten',
  'folder-own',
  'folder-gone',
  'drive-gone',
  'inspection-running',
  'scanner-missing',
  'scan-failed',
  'scan-incomplete',
] as const;
