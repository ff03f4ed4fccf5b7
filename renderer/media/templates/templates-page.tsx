import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { TemplateRow } from '../../../shared/media/templates/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListDetail, Page } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSearchKeys } from '../../ui/use-search-keys.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { MediaPlaces } from '../places.tsx';
import { TemplateDetail } from './template-detail.tsx';
import { TEMPLATE_LINE_HEIGHT, TemplateLine } from './template-line.tsx';
import { useTemplatesText } from './text.ts';

const HOME = '/media/templates';
const nothingToRead = (): void => undefined;

/** 定型: what is carried in, out or transferred again and again, at the left; at the right the one that was chosen. */
export function TemplatesPage() {
  const t = useTemplatesText();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const { may, canWrite } = useSession();
  const read = useQueryOf('media', 'templates', {});
  const mayWrite = canWrite && may('media.writeTemplate');
  const close = (): void => void navigate(HOME);
  useShortcut('F4', () => void navigate(`${HOME}/new`), { enabled: mayWrite });
  useShortcut('Escape', close, { enabled: id !== null });
  const write = mayWrite ? (
    <LinkButton size="sm" to={`${HOME}/new`} icon={Plus} shortcut="F4">
      {t('page.new')}
    </LinkButton>
  ) : null;
  return (
    <Page title={t('page.title')} places={<MediaPlaces />} actions={write}>
      <QueryStates query={read}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('empty.title')} action={write}>
              {t('empty.do')}
            </EmptyState>
          ) : (
            <ListDetail
              listLabel={t('page.list')}
              detailLabel={t('page.detail')}
              detailWidth="clamp(32rem, 56vw, 58rem)"
              list={<Rows rows={rows} selected={id} />}
              detail={
                id === null ? (
                  <EmptyState title={t('page.choose')}>{t('page.chooseDo')}</EmptyState>
                ) : (
                  <TemplateDetail key={id} id={id} onClose={close} />
                )
              }
            />
          )
        }
      </QueryStates>
    </Page>
  );
}

/** Found in number, name and reading, alike in width, case and kana. */
function found(rows: readonly TemplateRow[], text: string): readonly TemplateRow[] {
  const wanted = fold(text);
  return rows.filter(({ number, name, reading }) =>
    [number, name, reading].some((one) => fold(one).includes(wanted)),
  );
}

function Rows({
  rows,
  selected,
}: {
  readonly rows: readonly TemplateRow[];
  readonly selected: string | null;
}) {
  const t = useTemplatesText();
  const navigate = useNavigate();
  const now = useNow();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useSearchKeys(() => field.current?.focus());
  const shown = found(rows, text);
  const at = shown.findIndex(({ id }) => id === selected);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div role="search" className="border-b border-line px-3 py-2">
        <TextField
          ref={field}
          type="search"
          label={t('search.label')}
          labelHidden
          maxLength={100}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={setText}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('empty.found')} />
      ) : (
        <>
          <p role="status" className="border-b border-line px-3 py-1 text-sm text-ink-soft tabular-nums">
            {t('list.count', { n: shown.length })}
          </p>
          <VirtualList
            label={t('page.list')}
            total={shown.length}
            rowAt={(index) => shown[index]}
            onRange={nothingToRead}
            rowHeight={TEMPLATE_LINE_HEIGHT}
            renderRow={(row) => <TemplateLine row={row} now={now} />}
            selectedIndex={at < 0 ? null : at}
            onSelect={(_, row) => void navigate(`${HOME}/${row.id}`, { replace: selected !== null })}
          />
        </>
      )}
    </div>
  );
}
