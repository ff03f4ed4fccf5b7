import { useCallback, useReducer, useRef } from 'react';
import type {
  ImportMapping,
  ImportOutcome,
  ImportPreview,
  ImportProgress,
} from '../../../shared/entries/import-model.ts';
import { call } from '../../api/client.ts';
import { refresh, usePush } from '../../api/queries.ts';

/** Where an import stands in the window. Main keeps the file; the window knows its id and what was found in it. */
export interface ImportState {
  readonly step: 'start' | 'mapping' | 'running' | 'done';
  /** Main is looking at a file, with the mapping shown. */
  readonly checking: boolean;
  readonly preview: ImportPreview | null;
  /** The mapping as changed last; ahead of the preview's while main looks again. */
  readonly mapping: ImportMapping | null;
  readonly progress: ImportProgress;
  readonly outcome: ImportOutcome | null;
  readonly error: Error | null;
}

type Action =
  | { readonly type: 'check'; readonly mapping: ImportMapping | null }
  | { readonly type: 'checked'; readonly preview: ImportPreview | null }
  | { readonly type: 'run' }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'ran'; readonly outcome: ImportOutcome }
  | { readonly type: 'failed'; readonly error: Error }
  | { readonly type: 'leave' };

const START: ImportState = {
  step: 'start',
  checking: false,
  preview: null,
  mapping: null,
  progress: { done: 0, total: 0 },
  outcome: null,
  error: null,
};

/** What becomes of the page's state. A refused check or run leaves the file and its mapping as they were. */
export function next(state: ImportState, action: Action): ImportState {
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
    case 'failed':
      return {
        ...state,
        step: state.preview === null ? 'start' : 'mapping',
        checking: false,
        error: action.error,
      };
    case 'leave':
      return START;
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The import's state and what can be done in it. Of several checks under way the last one asked for counts. */
export function useImport() {
  const [state, dispatch] = useReducer(next, START);
  const asked = useRef(0);
  usePush(
    'entries',
    'importProgress',
    useCallback((progress: ImportProgress) => dispatch({ type: 'progress', progress }), []),
  );

  const check = async (
    mapping: ImportMapping | null,
    look: () => Promise<ImportPreview | null>,
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
    choose: () => void check(null, () => call('entries', 'chooseImport', {})),
    change: (changes: Partial<ImportMapping>) => {
      const { preview, mapping } = state;
      if (preview === null || mapping === null) return;
      const changed = { ...mapping, ...changes };
      void check(changed, () => call('entries', 'previewImport', { file: preview.file, mapping: changed }));
    },
    run: async () => {
      const { preview } = state;
      if (preview === null) return;
      dispatch({ type: 'run' });
      try {
        const outcome = await call('entries', 'runImport', { file: preview.file, mapping: preview.mapping });
        dispatch({ type: 'ran', outcome });
        refresh('entries');
      } catch (error) {
        dispatch({ type: 'failed', error: asError(error) });
      }
    },
    cancel: () => void call('entries', 'cancelImport', {}).catch(() => undefined),
    leave: () => {
      asked.current += 1;
      dispatch({ type: 'leave' });
    },
  };
}
