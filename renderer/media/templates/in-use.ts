import type { Template, TemplateVersion } from '../../../shared/media/templates/model.ts';
import type { TemplateInUse } from '../../../shared/media/templates/rules.ts';

/** A version of a template; undefined if it has none of that number. */
export function versionOf({ versions }: Template, version: number | null): TemplateVersion | undefined {
  return versions.find((one) => one.version === version);
}

/** A template as the rules on a request that names it know it. */
export function inUseOf(template: Template): TemplateInUse {
  const { number, name, state, inForce } = template;
  const content = versionOf(template, inForce)?.content;
  return {
    number,
    name,
    state,
    inForce: inForce === null || content === undefined ? null : { version: inForce, content },
  };
}
