/** The rules of requests (guideline 3.2 ④, ⑤, 3.5 (10), (20)): main refuses by them, the window greys out by them. No I/O. */
export { approversOf, type RequestButton, requestActionsFor } from './rules/actions.ts';
export { actionOf, checkDecision, decideOn, decideWithdraw } from './rules/decide.ts';
export { decideBy, decideEmergency } from './rules/emergency.ts';
export type { RequestFacts } from './rules/facts.ts';
export { checkForm, type FormFacts, type RegisteredMedium } from './rules/form.ts';
export {
  decideCarryIn,
  decideCarryOut,
  decideDeliver,
  decideGiveBack,
  decideHandOver,
  decideTakeOut,
  type MoveFacts,
  type VisitFacts,
} from './rules/move.ts';
export { inherited, ruleFor } from './rules/rule-for.ts';
export { decideResubmit, decideRetract, decideSubmit } from './rules/submit.ts';
export {
  KINDS_MOVED,
  type Movement,
  MOVEMENT_MOVES,
  MOVEMENT_STATES,
  MOVEMENTS,
  NOT_YET_CARRIED,
  REQUEST_ACTIONS,
  REQUEST_MOVES,
  type RequestAction,
} from './rules/transitions.ts';
