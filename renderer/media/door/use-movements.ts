import { useCommand } from '../../api/queries.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Movement } from '../../../shared/media/requests/rules.ts';

/** What the dialog of a movement asks, whichever it is. */
export interface Moved {
  readonly requestId: string;
  readonly at: Instant | null;
  readonly lateReason: string;
  readonly seal: string;
  readonly visitId: string | null;
  readonly to: string;
  readonly reason: string;
  readonly holder: string;
}

/** Sends a movement on its channel, with what that channel takes. */
export function useMovement(movement: Movement) {
  const carryIn = useCommand('media', 'carryIn');
  const takeOut = useCommand('media', 'takeOut');
  const handOver = useCommand('media', 'handOver');
  const carryOut = useCommand('media', 'carryOut');
  const giveBack = useCommand('media', 'giveBack');
  const deliver = useCommand('media', 'deliver');
  const command = { carryIn, takeOut, handOver, carryOut, giveBack, deliver }[movement];
  const send = async ({ requestId, at, lateReason, seal, ...rest }: Moved): Promise<null> => {
    const moved = { requestId, at, lateReason, seal };
    switch (movement) {
      case 'carryIn':
        return carryIn.mutateAsync({ ...moved, visitId: rest.visitId });
      case 'takeOut':
        return takeOut.mutateAsync(moved);
      case 'handOver':
        return handOver.mutateAsync({ ...moved, to: rest.to, reason: rest.reason });
      case 'carryOut':
        return carryOut.mutateAsync({ ...moved, holder: rest.holder });
      case 'giveBack':
        return giveBack.mutateAsync(moved);
      case 'deliver':
        return deliver.mutateAsync({ ...moved, to: rest.to });
    }
  };
  return { send, pending: command.isPending, error: command.error, reset: command.reset };
}
