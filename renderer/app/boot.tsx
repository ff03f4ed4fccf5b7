import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Gate, Me } from '../../shared/accounts/model.ts';
import { Login } from '../accounts/login.tsx';
import type { Message } from '../api/bridge.ts';
import { keyOf, queryClient, usePush, useQueryOf } from '../api/queries.ts';
import { endSession } from './end-session.ts';
import { useRefusalText } from './i18n.ts';
import { Outside } from './outside.tsx';

const Shell = lazy(() => import('./shell.tsx'));
const Wizard = lazy(() => import('../accounts/wizard/wizard.tsx'));
const FaultScreen = lazy(() => import('./fault/fault-screen.tsx'));
const Recovery = lazy(() => import('../accounts/recovery/recovery.tsx'));
const Restore = lazy(() => import('../vault/restore/restore.tsx'));
const MustChange = lazy(() => import('../accounts/must-change.tsx'));

function setGate(gate: Gate): void {
  queryClient.setQueryData(keyOf('accounts', 'gate', {}), gate);
}

/** Asks main where the program stands, and shows the screen for it. */
export function Boot() {
  const gate = useQueryOf('accounts', 'gate', {}, { staleTime: Number.POSITIVE_INFINITY });
  const words = useRefusalText();
  const [way, setWay] = useState<'restore' | 'recovery'>();

  const ended = useCallback(({ why }: Message<'accounts', 'sessionEnded'>) => endSession(why), []);
  usePush('accounts', 'sessionEnded', ended);
  const changed = useCallback((me: Me) => setGate({ state: 'open', me }), []);
  usePush('accounts', 'meChanged', changed);

  if (gate.error !== null) {
    return (
      <Outside>
        <p role="alert">{words(gate.error)}</p>
      </Outside>
    );
  }
  if (gate.data === undefined) return null;
  const again = () => void gate.refetch();
  return (
    <Suspense fallback={null}>
      {way === undefined || gate.data.state === 'open' ? (
        screenFor(gate.data, again, setWay)
      ) : way === 'recovery' ? (
        <Recovery
          onLeave={(next) => {
            setWay(undefined);
            if (next === undefined) again();
            else setGate(next);
          }}
        />
      ) : (
        <Restore
          onDone={(next) => {
            setWay(undefined);
            setGate(next);
          }}
          onLeave={() => {
            setWay(undefined);
            again();
          }}
        />
      )}
    </Suspense>
  );
}

function screenFor(gate: Gate, again: () => void, go: (way: 'restore' | 'recovery') => void): ReactNode {
  const restore = (): void => go('restore');
  const recover = (): void => go('recovery');
  switch (gate.state) {
    case 'unfounded':
      return <Wizard folder={gate.folder} onDone={setGate} />;
    case 'refused':
      return (
        <FaultScreen
          fault={gate.fault}
          file={gate.file}
          onAgain={again}
          onRestore={restore}
          onRecover={recover}
        />
      );
    case 'locked':
      return (
        <Login
          site={gate.site}
          lastIdentifier={gate.lastIdentifier ?? ''}
          demo={gate.demo}
          onSignedIn={(me) => setGate({ state: 'open', me })}
          onFault={again}
          onRestore={restore}
          onRecover={recover}
        />
      );
    case 'open':
      return gate.me.mustChangePassword ? (
        <MustChange
          me={gate.me}
          onChanged={() => setGate({ state: 'open', me: { ...gate.me, mustChangePassword: false } })}
        />
      ) : (
        <Shell me={gate.me} />
      );
    default:
      return assertNever(gate);
  }
}
