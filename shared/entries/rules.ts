/** The rules of the entry log (guideline 3.5 (10)): main refuses by them, the window greys out by them. No I/O. */
export { decideChangeArea, decideDefineArea, decideRetireArea } from './rules/areas.ts';
export {
  type BadgeFacts,
  decideFindBadge,
  decideLoseBadge,
  decideRegisterBadges,
  decideRetireBadge,
  decideReturnBadge,
} from './rules/badges.ts';
export { changedFields, CORRECTABLE_TIMES, decideCorrect } from './rules/correct.ts';
export type { EntriesDecision } from './rules/decision.ts';
export {
  decideEnter,
  decideExpect,
  type EnterFacts,
  type ExpectFacts,
  expectedOn,
  type Namesake,
  peopleOf,
} from './rules/enter.ts';
export { decideCancel, decideExitUnknown, decideExplain, decideLeave } from './rules/leave.ts';
export { type Requirements, requirements, sameName } from './rules/requirements.ts';
export { LATE_AFTER } from './rules/times.ts';
export {
  actionsFor,
  BADGE_ACTIONS,
  BADGE_MOVES,
  badgeActionsFor,
  type BadgeAction,
  VISIT_ACTIONS,
  VISIT_MOVES,
  type VisitAction,
} from './rules/transitions.ts';
