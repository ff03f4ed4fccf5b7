import './sheet.css';
import { FileDown, Printer, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText, useText } from '../../app/i18n.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { ErrorText } from '../field.tsx';
import { useShortcut } from '../use-shortcut.ts';
import type { SheetFrame, SheetPart } from './content.ts';
import { SheetPages } from './pages.tsx';
import { useSheetText } from './text.ts';

export interface SheetProps extends SheetFrame {
  readonly parts: readonly SheetPart[];
  /**
   * The sheet holds a secret: what is to be done with the paper. The secret is shown here alone; who gave it forgets it in
   * `onClose`.
   */
  readonly secret?: ReactNode;
  readonly onClose: () => void;
}

/**
 * A sheet in a dialog as it will be printed (pattern 7). It is of the moment in which it was opened: what changes afterwards
 * makes a new sheet.
 */
export function Sheet({ secret, onClose, ...given }: SheetProps) {
  const [{ parts, ...frame }] = useState(given);
  const [pages, setPages] = useState<number>();
  return (
    <Paper title={frame.title} secret={secret} pages={pages} onClose={onClose}>
      <SheetPages frame={frame} parts={parts} onLaidOut={setPages} />
    </Paper>
  );
}

/**
 * Pages of A4 in a dialog, with their ways to paper and to a PDF: the pages shown are the very elements that are printed, a
 * `sheet-pages` with a `sheet-page` for each.
 */
export function Paper({
  title,
  secret,
  pages,
  onClose,
  children,
}: {
  readonly title: string;
  readonly secret?: ReactNode;
  /** How many there are; undefined until they have been laid out. */
  readonly pages: number | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useSheetText();
  const { print, save, busy, said, error } = usePaper(title);
  const ready = pages !== undefined && !busy;
  useShortcut('Ctrl+P', print, { inDialog: true, enabled: ready });
  useShortcut('Ctrl+S', save, { inDialog: true, enabled: ready });

  return (
    <Dialog
      title={title}
      size="lg"
      isOpen
      onClose={() => {
        if (!busy) onClose();
      }}
    >
      {secret === undefined ? null : <SecretNotice>{secret}</SecretNotice>}
      <Ways print={print} save={save} onClose={onClose} ready={ready} busy={busy}>
        <p role="status" className="text-sm">
          {said ?? (pages === undefined ? t('preparing') : t('pages', { m: pages }))}
        </p>
        <div role="alert">{error === undefined ? null : <ErrorText>{error}</ErrorText>}</div>
      </Ways>
      <div
        role="group"
        aria-label={t('preview', { m: pages ?? '…' })}
        aria-busy={pages === undefined}
        className="overflow-x-auto rounded-8 border border-line bg-sunken p-4"
      >
        {children}
      </div>
    </Dialog>
  );
}

/** Printing and saving, and what came of it. While the sheet stands the window bears its name, as print jobs and PDFs do. */
function usePaper(title: string) {
  const t = useSheetText();
  const words = useRefusalText();
  const [said, setSaid] = useState<string>();
  const printing = useCommand('sheets', 'print');
  const saving = useCommand('sheets', 'savePdf');
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  const begin = (): void => {
    setSaid(undefined);
    printing.reset();
    saving.reset();
  };
  return {
    said,
    error: words(printing.error ?? saving.error),
    busy: printing.isPending || saving.isPending,
    print: () => {
      begin();
      printing.mutate({}, { onSuccess: ({ state }) => setSaid(t(state === 'sent' ? 'sent' : 'notPrinted')) });
    },
    save: () => {
      begin();
      saving.mutate(
        { title },
        {
          onSuccess: (saved) =>
            setSaid(saved.state === 'saved' ? t('saved', { file: saved.file }) : t('notSaved')),
        },
      );
    },
  };
}

function Ways({
  print,
  save,
  onClose,
  ready,
  busy,
  children,
}: {
  readonly print: () => void;
  readonly save: () => void;
  readonly onClose: () => void;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly children: ReactNode;
}) {
  const t = useSheetText();
  const app = useText();
  return (
    <div className="sticky -top-px z-10 mb-3 flex flex-wrap items-center gap-3 border-b border-line bg-surface py-2">
      <Button variant="solid" icon={Printer} shortcut="Ctrl+P" isDisabled={!ready} onPress={print}>
        {t('print')}
      </Button>
      <Button icon={FileDown} shortcut="Ctrl+S" isDisabled={!ready} onPress={save}>
        {t('save')}
      </Button>
      <Button variant="text" shortcut="Esc" isDisabled={busy} onPress={onClose}>
        {app('action.close')}
      </Button>
      <div className="min-w-48 flex-1">{children}</div>
    </div>
  );
}

function SecretNotice({ children }: { readonly children: ReactNode }) {
  const t = useSheetText();
  return (
    <div className="mb-3 flex items-start gap-2 rounded-8 border-2 border-warn bg-warn-soft p-3 text-sm text-ink">
      <TriangleAlert aria-hidden size={22} className="shrink-0 text-warn" />
      <div>
        <p className="font-bold text-warn">{t('secret.title')}</p>
        {children}
        <p>{t('secret.paper')}</p>
      </div>
    </div>
  );
}
