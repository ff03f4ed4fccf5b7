import { useState } from 'react';
import { SiteCode } from '../../../shared/kernel/ids.ts';
import { requiredLine } from '../../../shared/kernel/text.ts';
import {
  newPerson,
  type Person,
  type PersonField,
  type Problems,
  problemsOf,
  type SiteDraft,
} from './people.ts';
import { FOUNDERS, type Step } from './steps.ts';

function problemsOfSite({ code, name, room }: SiteDraft): Problems<keyof SiteDraft> {
  const wrong = (text: string): string | undefined =>
    requiredLine(60).safeParse(text).error?.issues[0]?.message;
  const found = {
    code: code === '' ? 'required' : SiteCode.safeParse(code).success ? undefined : 'malformed',
    name: wrong(name),
    room: wrong(room),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}

/** What has been typed in the wizard, what is wrong with it, and which of it may be said already. */
export function useDraft() {
  const [site, setSite] = useState<SiteDraft>({ code: '', name: '', room: '' });
  const [people, setPeople] = useState<readonly Person[]>(() => [
    newPerson(['administrator']),
    newPerson(['administrator']),
    newPerson(['officer']),
  ]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());

  const leave = (...keys: readonly string[]): void => setLeft((now) => new Set([...now, ...keys]));
  const change = (key: string, part: Partial<Person>): void => {
    setPeople((now) => now.map((person) => (person.key === key ? { ...person, ...part } : person)));
    setRefused(new Map());
  };

  const fieldsOf = (person: Person): readonly string[] =>
    (['identifier', 'name', 'reading', 'roles', 'password', 'repeat'] as const).map(
      (field) => `${person.key}.${field}`,
    );
  const peopleOf = (step: Step): readonly Person[] => {
    const founder = FOUNDERS.findIndex((one) => one === step);
    if (founder >= 0) return people.slice(founder, founder + 1);
    return step === 'others' ? people.slice(FOUNDERS.length) : [];
  };

  return {
    site,
    people,
    peopleOf,
    leave,
    changeSite: (part: Partial<SiteDraft>): void => {
      setSite((now) => ({ ...now, ...part }));
      setRefused(new Map());
    },
    change,
    add: (): void => setPeople((now) => [...now, newPerson(['operator'], true)]),
    remove: (key: string): void => setPeople((now) => now.filter((person) => person.key !== key)),
    /** What main refused, by field. */
    refuse: (key: string, code: string): void => setRefused(new Map([[key, code]])),
    /** Problems of the site that may be said. */
    siteProblems: (): Problems<keyof SiteDraft> => shown(problemsOfSite(site), 'site', left, refused),
    /** Problems of a person that may be said. */
    personProblems: (person: Person): Problems<PersonField> =>
      shown(problemsOf(person, people), person.key, left, refused),
    /** Whether a step can be left; from then on all its problems are said. */
    complete: (step: Step): boolean => {
      if (step === 'site') {
        leave('site.code', 'site.name', 'site.room');
        return Object.keys(problemsOfSite(site)).length === 0;
      }
      const concerned = peopleOf(step);
      leave(...concerned.flatMap(fieldsOf));
      return concerned.every((person) => Object.keys(problemsOf(person, people)).length === 0);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;

function shown<F extends string>(
  problems: Problems<F>,
  owner: string,
  left: ReadonlySet<string>,
  refused: ReadonlyMap<string, string>,
): Problems<F> {
  const said = Object.entries(problems).filter(([field]) => left.has(`${owner}.${field}`));
  const fromMain = [...refused]
    .filter(([key]) => key.startsWith(`${owner}.`))
    .map(([key, code]) => [key.slice(owner.length + 1), code]);
  return Object.fromEntries([...fromMain, ...said]) as Problems<F>;
}
