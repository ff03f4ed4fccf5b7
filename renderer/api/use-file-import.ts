import { useCallback, useReducer, useRef } from 'react';

/** How far an import is, in rows. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** What main found in a file under a mapping. Main keeps the file; the window knows its id. */
interface Previewed {
  readonly file: string;
  readonly rows: number;
  readonly mapping: object;
}

/** Where an import stands in the window. */
export interface FileImportState<P extends Previewed, O> {
  readonly step: 'start' | 'mapping' | 'running' | 'done';
  /** Main is looking at a file, with the mapping shown. */
  readonly checking: boolean;
  readonly preview: P | null;
  /** The mapping as changed last; ahead of the preview's while main looks again. */
  readonly mapping: P['mapping'] | null;
  readonly progress: ImportProgress;
  readonly outcome: O | null;
  readonly error: Error | null;
}

type Action<P extends Previewed, O> =
  | { readonly type: 'check'; readonly mapping: P['mapping'] | null }
  | { readonly type: 'checked'; readonly preview: P | null }
  | { readonly type: 'run' }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'ran'; readonly outcome: O }
  | { readonly type: 'failed'; readonly error: Error }
  | { readonly type: 'leave' };

const START = {
  step: 'start',
  checking: false,
  preview: null,
  mapping: null,
  progress: { done: 0, total: 0 },
  outcome: null,
  error: null,
} as const;

/** What becomes of the state. A refused check or run leaves the file and the mapping that main last looked by. */
function next<P extends Previewed, O>(
  state: FileImportState<P, O>,
  action: Action<P, O>,
): FileImportState<P, O> {
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

/** What a feature's import asks of main. `more` is what only the run needs: a reason, say. */
export interface FileImportCalls<P extends Previewed, O, A extends readonly unknown[]> {
  /** null: nobody chose a file. */
  readonly choose: () => Promise<P | null>;
  readonly look: (file: string, mapping: P['mapping']) => Promise<P>;
  readonly run: (preview: P, ...more: A) => Promise<O>;
  readonly cancel: () => Promise<unknown>;
}

/**
 * The state of an import from a file and what can be done in it: choose, look again by a changed mapping, run, cancel, leave. Of several
 * looks under way the last one asked for counts. `told` takes the progress that main pushes.
 */
export function useFileImport<P extends Previewed, O, A extends readonly unknown[]>(
  calls: FileImportCalls<P, O, A>,
) {
  const [state, dispatch] = useReducer(next<P, O>, START);
  const asked = useRef(0);

  const check = async (mapping: P['mapping'] | null, look: () => Promise<P | null>): Promise<void> => {
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
    told: useCallback((progress: ImportProgress) => dispatch({ type: 'progress', progress }), []),
    choose: () => void check(null, calls.choose),
    change: (changes: Partial<P['mapping']>) => {
      const { preview, mapping } = state;
      if (preview === null || mapping === null) return;
      const changed = { ...mapping, ...changes };
      void check(changed, () => calls.look(preview.file, changed));
    },
    run: async (...more: A) => {
      const { preview } = state;
      if (preview === null) return;
      dispatch({ type: 'run' });
      try {
        dispatch({ type: 'ran', outcome: await calls.run(preview, ...more) });
      } catch (error) {
        dispatch({ type: 'failed', error: asError(error) });
      }
    },
    cancel: () => void calls.cancel().catch(() => undefined),
    leave: () => {
      asked.current += 1;
      dispatch({ type: 'leave' });
    },
  };
}
