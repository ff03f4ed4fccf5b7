import { v7 } from 'uuid';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import * as rules from '../../../shared/media/templates/rules.ts';
import { areaById } from '../../entries/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import type { Deciding } from '../deciding.ts';
import { registeredMedium } from '../requests/medium.ts';
import { numberHolder, templateFacts } from './facts.ts';

type InputOf<D extends (command: never, ...rest: never[]) => unknown> = Parameters<D>[0];

function contentFacts(db: ReadDb, { number, form }: TemplateContent, id: string): rules.ContentFacts {
  return {
    area: areaById(db, form.areaId),
    medium: form.medium.from === 'register' ? registeredMedium(db, form.medium.mediumId) : undefined,
    holder: numberHolder(db, number, id),
  };
}

export const write: Deciding<InputOf<typeof rules.decideWriteTemplate>, { readonly id: string }> = (
  db,
  input,
  now,
) => {
  const id = v7();
  return rules.decideWriteTemplate(input, { ...contentFacts(db, input.content, id), id }, now);
};

export const change: Deciding<InputOf<typeof rules.decideChangeTemplate>> = (db, input, now) => {
  const { templateId, content } = input;
  const facts = { ...contentFacts(db, content, templateId), template: templateFacts(db, templateId) };
  return rules.decideChangeTemplate(input, facts, now);
};

export const discard: Deciding<InputOf<typeof rules.decideDiscardTemplate>> = (db, input, _, actor) =>
  rules.decideDiscardTemplate(input, { template: templateFacts(db, input.templateId), actor });

export const enforce: Deciding<InputOf<typeof rules.decideEnforceTemplate>> = (
  db,
  input,
  now,
  { id: officer },
) => rules.decideEnforceTemplate(input, { template: templateFacts(db, input.templateId), officer }, now);

export const retire: Deciding<InputOf<typeof rules.decideRetireTemplate>> = (db, input) =>
  rules.decideRetireTemplate(input, { template: templateFacts(db, input.templateId) });
