import { sameName } from '../../../entries/rules.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { MediaPolicy } from '../../policy.ts';
import { firstRefusal, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { RequestDetails } from '../model.ts';
import { checkForm, type FormFacts } from './form.ts';
import { checkVisit, type VisitFacts } from './move.ts';
import { ruleFor } from './rule-for.ts';

const HOUR = 3_600_000;

/** Until when a medium that was carried in at `at` in an emergency has to be decided on, by the policy in force then. */
export function decideBy(at: Instant, { emergencyHours }: Pick<MediaPolicy, 'emergencyHours'>): Instant {
  return at + emergencyHours * HOUR;
}

interface Emergency {
  readonly details: RequestDetails;
  readonly reason: string;
  readonly allowedBy: string;
  readonly visitId: string | null;
  readonly seal: string;
}

/**
 * A medium is carried in before anybody has decided, because it cannot wait: now, by somebody else's word of mouth, tied to the visit as
 * any other. An officer decides afterwards, within the hours that the policy gives. Nothing is looked at first: what the checks
 * ask stops the way out.
 */
export function decideEmergency(
  { details, reason, allowedBy, visitId, seal }: Emergency,
  facts: FormFacts &
    VisitFacts & { readonly id: string; readonly recorder: string; readonly emergencyHours: number },
  now: Instant,
): MediaDecision<{ readonly id: string }> {
  const refused = firstRefusal([
    details.kind === 'carry-in' ? undefined : refusal('emergency-kind', { field: 'details.kind' }),
    checkForm(details, facts, now),
    details.from > now ? refusal('too-early', { field: 'details.from' }) : undefined,
    sameName(allowedBy, facts.recorder) ? refusal('allowed-by-self', { field: 'allowedBy' }) : undefined,
    sameName(allowedBy, details.bearer)
      ? refusal('allowed-by-bearer', { field: 'allowedBy', detail: { bearer: details.bearer } })
      : undefined,
    checkVisit(visitId, details, facts, now),
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'request.emergency',
        version: 1,
        subject: `request:${facts.id}`,
        data: {
          details,
          rule: ruleFor(details, facts.area),
          revision: 1,
          reason,
          allowedBy,
          visitId,
          seal,
          decideBy: decideBy(now, facts),
        },
      },
    ],
    value: { id: facts.id },
  };
}
