import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { usePaperText } from './text.ts';

const RequestSheet = lazy(() => import('./request-sheet.tsx'));

/** Puts the form of a request on paper. It changes nothing: whoever may read the request may print it, in a read-only state, too. */
export function PrintRequest({ requestId }: { readonly requestId: string }) {
  const t = usePaperText();
  const [open, setOpen] = useState(false);
  const show = (): void => setOpen(true);
  useShortcut('Ctrl+P', show, { enabled: !open });
  return (
    <>
      <Button size="sm" icon={Printer} shortcut="Ctrl+P" onPress={show}>
        {t('print')}
      </Button>
      <Suspense fallback={null}>
        {open ? <RequestSheet requestId={requestId} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
