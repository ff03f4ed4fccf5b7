import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { useText } from '../app/i18n.ts';
import { Button } from './button.tsx';
import { useFormat } from './use-format.ts';

export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  /** How many there are to do; 0 while that is not known. */
  readonly max: number;
  /** What is said of value and max; without it the two numbers. */
  readonly text?: string;
  readonly onCancel?: () => void;
}

/** Long work going on: how far it is, and a way to stop it. */
export function ProgressBar({ label, value, max, text, onCancel }: ProgressBarProps) {
  const t = useText();
  const format = useFormat();
  const unknown = max <= 0;
  const percent = unknown ? 0 : Math.min(100, (value / max) * 100);
  return (
    <div className="flex flex-wrap items-end gap-4">
      <AriaProgressBar
        value={percent}
        isIndeterminate={unknown}
        valueLabel={unknown ? '' : (text ?? `${format.number(value)} / ${format.number(max)}`)}
        className="min-w-60 flex-1"
      >
        {({ valueText }) => (
          <>
            <div className="mb-1 flex justify-between gap-4 text-sm">
              <Label>{label}</Label>
              <span className="tabular-nums">{valueText}</span>
            </div>
            <div className="h-3 overflow-hidden rounded-full border border-line-strong bg-surface">
              <div
                className={`h-full bg-accent ${unknown ? 'w-1/3 animate-pulse' : ''}`}
                style={unknown ? undefined : { width: `${percent}%` }}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {onCancel === undefined ? null : (
        <Button size="sm" onPress={onCancel}>
          {t('action.stop')}
        </Button>
      )}
    </div>
  );
}
