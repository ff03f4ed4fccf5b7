import { useCallback, useReducer, useRef } from 'react';
import type { ListMapping, ListOutcome, ListPreview } from '../../../shared/media/lists/model.ts';
import { call } from '../../api/client.ts';
import { refresh, usePush } from '../../api/queries.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Where an import stands in the window. Main keeps the file; the window knows its id and what was found in it. */
export interface ListState {
  readonly step: 'start' | 'mapping' | 'running' | 'done';
  /** Main is looking at a file, with the mapping shown. */
  readonly checking: boolean;
  readonly preview: ListPreview | null;
  /** The mapping as changed last; ahead of the preview's while main looks again. */
  readonly mapping: ListMapping | null;
  readonly progress: Progress;
  readonly outcome: ListOutcome | null;
  readonly error: Error | null;
}

type Action =
  | { readonly type: 'check'; readonly mapping: ListMapping | null }
  | { readonly type: 'checked'; readonly preview: ListPreview | null }
  | { readonly type: 'run' }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'ran'; readonly outcome: ListOutcome }
  | { readonly type: 'failed'; readonly error: Error }
  | { readonly type: 'leave' };

const START: ListState = {
  step: 'start',
  checking: false,
  preview: null,
  mapping: null,
  progress: { done: 0, total: 0 },
  outcome: null,
  error: null,
};

/** What becomes of the page's state. A refused check or run leaves the file and its mapping as they were. */
function next(state: ListState, action: Action): ListState {
  switch (action.type) {
    case 'check':
      return { ...state, checking: true, error: null, mapping: action.mapping ?? state.mapping };
    case 'checked': {
      const { preview } = action;
      if (preview === null) return { ...state, checking: false };
      return { ...START, step: 'mapping', preview, mapping: preview.mapping };
    }
    case 'run':
      return {
        ...state,
        step: 'running',
        error: null,
        progress: { done: 0, total: state.preview?.rows ?? 0 },
      };
    case 'progress':
      return state.step === 'running' ? { ...state, progress: action.progress } : state;
    case 'ran':
      return { ...state, step: 'done', outcome: action.outcome };
    case 'failed': {
      const step = state.preview === null ? 'start' : 'mapping';
      // What main refused to look at by is not what is shown.
      const mapping = state.preview?.mapping ?? null;
      return { ...state, step, mapping, checking: false, error: action.error };
    }
    case 'leave':
      return START;
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The import's state and what can be done in it. Of several checks under way the last one asked for counts. */
export function useListImport() {
  const [state, dispatch] = useReducer(next, START);
  const asked = useRef(0);
  usePush(
    'media',
    'listProgress',
    useCallback((progress: Progress) => dispatch({ type: 'progress', progress }), []),
  );
  const check = async (
    mapping: ListMapping | null,
    look: () => Promise<ListPreview | null>,
  ): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    dispatch({ type: 'check', mapping });
    try {
      const preview = await look();
      if (turn === asked.current) dispatch({ type: 'checked', preview });
    } catch (error) {
      if (turn === asked.current) dispatch({ type: 'failed', error: asError(error) });
    }
  };
  return {
    state,
    choose: () => void check(null, () => call('media', 'chooseList', {})),
    change: (changes: Partial<ListMapping>) => {
      const { preview, mapping } = state;
      if (preview === null || mapping === null) return;
      const changed = { ...mapping, ...changes };
      void check(changed, () => call('media', 'previewList', { file: preview.file, mapping: changed }));
    },
    run: async (reason: string) => {
      const { preview } = state;
      if (preview === null) return;
      dispatch({ type: 'run' });
      try {
        const { file, mapping } = preview;
        dispatch({ type: 'ran', outcome: await call('media', 'importList', { file, mapping, reason }) });
        refresh('media');
      } catch (error) {
        dispatch({ type: 'failed', error: asError(error) });
      }
    },
    cancel: () => void call('media', 'cancelList', {}).catch(() => undefined),
    leave: () => {
      asked.current += 1;
      dispatch({ type: 'leave' });
    },
  };
}
