import { ArrowLeft } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { call } from '../../../api/client.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/list-detail.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { Begin } from './begin.tsx';
import { type Draft, emptyDraft, readDraft } from './draft.ts';
import { RequestFormView } from './request-form.tsx';
import { useFormText } from './text.ts';

interface Opened {
  readonly draft: Draft;
  /** What main has of it. */
  readonly kept: string | null;
}

/** The draft with an id: as main has kept it, otherwise as the page before handed it over. Read once, since typing goes on from it. */
function useOpened(id: string): Opened | undefined {
  const { state } = useLocation();
  const handed: unknown = (state as { readonly draft?: unknown } | null)?.draft;
  const [opened, setOpened] = useState<Opened>();
  const take = useEffectEvent((kept: string | null) => {
    const given = typeof handed === 'string' ? readDraft(handed) : undefined;
    const stored = kept === null ? undefined : readDraft(kept);
    setOpened({ draft: stored ?? given ?? emptyDraft(), kept });
  });
  useEffect(() => {
    let stands = true;
    call('media', 'drafts', {}).then(
      (drafts) => {
        if (stands) take(drafts.find((one) => one.id === id)?.form ?? null);
      },
      () => {
        if (stands) take(null);
      },
    );
    return () => {
      stands = false;
    };
  }, [id]);
  return opened;
}

function Opening({ id }: { readonly id: string }) {
  const t = useFormText();
  const opened = useOpened(id);
  const title =
    opened?.draft.emergency === true
      ? 'page.emergency'
      : opened?.draft.revises == null
        ? 'page.new'
        : 'page.revise';
  return (
    <Page
      title={t(title)}
      actions={
        <LinkButton size="sm" to="/media" icon={ArrowLeft}>
          {t('page.back')}
        </LinkButton>
      }
    >
      {opened === undefined ? (
        <LoadingState />
      ) : (
        <RequestFormView id={id} initial={opened.draft} kept={opened.kept} />
      )}
    </Page>
  );
}

/** 申請: a new request, one handed in again, or an emergency; by the id of its draft in the address. */
export function FormPage() {
  const [params] = useSearchParams();
  const id = params.get('draft');
  return id === null ? <Begin key={params.toString()} /> : <Opening key={id} id={id} />;
}
