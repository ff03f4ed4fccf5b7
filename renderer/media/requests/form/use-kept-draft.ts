import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from 'react';
import { beforeLock } from '../../../api/before-lock.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/queries.ts';
import { type Draft, packDraft, titleOf } from './draft.ts';

const REST = 400;

interface KeptDraft {
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  /** What is typed could not be kept; it still stands in the window, and the next change tries again. */
  readonly failed: boolean;
  /** Has main forget it: it was handed in, or is not wanted any more. */
  readonly drop: () => Promise<void>;
}

const readDraftsAgain = (): void => void queryClient.invalidateQueries({ queryKey: ['media', 'drafts'] });

/** A draft of the form, kept by main for this account as it is typed, over locks and restarts. `kept` is what main has of it. */
export function useKeptDraft(id: string, initial: Draft, kept: string | null): KeptDraft {
  const [draft, setDraft] = useState(initial);
  const [failed, setFailed] = useState(false);
  const saved = useRef(kept);
  const over = useRef(false);

  const keep = async (of: Draft): Promise<void> => {
    const form = packDraft(of);
    if (over.current || form === saved.current) return;
    const before = saved.current;
    saved.current = form;
    try {
      if (form === null) await call('media', 'dropDraft', { id });
      else await call('media', 'saveDraft', { id, title: titleOf(of), form });
      setFailed(false);
      readDraftsAgain();
    } catch {
      saved.current = before;
      setFailed(true);
    }
  };
  const keepRested = useEffectEvent((of: Draft) => keep(of));
  useEffect(() => {
    const timer = window.setTimeout(() => void keepRested(draft), REST);
    return () => window.clearTimeout(timer);
  }, [draft]);
  const keepLast = useEffectEvent(() => keep(draft));
  useEffect(() => {
    const leave = beforeLock(() => keepLast());
    return () => {
      leave();
      void keepLast();
    };
  }, []);

  return {
    draft,
    setDraft,
    failed,
    drop: async () => {
      over.current = true;
      if (saved.current !== null) await call('media', 'dropDraft', { id }).catch(() => undefined);
      readDraftsAgain();
    },
  };
}
