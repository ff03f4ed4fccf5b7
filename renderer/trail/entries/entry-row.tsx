import { PenLine, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { contentOf } from '../../../shared/trail/content.ts';
import type { TrailFilter, TrailRow } from '../../../shared/trail/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Hash } from '../hash.tsx';
import { useTrailText } from '../text.ts';
import { type About, aboutOf } from './about.ts';
import { useTypeWords } from './type-words.ts';

/** Narrows the list by a part of what an entry says. */
export type Narrow = (part: Pick<TrailFilter, 'actor' | 'subject'>) => void;

/** What an entry is about, in words: the kind of thing, and what it was called. */
function useAboutWords(): (about: About) => string {
  const t = useTrailText();
  return ({ kind, name = '' }) =>
    kind === undefined || (kind === 'site' && name === '') ? name : `${t(`about.${kind}`)} ${name}`.trim();
}

/** One entry of the chain, with ways to narrow the list by it if it stands in one: what happened, when, by whom, about what; opened, all of it. */
export function EntryRow({ row, onNarrow }: { readonly row: TrailRow; readonly onNarrow?: Narrow }) {
  const t = useTrailText();
  const format = useFormat();
  const words = useTypeWords();
  const aboutWords = useAboutWords();
  const about = useMemo(() => aboutOf(row), [row]);
  const [open, setOpen] = useState(false);
  return (
    <li className="border-b border-line">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="focus-ring grid cursor-pointer grid-cols-[4.5rem_10rem_1fr] items-baseline gap-x-3 px-4 py-1.5 hover:bg-hover focus-visible:-outline-offset-3">
          <span className="text-right text-sm text-ink-soft tabular-nums">{format.number(row.seq)}</span>
          <span className="text-sm whitespace-nowrap tabular-nums">
            {row.raw === '' ? '' : format.dateTime(row.at)}
          </span>
          <span className="min-w-0">
            <span className="mr-3 font-bold">{words(row.type)}</span>
            {row.signed ? (
              <StateBadge tone="info" icon={PenLine}>
                {t('list.signed')}
              </StateBadge>
            ) : null}
            <span className="block truncate text-sm text-ink-soft">
              {row.actor === 'system' ? t('list.system') : row.actorName}
              <span className="ml-3">{aboutWords(about)}</span>
            </span>
          </span>
        </summary>
        {open ? <Opened row={row} about={about} {...(onNarrow && { onNarrow })} /> : null}
      </details>
    </li>
  );
}

function Opened({
  row,
  about: { page },
  onNarrow,
}: {
  readonly row: TrailRow;
  readonly about: About;
  readonly onNarrow?: Narrow;
}) {
  const t = useTrailText();
  const { may } = useSession();
  const content = useMemo(() => contentOf(row.raw), [row]);
  return (
    <div className="flex flex-col gap-2 bg-sunken px-4 py-3 text-sm">
      {content === undefined ? null : (
        <>
          <p className="flex flex-wrap items-center gap-x-3">
            <span className="text-ink-soft">{t('list.subject')}</span>
            <code className="font-mono break-all">{row.subject}</code>
          </p>
          <div className="flex flex-wrap gap-2">
            {onNarrow === undefined ? null : (
              <>
                <Button size="sm" onPress={() => onNarrow({ subject: row.subject })}>
                  {t('list.only')}
                </Button>
                <Button size="sm" onPress={() => onNarrow({ actor: row.actor })}>
                  {t('list.onlyActor')}
                </Button>
              </>
            )}
            {page !== undefined && may(page.channel) ? (
              <LinkButton to={page.to} size="sm">
                {t('list.record')}
              </LinkButton>
            ) : null}
          </div>
        </>
      )}
      {row.signed ? <Signature row={row} /> : null}
      <p>
        <span className="mr-3 text-ink-soft">{t('list.hash')}</span>
        <Hash value={row.hash} />
      </p>
      {content === undefined ? (
        <>
          <p>{t('list.erased')}</p>
          <ErasedBy row={row} />
        </>
      ) : (
        <pre
          tabIndex={0}
          aria-label={t('list.data')}
          className="focus-ring max-h-72 overflow-auto rounded-4 border border-line bg-surface p-2 font-mono text-xs break-all whitespace-pre-wrap"
        >
          {JSON.stringify(content.data, null, 2)}
        </pre>
      )}
    </div>
  );
}

/** When the payload was erased, and by which two people. */
function ErasedBy({ row: { erased } }: { readonly row: TrailRow }) {
  const t = useTrailText();
  const format = useFormat();
  if (erased === undefined) return null;
  const { at, proposedBy: proposed, confirmedBy: confirmed, seq } = erased;
  return (
    <p>{t('list.erasedBy', { at: format.dateTime(at), proposed, confirmed, seq: format.number(seq) })}</p>
  );
}

/** Whether the entry's signature holds, as main finds it with the key its actor had then. */
function Signature({ row }: { readonly row: TrailRow }) {
  const t = useTrailText();
  const { data } = useQueryOf('trail', 'signature', { seq: row.seq });
  if (data === undefined) return null;
  const holds = data === 'holds';
  return (
    <p className={`flex items-start gap-2 font-bold ${holds ? 'text-good' : 'text-danger'}`}>
      {holds ? (
        <ShieldCheck aria-hidden size={18} className="shrink-0" />
      ) : (
        <ShieldAlert aria-hidden size={18} className="shrink-0" />
      )}
      {t(`signature.${data}`, { name: row.actorName })}
    </p>
  );
}
