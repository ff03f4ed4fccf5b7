import { sameName } from '../../entries/rules.ts';
import { fold } from '../../kernel/folding/fold.ts';
import type { NewEventOf } from '../../kernel/event.ts';
import {
  daysOutdated,
  findingsOf,
  minute,
  type KnownCheck,
  type KnownDecision,
} from '../inspection/rules/checks.ts';
import type { InspectedRequest } from '../inspection/rules/facts.ts';
import { products } from '../inspection/rules/gaps.ts';
import type { Way } from '../inspection/model.ts';
import type { MediaPolicy } from '../policy.ts';
import { firstRefusal, type MediaRefusal, type MediaRefusedWith, refusal } from '../refusals.ts';
import type { quarantineEvents } from './events.ts';
import type { Quarantine, QuarantineEnding, QuarantinePlace, QuarantineState } from './model.ts';

type Decided =
  | { readonly events: readonly NewEventOf<typeof quarantineEvents>[]; readonly value: null }
  | { readonly refusal: MediaRefusedWith };
type Move = { readonly to: QuarantineState } | { readonly refused: MediaRefusal };

const to = (state: QuarantineState): Move => ({ to: state });
const no = (refused: MediaRefusal): Move => ({ refused });

export type QuarantineAction = 'put' | QuarantineEnding['how'];

/** The whole state machine of a quarantine. What was released may be found out again; what is gone is gone. */
export const QUARANTINE_MOVES: Readonly<Record<QuarantineAction, Readonly<Record<QuarantineState, Move>>>> = {
  put: {
    none: to('held'),
    held: no('quarantine-held'),
    released: to('held'),
    gone: no('quarantine-gone'),
  },
  released: ends('released'),
  cleaned: ends('released'),
  handed: ends('gone'),
  destroyed: ends('gone'),
};

function ends(state: QuarantineState): Readonly<Record<QuarantineState, Move>> {
  return {
    none: no('quarantine-none'),
    held: to(state),
    released: no('quarantine-none'),
    gone: no('quarantine-gone'),
  };
}

/** Where a medium stands by the last of its quarantines. */
export function quarantineState(last: Pick<Quarantine, 'ended'> | undefined): QuarantineState {
  if (last === undefined) return 'none';
  if (last.ended === null) return 'held';
  const move = QUARANTINE_MOVES[last.ended.ending.how].held;
  return 'to' in move ? move.to : 'held';
}

/** What an ending says of the findings, as an officer's decision on them: of what stays, that it has to be checked anew. */
export function decisionOf({ how }: QuarantineEnding): 'cleaned' | 'refused' {
  switch (how) {
    case 'released':
    case 'cleaned':
      return 'cleaned';
    case 'handed':
    case 'destroyed':
      return 'refused';
  }
}

/** What the rules of a quarantine know. */
export interface QuarantineFacts {
  /** The medium is the register's, and lost. */
  readonly lost: boolean;
  readonly request: InspectedRequest | undefined;
  readonly bearer: string;
  /** The last quarantine under this request. */
  readonly last: Quarantine | undefined;
  readonly checks: readonly KnownCheck[];
  readonly decisions: readonly KnownDecision[];
}

interface Put {
  readonly way: Way;
  readonly check: number;
  readonly kept: QuarantinePlace;
}

/**
 * A medium on which something was found is put in quarantine: where, under which seal, from whom, with whom. Refused: `findings-none`,
 * `findings-changed`, `quarantine-settled` where an officer decided that it may move, `quarantine-over` where it is not here any more,
 * `handed-to-bearer` where its bearer would keep it.
 */
