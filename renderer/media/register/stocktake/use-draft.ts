import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from 'react';
import { beforeLock } from '../../../api/before-lock.ts';
import { call } from '../../../api/client.ts';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { EMPTY_DRAFT, isBlank, packDraft, readDraft, type StocktakeDraft } from './draft.ts';

const REST = 400;

interface KeptDraft {
  readonly draft: StocktakeDraft;
  readonly setDraft: Dispatch<SetStateAction<StocktakeDraft>>;
  /** What was begun earlier has been read: until then nothing is shown, nor kept. */
  readonly ready: boolean;
  /** It was begun before a lock or a restart. */
  readonly restored: boolean;
  /** Main could not keep it: a lock would lose it. */
  readonly notKept: boolean;
  /** It was recorded: nothing of it is kept any more. */
  readonly finish: () => void;
}

/** The stocktake in hand, kept by main over a lock or a restart, for this account. */
export function useStocktakeDraft(): KeptDraft {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [ready, setReady] = useState(false);
  const [restored, setRestored] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const saved = useRef<string | null>(null);
  const finished = useRef(false);

  const take = useEffectEvent((text: string | null) => {
    const stored = readDraft(text);
    saved.current = text;
    setReady(true);
    if (stored === undefined || !isBlank(draft)) return;
    setDraft(stored);
    setRestored(true);
  });
  useEffect(() => {
    let stands = true;
    call('media', 'stocktakeDraft', {}).then(
      (text) => {
        if (stands) take(text);
      },
      () => {
        if (stands) setReady(true);
      },
    );
    return () => {
      stands = false;
    };
  }, []);

  /** Answers whether what was begun is kept, or nothing is to be. */
  const kept = async (of: StocktakeDraft): Promise<boolean> => {
    const text = packDraft(of);
    if (!ready || finished.current || text === saved.current) return true;
    saved.current = text;
    try {
      await call('media', 'saveStocktakeDraft', { draft: text });
      return true;
    } catch {
      saved.current = null;
      return text === null;
    }
  };
  const rested = useDebounced(draft, REST);
  const keepRested = useEffectEvent((of: StocktakeDraft) => kept(of));
  useEffect(() => {
    void keepRested(rested).then((well) => setNotKept(!well));
  }, [rested]);
  const keepLast = useEffectEvent(() => kept(draft));
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
    ready,
    restored,
    notKept,
    finish: () => {
      finished.current = true;
    },
  };
}
