import { FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RequestDraft } from '../../../../shared/media/requests/contract.ts';
import { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { queryClient, useCommand, useQueryOf } from '../../../api/queries.ts';
import { IconButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useRequestsText } from '../text.ts';
import { RuleText, UsbNotice } from '../words.tsx';
import { OfferTemplates } from '../../templates/offer-templates.tsx';
import { forRule } from './for-rule.ts';
import { useFormText } from './text.ts';
import type { RequestFormState } from './use-request-form.ts';

const headingClass = 'mb-2 text-lg font-bold';

function RuleOf({ details }: { readonly details: RequestDetails }) {
  const rule = useQueryOf('media', 'ruleOf', { details }, { keepPrevious: true, staleTime: 60_000 });
  return rule.data === undefined ? null : <RuleText rule={rule.data} />;
}

/** The rule that will apply to what stands in the form, and why. */
function Rule({ form }: { readonly form: RequestFormState }) {
  const t = useFormText();
  const words = useRequestsText();
  // By its text: what is rebuilt at every key and says the same is not asked for anew.
  const asked = useDebounced(JSON.stringify(forRule(form.draft) ?? null), 100);
  const details = RequestDetails.safeParse(JSON.parse(asked));
  return (
    <section aria-label={words('rule.title')} aria-live="polite">
      <h2 className={headingClass}>{words('rule.title')}</h2>
      {details.success ? (
        <RuleOf details={details.data} />
      ) : (
        <p className="text-sm text-ink-soft">{t('rule.more')}</p>
      )}
    </section>
  );
}

function DraftRow({
  draft,
  open,
  onDrop,
}: {
  readonly draft: RequestDraft;
  readonly open: boolean;
  readonly onDrop: () => void;
}) {
  const t = useFormText();
  const format = useFormat();
  const now = useNow();
  const title = draft.title === '' ? t('draft.untitled') : draft.title;
  return (
    <li className="flex items-center gap-2 border-b border-line py-1 last:border-b-0">
      <FileText aria-hidden size={18} className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1 text-sm leading-5">
        {open ? (
          <strong className="block truncate">{title}</strong>
        ) : (
          <Link
            to={`/media/new?draft=${draft.id}`}
            className="focus-ring block truncate text-accent underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        )}
        <span className="block text-xs text-ink-soft tabular-nums">
          {format.dayTime(draft.savedAt, now)} {open ? t('draft.this') : ''}
        </span>
      </span>
      {open ? null : <IconButton icon={Trash2} label={t('draft.drop', { title })} onPress={onDrop} />}
    </li>
  );
}

/** What this account has not handed in yet. */
function Drafts({ current }: { readonly current: string }) {
  const t = useFormText();
  const drafts = useQueryOf('media', 'drafts', {});
  const drop = useCommand('media', 'dropDraft');
  const [dropping, setDropping] = useState<RequestDraft | null>(null);
  const close = (): void => setDropping(null);
  const rows = drafts.data ?? [];
  return (
    <section aria-label={t('draft.title')}>
      <h2 className={headingClass}>{t('draft.title')}</h2>
      {rows.length === 0 ? <p className="text-sm text-ink-soft">{t('draft.none')}</p> : null}
      <ul>
        {rows.map((draft) => (
          <DraftRow
            key={draft.id}
            draft={draft}
            open={draft.id === current}
            onDrop={() => setDropping(draft)}
          />
        ))}
      </ul>
      <ConfirmDialog
        title={t('draft.dropTitle')}
        isOpen={dropping !== null}
        onClose={close}
        confirm={t('draft.dropDo')}
        tone="danger"
        pending={drop.isPending}
        explanation={<p>{t('draft.dropAsk', { title: dropping?.title || t('draft.untitled') })}</p>}
        onConfirm={() => {
          if (dropping === null) return;
          drop.mutate(
            { id: dropping.id },
            {
              onSuccess: () => {
                void queryClient.invalidateQueries({ queryKey: ['media', 'drafts'] });
                close();
              },
            },
          );
        }}
      />
    </section>
  );
}

/** Beside the form: the rule, the plain truth about USB ports, the drafts. */
export function Aside({ form }: { readonly form: RequestFormState }) {
  const t = useFormText();
  return (
    <aside
      aria-label={t('page.aside')}
      className="flex w-full shrink-0 flex-col gap-5 overflow-y-auto border-line bg-sunken p-4 max-[64rem]:border-t-4 min-[64rem]:w-80 min-[64rem]:border-l min-[96rem]:w-96"
    >
      <Rule form={form} />
      {form.draft.kind === 'carry-in' ? <UsbNotice /> : null}
      <OfferTemplates draft={form.draft} />
      <Drafts current={form.id} />
    </aside>
  );
}
