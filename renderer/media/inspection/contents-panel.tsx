import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Listing } from '../../../shared/media/inspection/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Differences } from './differences.tsx';
import { FilesList } from './files-list.tsx';
import { ListForm } from './list-form.tsx';
import { FileName, openWays } from './parts.tsx';
import { useInspectionText } from './text.ts';

/** The content lists of a request's medium: taking one, what is on each, and what differs between the way in and the way out. */
export function ContentsPanel({ requestId }: { readonly requestId: string }) {
  const t = useInspectionText();
  const { may } = useSession();
  const inspection = useQueryOf('media', 'inspection', { requestId }, { keepPrevious: true });
  return (
    <Section title={t('contents.title')}>
      <QueryStates query={inspection}>
        {(found) =>
          found.listed ? (
            <div className="flex flex-col gap-3">
              <p className="text-sm text-ink-soft">{t('contents.about')}</p>
              {found.listings.length === 0 ? (
                <p className="text-sm">{t('contents.none')}</p>
              ) : (
                <ul aria-label={t('contents.title')} className="flex flex-col gap-2">
                  {found.listings.toReversed().map((listing) => (
                    <ListingCard key={listing.id} listing={listing} />
                  ))}
                </ul>
              )}
              {found.compared === null ? null : (
                <div>
                  <h3 className="mb-1 font-bold">{t('difference.title')}</h3>
                  <Differences
                    key={found.compared.after.id}
                    requestId={requestId}
                    compared={found.compared}
                  />
                </div>
              )}
              {openWays(found).length > 0 && may('media.listContents') ? (
                <ListForm requestId={requestId} inspection={found} />
              ) : null}
            </div>
          ) : (
            <p className="text-sm text-ink-soft">{t('contents.notListed')}</p>
          )
        }
      </QueryStates>
    </Section>
  );
}

function ListingCard({ listing }: { readonly listing: Listing }) {
  const t = useInspectionText();
  const { number, bytes, dateTime } = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li className="rounded-8 border border-line p-3">
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span className="font-bold">{t(`way.${listing.way}`)}</span>
        <span className="tabular-nums">
          {t('contents.line', { n: number(listing.files), bytes: bytes(listing.bytes) })}
        </span>
        {listing.problems === 0 ? null : (
          <StateBadge tone="warn" icon={TriangleAlert}>
            {t('contents.problems', { n: number(listing.problems) })}
          </StateBadge>
        )}
      </p>
      <FactList
        columns={1}
        facts={[
          { label: t('contents.source'), value: <FileName path={listing.source} /> },
          {
            label: t('check.recordedBy'),
            value: t('contents.taken', {
              name: listing.listedBy,
              at: dateTime(listing.at),
              seq: listing.seq,
            }),
          },
          {
            label: t('contents.digest'),
            value: <span className="font-mono text-xs break-all">{listing.digest}</span>,
          },
        ]}
      />
      <div className="mt-2 flex flex-col gap-2">
        {listing.erased ? (
          <p className="text-sm">{t('contents.erased')}</p>
        ) : (
          <div>
            <Button size="sm" onPress={() => setOpen(!open)}>
              {t(open ? 'contents.hide' : 'contents.show')}
            </Button>
          </div>
        )}
        {open && !listing.erased ? <FilesList listingId={listing.id} /> : null}
      </div>
    </li>
  );
}
