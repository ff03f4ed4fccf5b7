import type { StoryLine } from '../../../shared/entries/model.ts';
import { templateEvents } from '../../../shared/media/templates/events.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { Story, type StoryItem } from '../../ui/story.tsx';
import { useTemplatesText } from './text.ts';

type EventType = keyof typeof templateEvents;
const isEventType = (type: string): type is EventType => Object.hasOwn(templateEvents, type);

/** What every event of a template says, whichever it is. */
const Said = z.looseObject({ version: z.number(), reason: z.string().optional() });

/** The story of a template from the chain, newest first. */
export function TemplateStory({ lines }: { readonly lines: readonly StoryLine[] }) {
  const t = useTemplatesText();
  const items = lines.map(({ seq, at, actorName, type, data }): StoryItem => {
    const said = Said.safeParse(data).data;
    const { reason } = said ?? {};
    return {
      id: seq,
      at,
      who: actorName,
      seq,
      what: isEventType(type) ? t(`story.${type}`, { n: said?.version ?? '' }) : type,
      tone: type === 'template.retired' ? 'warn' : 'plain',
      ...(reason === undefined || reason === '' ? {} : { detail: t('story.reason', { reason }) }),
    };
  });
  return <Story items={items.toReversed()} />;
}
