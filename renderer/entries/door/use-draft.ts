import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from 'react';
import { beforeLock } from '../../api/before-lock.ts';
import { call } from '../../api/client.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { type Draft, emptyDraft, isBlank, packDraft, readDraft } from './draft.ts';

const REST = 400;

/** Main keeps the draft; when it cannot, what is typed still stands in the window, and the next change tries again. */
async function save(draft: string | null): Promise<boolean> {
  try {
    await call('entries', 'saveDraft', { draft });
    return true;
  } catch {
    return false;
  }
}

interface KeptDraft {
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  /** What stands in the form was kept over a lock or a restart. */
  readonly restored: boolean;
  readonly dismissRestored: () => void;
}

/** The draft of the door's form, kept by main over a lock or a restart; nothing is kept of it where nobody may enter. */
export function useDraft(enabled: boolean): KeptDraft {
  const [draft, setDraft] = useState(() => emptyDraft());
  const [restored, setRestored] = useState(false);
  const [asked, setAsked] = useState(false);
  const saved = useRef<string | null>(null);

  const take = useEffectEvent((text: string | null) => {
    const stored = readDraft(text);
    saved.current = text;
    setAsked(true);
    if (stored === undefined || !isBlank(draft)) return;
    setDraft(stored);
    setRestored(true);
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let stands = true;
    call('entries', 'draft', {}).then(
      (text) => {
        if (stands) take(text);
      },
      () => {
        if (stands) setAsked(true);
      },
    );
    return () => {
      stands = false;
    };
  }, [enabled]);

  const kept = async (of: Draft): Promise<void> => {
    const text = packDraft(of);
    if (!enabled || !asked || text === saved.current) return;
    saved.current = text;
    if (!(await save(text))) saved.current = null;
  };
  const rested = useDebounced(draft, REST);
  const keepRested = useEffectEvent((of: Draft) => kept(of));
  useEffect(() => {
    void keepRested(rested);
  }, [rested]);
  const keepLast = useEffectEvent(() => kept(draft));
  useEffect(() => {
    const leave = beforeLock(() => keepLast());
    return () => {
      leave();
      void keepLast();
    };
  }, []);

  return { draft, setDraft, restored, dismissRestored: () => setRestored(false) };
}
