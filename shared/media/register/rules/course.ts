import { fold } from '../../../kernel/folding/fold.ts';
import { refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { MediumDestroying, MediumErasing } from '../contract.ts';
import { ERASING_METHODS } from '../model.ts';
import { type MediumFacts, movable, type Refused } from './register.ts';

/** A medium is gone. It may be out: then it is found out, not kept. It may be in quarantine, which does not end before it is found. */
export function decideLose(
  command: { readonly mediumId: string; readonly circumstances: string; readonly reportedTo: string },
  facts: MediumFacts,
): MediaDecision<null> {
  const { mediumId, ...data } = command;
  const found = movable(facts, 'lose');
  if ('refusal' in found) return found;
  return {
    events: [{ type: 'medium.lost', version: 1, subject: `medium:${mediumId}`, data }],
    value: null,
  };
}

/** A lost medium turned up. */
export function decideFind(
  command: { readonly mediumId: string; readonly where: string; readonly note: string },
  facts: MediumFacts,
): MediaDecision<null> {
  const { mediumId, ...data } = command;
  const found = movable(facts, 'find');
  if ('refusal' in found) return found;
  return {
    events: [{ type: 'medium.found', version: 1, subject: `medium:${mediumId}`, data }],
    value: null,
  };
}

/** Who erases and who witnesses it are two people: alone, nobody saw it (guideline 3.2 ⑥). */
function checkWitness({ by, witness }: Pick<MediumErasing, 'by' | 'witness'>): Refused | undefined {
  return fold(by) === fold(witness)
    ? refusal('witness-same', { field: 'witness', detail: { name: by } })
    : undefined;
}

/**
 * What was on a medium was made irrecoverable, before a witness; it stays in use. Refused `method-destroys` for a method after
 * which it cannot, `medium-quarantined` for what is in quarantine: what was found on it would be gone before anybody has looked into it.
 */
export function decideErase(
  command: MediumErasing,
  facts: MediumFacts & { readonly quarantined: boolean },
): MediaDecision<null> {
  const { mediumId, ...data } = command;
  const found = movable(facts, 'erase');
  if ('refusal' in found) return found;
  if (facts.quarantined) return refusal('medium-quarantined', { field: 'mediumId' });
  if (!ERASING_METHODS.includes(data.method)) return refusal('method-destroys', { field: 'method' });
  return (
    checkWitness(data) ?? {
      events: [{ type: 'medium.erased', version: 1, subject: `medium:${mediumId}`, data }],
      value: null,
    }
  );
}

/**
 * A medium was made irrecoverable and disposed of, before a witness. Its number stays its own; nothing changes it any more.
 * Any method is one: what was overwritten may go back to a lessor. Refused `medium-quarantined` for what is in quarantine: its end is another
 * officer's, and destroys it too.
 */
export function decideDestroy(
  command: MediumDestroying,
  facts: MediumFacts & { readonly quarantined: boolean },
): MediaDecision<null> {
  const { mediumId, ...data } = command;
  const found = movable(facts, 'destroy');
  if ('refusal' in found) return found;
  if (facts.quarantined) return refusal('medium-quarantined', { field: 'mediumId' });
  return (
    checkWitness(data) ?? {
      events: [{ type: 'medium.destroyed', version: 1, subject: `medium:${mediumId}`, data }],
      value: null,
    }
  );
}
