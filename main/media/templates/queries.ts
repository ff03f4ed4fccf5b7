import type { StoryLine } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import {
  type Template,
  TemplateContent,
  type TemplatePerson,
  type TemplateRow,
  type TemplateVersion,
  USER_ROLES,
} from '../../../shared/media/templates/model.ts';
import { checkUse, type TemplateUser } from '../../../shared/media/templates/rules.ts';
import { actorNames, listAccounts } from '../../accounts/queries.ts';
import { areaById } from '../../entries/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { readEnvelope } from '../../trail/read.ts';
import { signedAs } from '../../trail/signed-as.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { registeredMedium } from '../requests/medium.ts';
import { DIMS } from '../requests/projection/counts.ts';
import { contentDigest } from './digest.ts';
import { draftAuthors, templateInUse } from './facts.ts';
import { contentOf, recordById, TEMPLATE_COLUMNS, type TemplateRecord } from './record.ts';

const SHOWN = 500;

function toRow(db: ReadDb, record: TemplateRecord, user: TemplateUser, now: Instant): TemplateRow {
  const { id, number, name, state, in_force: inForce, draft, latest } = record;
  const content = contentOf(db, id, inForce ?? latest);
  if (content === undefined) throw new Error('media: a template without its content');
  const { reading, form, validFrom, validUntil, reviewBy } = content;
  const asked = row<{ n: number | null }>(
    db,
    'SELECT sum(n) AS n FROM media_request_count WHERE dim = ? AND value = ?',
    DIMS.template,
    id,
  );
  const ownDraft = draftAuthors(db, record).includes(user.id);
  const usable = checkUse(templateInUse(db, id), user, now) === undefined;
  return {
    id,
    number,
    name,
    reading,
    kind: form.kind,
    state,
    inForce,
    draft,
    validFrom,
    validUntil,
    reviewBy,
    ownDraft,
    usable,
    requests: asked?.n ?? 0,
  };
}

/** Every template by number, for somebody with this account. */
export function templates(db: ReadDb, user: TemplateUser, now: Instant): TemplateRow[] {
  return rows<TemplateRecord>(
    db,
    `SELECT ${TEMPLATE_COLUMNS} FROM media_template ORDER BY number_key, no LIMIT ${SHOWN}`,
  ).map((record) => toRow(db, record, user, now));
}

interface StoredVersion {
  readonly version: number;
  readonly author: string;
  readonly at: Instant;
  readonly reason: string;
  readonly content: string;
  readonly digest: string;
  readonly enforced_place: number | null;
  readonly enforced_at: Instant | null;
  readonly enforced_by: string | null;
}

/** What an officer signed of a version; null if none did. */
function enforcementOf(db: ReadDb, id: string, stored: StoredVersion, nameOf: (actor: string) => string) {
  const { version, content, digest, enforced_place: place, enforced_at: at, enforced_by: actor } = stored;
  if (place === null || at === null || actor === null) return null;
  const subject = `template:${id}` as const;
  return {
    seq: seqOf(place),
    at,
    officerName: nameOf(actor),
    signatureHolds:
      contentDigest(TemplateContent.parse(JSON.parse(content))) === digest &&
      signedAs(db, place, { type: 'template.enforced', subject, actor, at, data: { version, digest } }),
  };
}

function versionsOf(db: ReadDb, id: string): readonly TemplateVersion[] {
  const nameOf = actorNames(db);
  return rows<StoredVersion>(
    db,
    `SELECT version, author, at, reason, content, digest, enforced_place, enforced_at, enforced_by
     FROM media_template_version WHERE template = ? ORDER BY version DESC LIMIT ${SHOWN}`,
    id,
  ).map((stored) => {
    const { version, author, at, reason, digest } = stored;
    const content = TemplateContent.parse(JSON.parse(stored.content));
    const { form, users } = content;
    return {
      version,
      content,
      digest,
      at,
      reason,
      authorId: author,
      authorName: nameOf(author),
      enforced: enforcementOf(db, id, stored, nameOf),
      areaName: areaById(db, form.areaId)?.name ?? '',
      mediumName:
        form.medium.from === 'described'
          ? form.medium.name
          : (registeredMedium(db, form.medium.mediumId)?.name ?? ''),
      personNames: users.who === 'persons' ? users.persons.map(nameOf) : [],
    };
  });
}

/** A template whole, for somebody with this account, and its story as the chain tells it; undefined if there is none. */
export function templateWithStory(
  db: ReadDb,
  id: string,
  user: TemplateUser,
  now: Instant,
): { readonly template: Template; readonly story: readonly StoryLine[] } | undefined {
  const record = recordById(db, id);
  if (record === undefined) return undefined;
  const nameOf = actorNames(db);
  const story = rows<{ place: number; bytes: Buffer }>(
    db,
    `SELECT s.place, p.bytes FROM trail_about s CROSS JOIN chain_payload p ON p.place = s.place
     WHERE s.subject = ? ORDER BY s.place LIMIT ${SHOWN}`,
    `template:${id}`,
  ).map(({ place, bytes }): StoryLine => {
    const { at, actor, type, data } = readEnvelope(bytes);
    return { seq: seqOf(place), at, actorName: nameOf(actor), type, data };
  });
  const template = {
    ...toRow(db, record, user, now),
    versions: versionsOf(db, id),
    draftAuthors: draftAuthors(db, record),
  };
  return { template, story };
}

/** Everybody active who may hand in requests, by reading. */
export function templatePeople(db: ReadDb): TemplatePerson[] {
  return listAccounts(db)
    .filter(({ state, roles }) => state === 'active' && USER_ROLES.some((role) => roles.includes(role)))
    .map(({ id, name }) => ({ id, name }));
}
