import { FileUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { ErrorText } from './field.tsx';
import { ProgressBar } from './progress.tsx';
import { EmptyState } from './states.tsx';

interface Props {
  readonly step: 'start' | 'mapping' | 'running' | 'done';
  readonly progress: { readonly done: number; readonly total: number };
  readonly checking: boolean;
  /** What main refused, in words. */
  readonly refused: string | undefined;
  readonly mayChoose: boolean;
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly running: string;
  };
  readonly onChoose: () => void;
  readonly onCancel: () => void;
  /** What `mapping` and `done` show. */
  readonly children: ReactNode;
}

/** The steps of an import from a file: choose, put right, take in with progress, see what came of it. */
export function ImportSteps({
  step,
  progress,
  checking,
  refused,
  mayChoose,
  words,
  onChoose,
  onCancel,
  children,
}: Props) {
  return (
    <>
      {refused === undefined ? null : (
        <div role="alert" className="px-4 pt-4">
          <ErrorText>{refused}</ErrorText>
        </div>
      )}
      {step === 'start' ? (
        <EmptyState
          title={words.title}
          action={
            <Button
              variant="solid"
              icon={FileUp}
              onPress={onChoose}
              pending={checking}
              isDisabled={!mayChoose}
              autoFocus
            >
              {words.choose}
            </Button>
          }
        >
          {words.text}
        </EmptyState>
      ) : null}
      <Step name={step}>
        {step === 'running' ? (
          <div className="p-4">
            <ProgressBar
              label={words.running}
              value={progress.done}
              max={progress.total}
              onCancel={onCancel}
            />
          </div>
        ) : null}
        {children}
      </Step>
    </>
  );
}

/**
 * What one step shows. Takes the focus when the step begins, as the button that led to it is gone; and is the frame of what
 * stands outside the flow in it, so that the window does not grow by that.
 */
function Step({ name, children }: { readonly name: Props['step']; readonly children: ReactNode }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (name !== 'start') shown.current?.focus();
  }, [name]);
  return (
    <div ref={shown} tabIndex={-1} className="relative outline-none">
      {children}
    </div>
  );
}
