import { Repeat, RotateCcw, X } from 'lucide-react';
import { Link } from 'react-router';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Draft } from '../requests/form/draft.ts';
import type { RequestForm } from '../requests/form/use-request-form.ts';
import { differencesOf } from './differences.ts';
import { standingPart } from './from-template.ts';
import { versionOf } from './in-use.ts';
import { useTemplatesText } from './text.ts';

/** Above a form that was begun from a template: which one, how it is done, and where the form says something else than it may. */
export function FromTemplate({ form }: { readonly form: RequestForm }) {
  return form.draft.template === null ? null : <Named form={form} named={form.draft.template} />;
}

function Named({
  form,
  named,
}: {
  readonly form: RequestForm;
  readonly named: NonNullable<Draft['template']>;
}) {
  const t = useTemplatesText();
  const read = useQueryOf('media', 'template', { id: named.id });
  const template = read.data?.template;
  const version = template && versionOf(template, named.version);
  const differs = version && differencesOf(form.draft, version.content);
  const error = form.errorOf('details.template');
  return (
    <section
      data-field="details.template"
      aria-label={t('page.detail')}
      className="m-4 mb-0 flex flex-col gap-2 rounded-8 border-2 border-info bg-info-soft p-3 text-sm"
    >
      {template === undefined || version === undefined ? (
        <p>{t('routine.gone')}</p>
      ) : (
        <>
          <h2 className="flex items-center gap-2 font-bold">
            <Repeat aria-hidden size={18} className="shrink-0 text-info" />
            <Link to={`/media/templates/${template.id}`} className="focus-ring underline">
              {t('from.title', { template: `${template.number} ${template.name}`, n: version.version })}
            </Link>
          </h2>
          <div role="status">
            {differs === undefined || differs.length > 0 ? (
              <p className="font-bold text-danger">
                {differs === undefined
                  ? t('from.missing')
                  : t('from.differs', {
                      fields: differs.map((one) => t(`fact.${one}`)).join(t('users.comma')),
                    })}
              </p>
            ) : (
              <p>
                {t('from.equal')} {t('from.limit', { n: version.content.maxDays })}
              </p>
            )}
          </div>
          <FactList
            columns={1}
            facts={[
              {
                label: t('fact.procedure'),
                value: <span className="whitespace-pre-line">{version.content.procedure}</span>,
              },
            ]}
          />
        </>
      )}
      {error === undefined ? null : <ErrorText>{error}</ErrorText>}
      <div className="flex flex-wrap gap-2">
        {version === undefined || differs?.length === 0 ? null : (
          <Button
            size="sm"
            icon={RotateCcw}
            onPress={() => {
              const { serial: _, contents: __, ...fixed } = standingPart(version.content, version.mediumName);
              form.change(fixed);
            }}
          >
            {t('from.reset')}
          </Button>
        )}
        <Button size="sm" icon={X} onPress={() => form.change({ template: null })}>
          {t('from.drop')}
        </Button>
      </div>
    </section>
  );
}
