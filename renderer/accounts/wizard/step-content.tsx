import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useCodeText, useText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PersonFields } from './person-fields.tsx';
import { FOUNDERS, type Founder, type Step } from './steps.ts';
import { useWizardText } from './text.ts';
import type { Draft } from './use-draft.ts';

interface StepProps {
  readonly draft: Draft;
}

/** What a step of the wizard asks or shows. */
export function StepContent({
  step,
  folder,
  draft,
  onEdit,
}: StepProps & {
  readonly step: Step;
  readonly folder: string;
  readonly onEdit: (step: Step) => void;
}): ReactNode {
  switch (step) {
    case 'intro':
      return <Intro folder={folder} />;
    case 'site':
      return <SiteFields draft={draft} />;
    case 'administrator1':
    case 'administrator2':
    case 'officer':
      return <FounderFields draft={draft} founder={step} />;
    case 'others':
      return <Others draft={draft} />;
    case 'review':
      return <Review draft={draft} onEdit={onEdit} />;
    default:
      return assertNever(step);
  }
}

function Intro({ folder }: { readonly folder: string }) {
  const t = useWizardText();
  return (
    <div className="flex flex-col gap-3">
      <p>{t('intro.what')}</p>
      <p className="border-l-4 border-accent bg-accent-soft px-4 py-3 font-bold">{t('intro.recorded')}</p>
      <p>{t('intro.people')}</p>
      <p>{t('intro.loss')}</p>
      <p className="text-sm text-ink-soft">
        {t('intro.folder')}: <code className="break-all">{folder}</code>
      </p>
    </div>
  );
}

function SiteFields({ draft }: StepProps) {
  const t = useWizardText();
  const code = useCodeText('accounts');
  const problems = draft.siteProblems();
  return (
    <>
      {(['name', 'room', 'code'] as const).map((field) => (
        <TextField
          key={field}
          name={`site-${field}`}
          label={t(`site.${field}`)}
          description={t(`site.${field}Hint`)}
          required
          autoFocus={field === 'name'}
          maxLength={60}
          value={draft.site[field]}
          onChange={(value) => draft.changeSite({ [field]: value })}
          onBlur={() => {
            if (draft.site[field] !== '') draft.leave(`site.${field}`);
          }}
          error={code(problems[field])}
        />
      ))}
    </>
  );
}

function FounderFields({ draft, founder }: StepProps & { readonly founder: Founder }) {
  const t = useWizardText();
  const app = useText();
  const [person] = draft.peopleOf(founder);
  if (person === undefined) return null;
  const role = founder === 'officer' ? 'officer' : 'administrator';
  return (
    <>
      <p className="border-l-4 border-accent bg-accent-soft px-4 py-2">
        <strong className="block">{t('person.turn', { role: app(`role.${role}`) })}</strong>
        {t(`person.${role}`)}
      </p>
      <PersonFields
        person={person}
        problems={draft.personProblems(person)}
        onChange={(change) => draft.change(person.key, change)}
        onLeave={(field) => {
          if (person[field].length > 0) draft.leave(`${person.key}.${field}`);
        }}
        autoFocus
      />
    </>
  );
}

function Others({ draft }: StepProps) {
  const t = useWizardText();
  const others = draft.peopleOf('others');
  return (
    <>
      <p>{t('others.about')}</p>
      {others.length === 0 ? <p className="text-ink-soft">{t('others.none')}</p> : null}
      {others.map((person, place) => (
        <section
          key={person.key}
          aria-label={t('others.person', { n: place + 1 })}
          className="rounded-8 border border-line p-4"
        >
          <div className="mb-2 flex items-center justify-between">
            <h3 className="font-bold">{t('others.person', { n: place + 1 })}</h3>
            <Button variant="text" size="sm" icon={Trash2} onPress={() => draft.remove(person.key)}>
              {person.name === '' ? t('others.removeUnnamed') : t('others.remove', { name: person.name })}
            </Button>
          </div>
          <PersonFields
            person={person}
            problems={draft.personProblems(person)}
            onChange={(change) => draft.change(person.key, change)}
            onLeave={(field) => {
              if (person[field].length > 0) draft.leave(`${person.key}.${field}`);
            }}
            autoFocus={person.name === '' && place === others.length - 1}
          />
        </section>
      ))}
      <div>
        <Button icon={Plus} onPress={draft.add}>
          {t('others.add')}
        </Button>
      </div>
    </>
  );
}

function Review({ draft, onEdit }: StepProps & { readonly onEdit: (step: Step) => void }) {
  const t = useWizardText();
  const app = useText();
  const { site, people } = draft;
  const edit = (step: Step, name: string) => (
    <Button variant="text" size="sm" aria-label={`${t('review.edit')} ${name}`} onPress={() => onEdit(step)}>
      {t('review.edit')}
    </Button>
  );
  return (
    <>
      <p>{t('review.about')}</p>
      <section>
        <div className="flex items-center justify-between border-b border-line">
          <h3 className="font-bold">{t('review.site')}</h3>
          {edit('site', t('review.site'))}
        </div>
        <div className="pt-2">
          <FactList
            columns={3}
            facts={[
              { label: t('site.name'), value: site.name },
              { label: t('site.room'), value: site.room },
              { label: t('site.code'), value: site.code },
            ]}
          />
        </div>
      </section>
      <section>
        <h3 className="border-b border-line pb-1 font-bold">{t('review.people', { n: people.length })}</h3>
        <ul>
          {people.map((person, place) => (
            <li key={person.key} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
              <span className="font-bold">{person.name}</span>
              <span>{person.identifier}</span>
              <span className="text-sm">{person.roles.map((role) => app(`role.${role}`)).join('・')}</span>
              <span className="ml-auto text-sm text-ink-soft">
                {t(person.handed ? 'review.handed' : 'review.own')}
              </span>
              {edit(FOUNDERS[place] ?? 'others', person.name)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
