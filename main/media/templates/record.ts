import { TemplateContent, type TemplateState } from '../../../shared/media/templates/model.ts';
import { type ReadDb, row } from '../../vault/db.ts';

/** A row of `media_template`. */
export interface TemplateRecord {
  readonly no: number;
  readonly id: string;
  readonly number: string;
  readonly number_key: string;
  readonly name: string;
  readonly state: TemplateState;
  readonly in_force: number | null;
  readonly draft: number | null;
  readonly draft_from: number | null;
  readonly latest: number;
}

export const TEMPLATE_COLUMNS =
  'no, id, number, number_key, name, state, in_force, draft, draft_from, latest';

/** The template with this id; undefined if the chain holds no beginning of it. */
export function recordById(db: ReadDb, id: string): TemplateRecord | undefined {
  return row<TemplateRecord>(db, `SELECT ${TEMPLATE_COLUMNS} FROM media_template WHERE id = ?`, id);
}

/** What a version of a template says; undefined if there is no such version. */
export function contentOf(db: ReadDb, id: string, version: number): TemplateContent | undefined {
  const found = row<{ content: string }>(
    db,
    'SELECT content FROM media_template_version WHERE template = ? AND version = ?',
    id,
    version,
  );
  return found && TemplateContent.parse(JSON.parse(found.content));
}
