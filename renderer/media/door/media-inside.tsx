import { useQueries } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keyOf } from '../../api/queries.ts';
import { useDoorText } from './text.ts';
import { MediaLines } from './visit-media.tsx';

/** Where leaving was refused for media that are still inside: which they are, and the two ways out, on the spot. */
export default function MediaInside({ visitIds }: { readonly visitIds: readonly string[] }) {
  const t = useDoorText();
  const found = useQueries({
    queries: visitIds.map((visitId) => ({
      queryKey: keyOf('media', 'ofVisit', { visitId }),
      queryFn: () => call('media', 'ofVisit', { visitId }),
    })),
  });
  const inside = found
    .flatMap(({ data }) => data ?? [])
    .filter(({ whereabouts }) => whereabouts === 'inside');
  if (found.some(({ data }) => data === undefined)) return null;
  return (
    <section aria-label={t('leave.title')} className="mt-2 flex flex-col gap-2 text-ink">
      <p className="text-sm">{t(inside.length === 0 ? 'leave.again' : 'leave.do')}</p>
      <MediaLines rows={inside} />
    </section>
  );
}
