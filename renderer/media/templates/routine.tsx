import { Repeat, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Request } from '../../../shared/media/requests/model.ts';
import type { Template, TemplateVersion } from '../../../shared/media/templates/model.ts';
import { differsIn, variesIn } from '../../../shared/media/templates/rules.ts';
import { useQueryOf } from '../../api/queries.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { SignatureMark } from './signature-mark.tsx';
import { versionOf } from './in-use.ts';
import { useTemplatesText } from './text.ts';

/**
 * On a request begun from a template: that it is routine, which version, and what is new this time, so that an officer decides in
 * seconds. Compared here anew, not taken from what was said when it was handed in.
 */
export function Routine({ request }: { readonly request: Request }) {
  return request.template === null ? null : <OfTemplate request={request} named={request.template} />;
}

function OfTemplate({
  request,
  named,
}: {
  readonly request: Request;
  readonly named: NonNullable<Request['template']>;
}) {
  const t = useTemplatesText();
  const { data } = useQueryOf('media', 'template', { id: named.id });
  const template = data?.template;
  const version = template && versionOf(template, named.version);
  return (
    <section
      aria-label={t('routine.title', { template: `${named.number} ${named.name}`, n: named.version })}
      className="mx-4 mt-3 flex flex-col gap-2 rounded-8 border-2 border-info bg-info-soft p-3 text-sm"
    >
      <h2 className="flex items-center gap-2 text-base font-bold">
        <Repeat aria-hidden size={20} className="shrink-0 text-info" />
        <Link to={`/media/templates/${named.id}`} className="focus-ring underline">
          {t('routine.title', { template: `${named.number} ${named.name}`, n: named.version })}
        </Link>
      </h2>
      {data !== undefined && version === undefined ? <Warned>{t('routine.gone')}</Warned> : null}
      {template === undefined || version === undefined ? null : (
        <Compared request={request} template={template} version={version} />
      )}
    </section>
  );
}

function Warned({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 font-bold text-warn">
      <TriangleAlert aria-hidden size={18} className="shrink-0" />
      {children}
    </p>
  );
}

function Compared({
  request,
  template,
  version,
}: {
  readonly request: Request;
  readonly template: Template;
  readonly version: TemplateVersion;
}) {
  const t = useTemplatesText();
  const format = useFormat();
  const now = useNow();
  const { content, enforced } = version;
  const differs = differsIn(request.details, content);
  return (
    <>
      {differs.length === 0 ? (
        <p>{t('routine.equal')}</p>
      ) : (
        <Warned>
          {t('routine.differs', { fields: differs.map((one) => t(`fact.${one}`)).join(t('users.comma')) })}
        </Warned>
      )}
      {enforced === null ? (
        <Warned>{t('versions.notEnforced')}</Warned>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {t('routine.enforcedBy', { name: enforced.officerName, at: format.dateTime(enforced.at) })}
          <SignatureMark holds={enforced.signatureHolds} />
        </p>
      )}
      {template.state === 'retired' ? (
        <Warned>{t('routine.retired')}</Warned>
      ) : template.inForce === null || template.inForce === version.version ? null : (
        <Warned>{t('routine.superseded', { n: template.inForce })}</Warned>
      )}
      {content.reviewBy < now ? (
        <Warned>{t('routine.review', { at: format.shortDate(content.reviewBy) })}</Warned>
      ) : null}
      <h3 className="font-bold">{t('routine.varies')}</h3>
      <Varied request={request} version={version} />
      <p className="text-ink-soft">{t('routine.decides')}</p>
    </>
  );
}

function Varied({ request, version }: { readonly request: Request; readonly version: TemplateVersion }) {
  const t = useTemplatesText();
  const format = useFormat();
  const { details } = request;
  const { form, procedure } = version.content;
  const varies = variesIn(details, version.content);
  const usual = (one: 'serial' | 'contents', now: string, was: string): ReactNode =>
    varies.includes(one) ? (
      <strong className="whitespace-pre-line">
        {t('routine.usual', { now: now || t('routine.none'), usual: was || t('routine.none') })}
      </strong>
    ) : (
      t('routine.asUsual')
    );
  const { medium } = details;
  const who = details.organisation === '' ? details.bearer : `${details.bearer}(${details.organisation})`;
  const period = { from: format.dateTime(details.from), until: format.dateTime(details.until) };
  const facts: readonly Fact[] = [
    { label: t('routine.bearer'), value: <strong>{who}</strong> },
    { label: t('routine.period'), value: <strong>{t('fact.validityValue', period)}</strong> },
    ...(medium.from === 'described' && form.medium.from === 'described'
      ? [{ label: t('routine.serial'), value: usual('serial', medium.serial, form.medium.serial) }]
      : []),
    { label: t('routine.contents'), value: usual('contents', details.contents, form.contents) },
    {
      label: t('fact.procedure'),
      value: <span className="whitespace-pre-line">{procedure}</span>,
      wide: true,
    },
  ];
  return <FactList facts={facts} />;
}
