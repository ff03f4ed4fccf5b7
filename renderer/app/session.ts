import { createContext, useContext } from 'react';
import { mayCall } from '../../shared/accounts/matrix.ts';
import type { Me } from '../../shared/accounts/model.ts';
import type { SessionChannel } from '../../shared/contracts.ts';

/** Who is signed in, for everything below the shell. */
export const SessionContext = createContext<{ readonly me: Me } | undefined>(undefined);

export interface Session {
  readonly me: Me;
  /** Whether the roles of this person may call a channel: the same matrix by which main refuses. */
  readonly may: (channel: SessionChannel) => boolean;
  /** Nothing stops changes at present (disk full, folder not writable, damage). */
  readonly canWrite: boolean;
}

/** The session within the shell. Throws outside it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession is for pages within the shell');
  const { me } = session;
  return { me, may: (channel) => mayCall(channel, me.roles), canWrite: me.readOnly === undefined };
}
