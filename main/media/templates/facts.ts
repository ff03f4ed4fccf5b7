import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { TemplateFacts, TemplateInUse } from '../../../shared/media/templates/rules.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { contentDigest } from './digest.ts';
import { contentOf, recordById, type TemplateRecord } from './record.ts';

/** Who wrote what waits for an officer: every version since the draft was begun. */
export function draftAuthors(db: ReadDb, { id, draft, draft_from: from }: TemplateRecord): readonly string[] {
  if (draft === null) return [];
  return rows<{ author: string }>(
    db,
    `SELECT DISTINCT author FROM media_template_version WHERE template = ? AND version BETWEEN ? AND ?
     ORDER BY author`,
    id,
    from ?? draft,
    draft,
  ).map(({ author }) => author);
}

/** A template as the rules know it; undefined if there is none. Reads no chain: a replay asks too. */
export function templateFacts(db: ReadDb, id: string): TemplateFacts | undefined {
  const record = recordById(db, id);
  const content = record && contentOf(db, id, record.draft ?? record.in_force ?? record.latest);
  if (record === undefined || content === undefined) return undefined;
  const draft = record.draft === null ? undefined : contentOf(db, id, record.draft);
  return {
    id,
    number: record.number,
    name: record.name,
    state: record.state,
    inForce: record.in_force,
    latest: record.latest,
    content,
    draft:
      record.draft === null || draft === undefined
        ? null
        : { version: record.draft, digest: contentDigest(draft), validUntil: draft.validUntil },
    draftAuthors: draftAuthors(db, record),
  };
}

/** A template as a request that names it knows it; undefined if there is none. */
export function templateInUse(db: ReadDb, id: string): TemplateInUse | undefined {
  const record = recordById(db, id);
  if (record === undefined) return undefined;
  const { number, name, state, in_force: version } = record;
  const content = version === null ? undefined : contentOf(db, id, version);
  return {
    number,
    name,
    state,
    inForce: version === null || content === undefined ? null : { version, content },
  };
}

/** Which other template has, or once had, a number that folds alike. */
export function numberHolder(
  db: ReadDb,
  number: string,
  except: string,
): { readonly number: string; readonly name: string } | undefined {
  return row(
    db,
    `SELECT t.number, t.name FROM media_template_version v JOIN media_template t ON t.id = v.template
     WHERE v.number_fold = ? AND v.template <> ? LIMIT 1`,
    fold(number),
    except,
  );
}
