import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { templateChannels } from '../../../shared/media/templates/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { changing, signed } from '../deciding.ts';
import * as commands from './commands.ts';
import * as queries from './queries.ts';

type Channels = Pick<SessionHandlers<typeof mediaContract>, keyof typeof templateChannels>;

/** What the channels of templates do. */
export const templateHandlers: Channels = {
  templates: (_, { read, actor, now }) => ok(queries.templates(read, actor, now())),
  template: ({ id }, { read, actor, now }) => {
    const found = queries.templateWithStory(read, id, actor, now());
    return found === undefined ? refuse('template-missing', { field: 'id' }) : ok(found);
  },
  templatePeople: (_, { read }) => ok(queries.templatePeople(read)),

  writeTemplate: changing(commands.write),
  changeTemplate: changing(commands.change),
  discardTemplate: changing(commands.discard),
  enforceTemplate: signed(commands.enforce),
  retireTemplate: signed(commands.retire),
};
