import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StoryLine } from '../../../shared/entries/model.ts';
import type { Template, TemplateVersion } from '../../../shared/media/templates/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { listOf } from '../requests/filter.ts';
import { RequestStateBadge } from '../requests/words.tsx';
import { versionOf } from './in-use.ts';
import { SignatureMark } from './signature-mark.tsx';
import { TemplateActions } from './template-actions.tsx';
import { TemplateFacts } from './template-facts.tsx';
import { TemplateStateBadge } from './template-state.tsx';
import { TemplateStory } from './template-story.tsx';
import { useTemplatesText } from './text.ts';
import { useChangedFields } from './use-changed-fields.ts';

const LATEST = 5;

/** A template: how it stands and what may be done next, what is in force and what waits, its requests, its versions and its story. */
export function TemplateDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const query = useQueryOf('media', 'template', { id });
  return (
    <QueryStates query={query}>
      {({ template, story }) => <Loaded template={template} story={story} onClose={onClose} />}
    </QueryStates>
  );
}

function Loaded({
  template,
  story,
  onClose,
}: {
  readonly template: Template;
  readonly story: readonly StoryLine[];
  readonly onClose: () => void;
}) {
  const t = useTemplatesText();
  const changed = useChangedFields();
  const inForce = versionOf(template, template.inForce);
  const draft = versionOf(template, template.draft);
  const last = inForce === undefined && draft === undefined ? template.versions[0] : undefined;
  return (
    <>
      <header className="flex items-start justify-between gap-3 px-4 pt-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            <strong>{template.number}</strong>
            <TemplateStateBadge state={template.state} />
          </p>
          <h2 className="text-xl font-bold break-words">{template.name}</h2>
          {template.reading === '' ? null : <p className="text-sm text-ink-soft">{template.reading}</p>}
        </div>
        <IconButton icon={X} label={t('page.close')} onPress={onClose} />
      </header>
      <TemplateActions template={template} />
      {draft === undefined ? null : (
        <Section title={t('section.draft', { n: draft.version })}>
          <Written version={draft} />
          {inForce === undefined ? null : (
            <p className="mb-2 text-sm font-bold">
              {t('changes.title', { fields: changed(inForce.content, draft.content).join(t('users.comma')) })}
            </p>
          )}
          <TemplateFacts version={draft} />
        </Section>
      )}
      {inForce === undefined ? null : (
        <Section title={t('section.inForce', { n: inForce.version })}>
          <Written version={inForce} />
          <TemplateFacts version={inForce} />
        </Section>
      )}
      {last === undefined ? null : (
        <Section title={t('section.last', { n: last.version })}>
          <Written version={last} />
          <TemplateFacts version={last} />
        </Section>
      )}
      <Section title={t('section.requests')}>
        <Requests template={template} />
      </Section>
      <Section title={t('section.versions')}>
        <Versions versions={template.versions} />
      </Section>
      <Section title={t('section.story')}>
        <TemplateStory lines={story} />
      </Section>
    </>
  );
}

/** Who wrote a version, who put it in force, and whether that signature holds. */
function Written({ version }: { readonly version: TemplateVersion }) {
  const t = useTemplatesText();
  const format = useFormat();
  const { authorName, at, reason, enforced } = version;
  return (
    <div className="mb-2 text-sm">
      <p>{t('versions.by', { name: authorName, at: format.dateTime(at) })}</p>
      {reason === '' ? null : <p className="whitespace-pre-line">{t('story.reason', { reason })}</p>}
      {enforced === null ? (
        <p className="text-ink-soft">{t('versions.notEnforced')}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {t('versions.enforced', { name: enforced.officerName, at: format.dateTime(enforced.at) })}
          <SignatureMark holds={enforced.signatureHolds} />
        </p>
      )}
    </div>
  );
}

function Requests({ template }: { readonly template: Template }) {
  const t = useTemplatesText();
  const format = useFormat();
  const { id, number } = template;
  const filter = { templateId: id };
  const found = useQueryOf('media', 'requests', { filter, offset: 0, limit: LATEST });
  return (
    <QueryStates query={found}>
      {({ rows, total }) =>
        total === 0 ? (
          <p className="text-sm text-ink-soft">{t('requests.none')}</p>
        ) : (
          <>
            <ul>
              {rows.map((row) => (
                <li key={row.id} className="flex items-center gap-2 py-1 text-sm">
                  <span className="shrink-0 text-ink-soft tabular-nums">
                    {format.shortDate(row.requestedAt)}
                  </span>
                  <Link
                    to={`/media/requests/${row.id}?tab=all`}
                    className="focus-ring min-w-0 truncate text-accent underline"
                  >
                    {row.bearer}
                    {t('list.dot')}
                    {row.mediumName}
                  </Link>
                  {row.template === null ? null : t('version', { n: row.template.version })}
                  <RequestStateBadge state={row.state} />
                </li>
              ))}
            </ul>
            <Link to={listOf(filter, number)} className="focus-ring text-sm text-accent underline">
              {t('requests.all', { n: format.number(total) })}
            </Link>
          </>
        )
      }
    </QueryStates>
  );
}

function Versions({ versions }: { readonly versions: readonly TemplateVersion[] }) {
  const t = useTemplatesText();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ul className="flex flex-col gap-2">
      {versions.map((one) => {
        const shown = open === one.version;
        return (
          <li key={one.version} className="rounded-8 border border-line p-3">
            <p className="font-bold">{t('version', { n: one.version })}</p>
            <Written version={one} />
            <Button
              size="sm"
              variant="text"
              icon={shown ? ChevronUp : ChevronDown}
              onPress={() => setOpen(shown ? null : one.version)}
            >
              {t(shown ? 'versions.hide' : 'versions.older', { n: one.version })}
            </Button>
            {shown ? <TemplateFacts version={one} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
