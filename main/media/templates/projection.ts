import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { MediaEvent } from '../../../shared/media/events.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import { TEMPLATE_MOVES, type TemplateAction } from '../../../shared/media/templates/rules.ts';
import type { Projection } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { numberKey } from '../register/keys.ts';
import { contentDigest } from './digest.ts';
import { contentOf, recordById, type TemplateRecord } from './record.ts';

type Of<T extends MediaEvent['type']> = Extract<MediaEvent, { readonly type: T }>;

/** The views of templates. */
export const templatesProjection: Projection = {
  tables: ['media_template', 'media_template_version'],
  indexes: [],
  apply(db, { event }, key) {
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'template.written':
        return begin(db, key, id, event);
      case 'template.changed':
        return again(db, id, event);
      case 'template.discarded':
        return change(db, id, 'discard', () => ({ draft: null, draft_from: null }));
      case 'template.enforced':
        return enforce(db, key, id, event);
      case 'template.retired':
        return change(db, id, 'retire', () => ({ draft: null, draft_from: null }));
      default:
    }
  },
};

function begin(db: WriteDb, no: number, id: string, event: Of<'template.written'>): void {
  const { version, content } = event.data;
  run(
    db,
    `INSERT INTO media_template (no, id, number, number_key, name, state, in_force, draft, draft_from, latest)
     VALUES (?, ?, ?, ?, ?, 'draft', NULL, ?, ?, ?)`,
    no,
    id,
    content.number,
    numberKey(content.number),
    content.name,
    version,
    version,
    version,
  );
  addVersion(db, id, event, '');
}

/** The next version waits for an officer; what is in force stays as it is, and is what the template is called by. */
function again(db: WriteDb, id: string, event: Of<'template.changed'>): void {
  const { version, content, reason } = event.data;
  addVersion(db, id, event, reason);
  change(db, id, 'change', (before) => ({
    ...(before.in_force === null ? named(content) : {}),
    draft: version,
    draft_from: before.draft_from ?? version,
    latest: version,
  }));
}

function enforce(db: WriteDb, place: number, id: string, { data, actor, at }: Of<'template.enforced'>): void {
  run(
    db,
    `UPDATE media_template_version SET enforced_place = ?, enforced_at = ?, enforced_by = ?
     WHERE template = ? AND version = ?`,
    place,
    at,
    actor,
    id,
    data.version,
  );
  const content = contentOf(db, id, data.version);
  change(db, id, 'enforce', () => ({
    ...(content === undefined ? {} : named(content)),
    in_force: data.version,
    draft: null,
    draft_from: null,
  }));
}

function addVersion(
  db: WriteDb,
  id: string,
  { data, actor, at }: Of<'template.written' | 'template.changed'>,
  reason: string,
): void {
  const { version, content } = data;
  run(
    db,
    `INSERT INTO media_template_version (template, version, number_fold, author, at, reason, content, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    fold(content.number),
    actor,
    at,
    reason,
    canonicalJson(content),
    contentDigest(content),
  );
}

function named({ number, name }: TemplateContent): Pick<TemplateRecord, 'number' | 'number_key' | 'name'> {
  return { number, number_key: numberKey(number), name };
}

function change(
  db: WriteDb,
  id: string,
  action: TemplateAction,
  to: (before: TemplateRecord) => Partial<TemplateRecord>,
): void {
  const before = recordById(db, id);
  if (before === undefined) return;
  const move = TEMPLATE_MOVES[action][before.state];
  const after = { ...before, state: 'to' in move ? move.to : before.state, ...to(before) };
  run(
    db,
    `UPDATE media_template SET number = ?, number_key = ?, name = ?, state = ?, in_force = ?, draft = ?,
       draft_from = ?, latest = ? WHERE no = ?`,
    after.number,
    after.number_key,
    after.name,
    after.state,
    after.in_force,
    after.draft,
    after.draft_from,
    after.latest,
    after.no,
  );
}
