import type { NewSuimonEvent } from '../../shared/events.ts';
import type { shortfall } from '../trail/witness.ts';
import type { Failure } from '../vault/attempts.ts';

/** Refused sign-ins, counted by identifier, as the chain records them. */
export function refusedSignIns(failures: readonly Failure[], site: string): NewSuimonEvent[] {
  const byIdentifier = new Map<string, Failure[]>();
  for (const failure of failures) {
    byIdentifier.set(failure.identifier, [...(byIdentifier.get(failure.identifier) ?? []), failure]);
  }
  return [...byIdentifier].map(([identifier, all]) => {
    const times = all.map(({ at }) => at);
    return {
      type: 'session.refused',
      version: 1,
      subject: `site:${site}`,
      data: { identifier, times: all.length, first: Math.min(...times), last: Math.max(...times) },
    };
  });
}

/** What is found at an opening, to be recorded before anything else. */
export interface Found {
  readonly failures: readonly Failure[];
  readonly missing: ReturnType<typeof shortfall>;
  /** The epoch and encryption of the keyslot file, and the epoch that the chain knows: a rotation may have ended without its record. */
  readonly epoch: {
    readonly file: number;
    readonly encryption: string;
    readonly recorded: number;
    readonly why: 'removal' | 'recovery' | null;
  };
}

/** The events of an opening: what was found, then the session. */
export function openingEvents(
  { failures, missing, epoch }: Found,
  account: string,
  site: string,
): NewSuimonEvent[] {
  const events = refusedSignIns(failures, site);
  if (missing !== undefined) {
    events.push({
      type: 'trail.shortfall',
      version: 1,
      subject: `site:${site}`,
      data: {
        expectedSize: missing.expected.size,
        expectedHead: missing.expected.head,
        foundSize: missing.found,
      },
    });
  }
  if (epoch.file > epoch.recorded) {
    events.push({
      type: 'keys.rotated',
      version: 1,
      subject: `site:${site}`,
      data: { epoch: epoch.file, why: epoch.why ?? 'requested', encryption: epoch.encryption },
    });
  }
  events.push({ type: 'session.opened', version: 1, subject: `account:${account}`, data: {} });
  return events;
}
