import type { ReactNode } from 'react';
import { DecisionKind } from '../../../shared/media/requests/model.ts';
import { z } from '../../../shared/kernel/zod.ts';
import type { PrintedChecked, PrintedContent } from '../../../shared/trail/printed/model.ts';
import { useSession } from '../../app/session.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Verdict } from '../compare/verdict.tsx';
import { useTypeWords } from '../entries/type-words.ts';
import { Hash } from '../hash.tsx';
import { usePrintedText } from './text.ts';

/** What of a signed event's data is shown by name; the rest is in the entry, one step away. */
const Shown = z.object({
  decision: DecisionKind.optional().catch(undefined),
  revision: z.int().optional().catch(undefined),
  conditions: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  digest: z.string().optional().catch(undefined),
});

function useContentFacts(): (content: PrintedContent) => readonly Fact[] {
  const t = usePrintedText();
  return ({ data }) => {
    const shown = Shown.safeParse(JSON.parse(data)).data;
    if (shown === undefined) return [];
    const { decision, revision, conditions = '', reason = '', digest } = shown;
    const text = (label: string, value: string): readonly Fact[] =>
      value === ''
        ? []
        : [{ label, value: <span className="whitespace-pre-line">{value}</span>, wide: true }];
    return [
      ...(decision === undefined ? [] : [{ label: t('data.decision'), value: t(`decision.${decision}`) }]),
      ...(revision === undefined ? [] : [{ label: t('data.revision'), value: String(revision) }]),
      ...text(t('data.conditions'), conditions),
      ...text(t('data.reason'), reason),
      ...(digest === undefined
        ? []
        : [{ label: t('data.digest'), value: <Hash value={digest} />, wide: true }]),
    ];
  };
}

function Signed({ found }: { readonly found: Extract<PrintedChecked, { content: unknown }> }) {
  const t = usePrintedText();
  const types = useTypeWords();
  const format = useFormat();
  const facts = useContentFacts();
  const { may } = useSession();
  const { signerName, signerId, content } = found;
  const [kind, id] = content.subject.split(':');
  return (
    <>
      <FactList
        facts={[
          { label: t('signer'), value: signerName },
          { label: t('at'), value: format.dateTime(content.at) },
          { label: t('what'), value: types(content.type) },
          { label: t('signerId'), value: <span className="break-all">{signerId}</span> },
          ...facts(content),
        ]}
      />
      {kind === 'request' && id !== undefined && may('media.request') ? (
        <div>
          <LinkButton size="sm" to={`/media/requests/${id}`}>
            {t('open')}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

function useTitle(): (found: PrintedChecked) => string {
  const t = usePrintedText();
  const { number } = useFormat();
  return (found) => {
    const seq = number(found.entry);
    switch (found.result) {
      case 'stands':
      case 'unsound':
        return t(found.result, { seq });
      case 'foreign':
        return t(`foreign.${found.why}`, { seq, site: found.site });
      case 'altered': {
        if (found.own === null) return t('altered.signed');
        const parts = found.parts.map((part) => t(`part.${part}`)).join(t('comma'));
        return t('altered.head', { parts, own: number(found.own) });
      }
    }
  };
}

/** What became of a printed block: whether it stands, what was signed and by whom, and what to do where it does not. */
export function PrintedResult({ found }: { readonly found: PrintedChecked }) {
  const t = usePrintedText();
  const title = useTitle();
  const more: ReactNode = 'content' in found ? <Signed found={found} /> : null;
  return (
    <Verdict good={found.result === 'stands'} title={title(found)}>
      <p>{t(`${found.result}.means`)}</p>
      {more}
    </Verdict>
  );
}