export function decideQuarantine(
  { way, check, kept }: Put,
  { request, bearer, last, checks, decisions }: QuarantineFacts,
): Decided {
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const move = QUARANTINE_MOVES.put[quarantineState(last)];
  const findings = findingsOf(way, checks, decisions);
  if (findings.state === 'none') return refusal('findings-none', { field: 'way' });
  return (
    firstRefusal([
      'to' in move ? undefined : refusal(move.refused, { field: 'requestId' }),
      request.whereabouts === 'done' ? refusal('quarantine-over', { field: 'requestId' }) : undefined,
      findings.check === check ? undefined : refusal('findings-changed', { field: 'check' }),
      findings.state === 'open' || findings.state === 'refused'
        ? undefined
        : refusal('quarantine-settled', { field: 'way' }),
      sameName(kept.keeper, bearer)
        ? refusal('handed-to-bearer', { field: 'kept.keeper', detail: { bearer } })
        : undefined,
    ]) ?? {
      events: [
        {
          type: 'media.quarantined',
          version: 1,
          subject: `request:${request.id}`,
          data: { way, check, ...kept },
        },
      ],
      value: null,
    }
  );
}

/**
 * How many different products have found nothing since a medium was put in quarantine, with definitions that were current; none as soon as one
 * has found something after them.
 */
export function cleanSince(
  { seq, at, way }: Pick<Quarantine, 'seq' | 'at' | 'way'>,
  checks: readonly KnownCheck[],
  policy: MediaPolicy,
): number {
  const later = checks.filter(
    (check) => check.way === way && check.seq > seq && minute(check.checkedAt) >= minute(at),
  );
  const found = later.findLastIndex(({ result }) => result === 'found');
  return products(
    later.slice(found + 1).filter((check) => check.exception !== '' || daysOutdated(check, policy) === 0),
  );
}

interface End {
  readonly quarantine: number;
  readonly check: number;
  readonly ending: QuarantineEnding;
  readonly reason: string;
}

/**
 * An officer ends a quarantine. Refused: `quarantine-own` for whoever put it there, `inspection-own-request` for whoever asked for the medium,
 * `quarantine-changed` and `findings-changed` where something else was shown, `quarantine-unchecked` where it would be released without as many
 * clean checks as the policy asks, `quarantine-lost` where nobody knows where it is, `witness-same` where nobody else saw it destroyed.
 */
export function decideEndQuarantine(
  { quarantine, check, ending, reason }: End,
  facts: Omit<QuarantineFacts, 'bearer'> & { readonly officer: string; readonly policy: MediaPolicy },
): Decided {
  const { request, last, checks, decisions, officer, policy, lost } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const move = QUARANTINE_MOVES[ending.how][quarantineState(last)];
  if ('refused' in move || last === undefined)
    return refusal('refused' in move ? move.refused : 'quarantine-none', { field: 'requestId' });
  const { way } = last;
  const findings = findingsOf(way, checks, decisions);
  if (findings.state === 'none') return refusal('findings-none', { field: 'requestId' });
  const clean = cleanSince(last, checks, policy);
  return (
    firstRefusal([
      last.seq === quarantine ? undefined : refusal('quarantine-changed', { field: 'quarantine' }),
      last.putById === officer ? refusal('quarantine-own') : undefined,
      request.requesterId === officer ? refusal('inspection-own-request') : undefined,
      findings.check === check ? undefined : refusal('findings-changed', { field: 'check' }),
      lost ? refusal('quarantine-lost', { field: 'requestId' }) : undefined,
      ending.how === 'released' && clean < policy.releaseProducts
        ? refusal('quarantine-unchecked', {
            field: 'ending.how',
            detail: { n: policy.releaseProducts, done: clean },
          })
        : undefined,
      ending.how === 'destroyed' && fold(ending.by) === fold(ending.witness)
        ? refusal('witness-same', { field: 'ending.witness', detail: { name: ending.by } })
        : undefined,
    ]) ?? {
      events: [
        {
          type: 'media.quarantineEnded',
          version: 1,
          subject: `request:${request.id}`,
          data: { quarantine, way, check, ending, reason },
        },
      ],
      value: null,
    }
  );
}
