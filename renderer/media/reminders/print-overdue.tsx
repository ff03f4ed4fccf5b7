import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useReminderText } from './text.ts';

const OverdueSheet = lazy(() => import('./overdue-sheet.tsx'));

/** Puts on paper what is overdue. It changes nothing: whoever may read it may print it. */
export function PrintOverdue() {
  const t = useReminderText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={Printer} onPress={() => setOpen(true)}>
        {t('print')}
      </Button>
      <Suspense fallback={null}>{open ? <OverdueSheet onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
