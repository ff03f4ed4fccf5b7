import { CircleCheck, type LucideIcon, OctagonAlert, ScanBarcode, TriangleAlert } from 'lucide-react';
import { type Ref, type RefObject, useEffect, useState } from 'react';
import type { Scan } from '../../../../shared/media/register/rules.ts';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { writesText } from '../../../ui/use-search-keys.ts';
import { useRegisterText } from '../text.ts';

/** A scanner types wherever the focus is: what it types goes into the field unless something else is being written. */
function useTypedAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey;
      if (!letter || event.metaKey || writesText(document.activeElement)) return;
      if (document.querySelector('[role="dialog"],[role="alertdialog"]') !== null) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', heard, true);
    return () => window.removeEventListener('keydown', heard, true);
  }, [field]);
}

const looks: Readonly<Record<Scan['what'], { readonly icon: LucideIcon; readonly tone: string }>> = {
  seen: { icon: CircleCheck, tone: 'text-good' },
  twice: { icon: TriangleAlert, tone: 'text-warn' },
  out: { icon: OctagonAlert, tone: 'text-danger' },
  lost: { icon: OctagonAlert, tone: 'text-danger' },
  place: { icon: TriangleAlert, tone: 'text-warn' },
  stranger: { icon: OctagonAlert, tone: 'text-danger' },
};

/** What something that was read came to, in words. */
export function useScanWords(): (scan: Scan) => string {
  const t = useRegisterText();
  return (scan) =>
    scan.what === 'stranger'
      ? t('scan.stranger', { text: scan.text })
      : t(`scan.${scan.what}`, { number: scan.row.number, name: scan.row.name, place: scan.row.place });
}

/** The field that a scanner types into; beside it what the last reading came to. */
export function ScanField({
  ref,
  onScan,
  last,
  allSeen,
}: {
  readonly ref: Ref<HTMLInputElement> & RefObject<HTMLInputElement | null>;
  readonly onScan: (text: string) => void;
  readonly last: Scan | undefined;
  readonly allSeen: boolean;
}) {
  const t = useRegisterText();
  const words = useScanWords();
  const [text, setText] = useState('');
  useTypedAnywhere(ref);
  const { icon: Icon, tone } = last === undefined ? { icon: ScanBarcode, tone: '' } : looks[last.what];
  return (
    <div className="flex min-w-80 flex-1 flex-wrap items-start gap-x-6 gap-y-2">
      <Form
        label={t('stocktake.scan')}
        onSubmit={() => {
          onScan(text);
          setText('');
        }}
        className="w-80"
      >
        <TextField
          ref={ref}
          label={t('stocktake.scan')}
          description={t('stocktake.scanHint')}
          autoFocus
          maxLength={200}
          value={text}
          onChange={setText}
        />
      </Form>
      <div className="min-w-60 flex-1 pt-6">
        <p role="status" className={`flex items-start gap-2 text-lg font-bold ${tone}`}>
          <Icon aria-hidden size={24} className="mt-0.5 shrink-0" />
          <span>{last === undefined ? t('stocktake.begin') : words(last)}</span>
        </p>
        {allSeen ? <p className="mt-1 font-bold">{t('stocktake.allSeen')}</p> : null}
      </div>
    </div>
  );
}
