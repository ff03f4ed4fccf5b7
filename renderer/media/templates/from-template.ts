import type { Template, TemplateContent } from '../../../shared/media/templates/model.ts';
import { type Draft, draftOf, emptyDraft } from '../requests/form/draft.ts';
import { versionOf } from './in-use.ts';

/** What of the form stays the same as a template says it; the rest of the form is left as it is. */
export function standingPart({ form, protection }: TemplateContent, mediumText: string): Partial<Draft> {
  const { connection, ...rest } = form;
  const draft = draftOf(
    {
      ...rest,
      workReference: '',
      bearer: '',
      organisation: '',
      from: 0,
      until: 0,
      returnDue: null,
      note: '',
      protection,
      connection: null,
    },
    mediumText,
  );
  const { kind, source, mediumId, mediumKind, mediumName, serial, owner, encryption } = draft;
  const { purpose, asset, areaId, contents, confidentiality, integrity, availability } = draft;
  const { restrictions, quoted, destination, means } = draft;
  return {
    kind,
    source,
    mediumId,
    mediumText,
    mediumKind,
    mediumName,
    serial,
    owner,
    encryption,
    purpose,
    asset,
    areaId,
    contents,
    confidentiality,
    integrity,
    availability,

    restrictions,
    quoted,
    destination,
    means,
    protection,

    connecting: connection !== null,
    target: connection?.target ?? '',
  };
}

/** A new form filled as the version in force of a template says; empty if none is in force. */
export function draftFromTemplate(template: Template): Draft {
  const version = versionOf(template, template.inForce);
  if (version === undefined) return emptyDraft();
  return {
    ...emptyDraft(),
    ...standingPart(version.content, version.mediumName),
    template: { id: template.id, version: version.version },
  };
}
