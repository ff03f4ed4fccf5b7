import { X } from 'lucide-react';
import { useRef } from 'react';
import type { StoryLine } from '../../../shared/entries/model.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Barred, DecisionForm, useDecisions } from '../decision/decision-form.tsx';
import { Decisions } from '../decision/decisions.tsx';
import { History } from '../decision/history.tsx';
import { useDecisionText } from '../decision/text.ts';
import { DueSection } from '../reminders/due-section.tsx';
import { Routine } from '../templates/routine.tsx';
import { PrintRequest } from '../paper/print-button.tsx';
import { RequestActions } from './request-actions.tsx';
import { ConnectionFacts, InformationFacts, RequestFacts } from './request-facts.tsx';
import { RequestNotices } from './request-notices.tsx';
import { REQUEST_PANELS } from './request-panels.tsx';
import { RequestStory } from './request-story.tsx';
import { useRequestsText } from './text.ts';
import { RequestStateBadge, RuleText, WhereBadge } from './words.tsx';

function Head({ request, onClose }: { readonly request: Request; readonly onClose: () => void }) {
  const t = useRequestsText();
  const now = useNow();
  return (
    <header className="flex items-start justify-between gap-3 px-4 pt-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <strong>{t(`kind.${request.kind}`)}</strong>
          {t('detail.no', { no: request.no })}
          {request.revision > 1 ? t('detail.revision', { n: request.revision }) : ''}
          <RequestStateBadge state={request.state} />
          <WhereBadge row={request} now={now} />
        </p>
        <h2 className="text-xl font-bold break-words">{request.mediumName}</h2>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <PrintRequest requestId={request.id} />
        <IconButton icon={X} label={t('page.close')} onPress={onClose} />
      </div>
    </header>
  );
}

/** A request: what it asks, which rule applies, what was decided and by whom, what is related, and its story; an officer decides here. */
export function RequestDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const query = useQueryOf('media', 'request', { id }, { keepPrevious: true });
  return (
    <QueryStates query={query}>
      {({ request, story }) => <Loaded request={request} story={story} onClose={onClose} />}
    </QueryStates>
  );
}

function Loaded({
  request,
  story,
  onClose,
}: {
  readonly request: Request;
  readonly story: readonly StoryLine[];
  readonly onClose: () => void;
}) {
  const t = useRequestsText();
  const words = useDecisionText();
  const decisions = useDecisions(request);
  // Whoever has signed one of two may still think better of it, but it does not wait for them.
  const waits = decisions.some((one) => one === 'approve' || one === 'acknowledge');
  const decision = useRef<HTMLDivElement>(null);
  const toDecision = (): void => {
    decision.current?.scrollIntoView({ block: 'start' });
    decision.current?.querySelector<HTMLElement>('input')?.focus();
  };
  return (
    <>
      <Head request={request} onClose={onClose} />
      <RequestActions request={request} deciding={waits} onDecide={toDecision} />
      <RequestNotices request={request} />
      <Routine request={request} />
      <DueSection request={request} />
      <Section title={t('rule.title')}>
        <RuleText rule={request.rule} ahead={request.state === 'submitted' || request.state === 'endorsed'} />
      </Section>
      <Section title={t('detail.what')}>
        <RequestFacts request={request} />
      </Section>
      <Section title={t('detail.information')}>
        <InformationFacts request={request} />
      </Section>
      {request.details.connection === null ? null : (
        <Section title={t('detail.connection')}>
          <ConnectionFacts request={request} />
        </Section>
      )}
      {REQUEST_PANELS.map((Panel, at) => (
        <Panel key={at} requestId={request.id} />
      ))}
      <Section title={t('detail.history')}>
        <History request={request} />
      </Section>
      <Section title={t('detail.decisions')}>
        <Decisions decisions={request.decisions} />
      </Section>
      <div ref={decision} className="scroll-mt-2 empty:hidden">
        <Barred request={request} />
        {decisions.length > 0 ? (
          <Section title={words('title')}>
            <DecisionForm request={request} />
          </Section>
        ) : null}
      </div>
      <Section title={t('detail.story')}>
        <RequestStory lines={story} />
      </Section>
    </>
  );
}
