import type { Medium } from '../../../../shared/media/register/model.ts';
import { useSession } from '../../../app/session.ts';
import { Code128, fitsCode128, QrCode } from '../../../ui/sheet/codes.tsx';
import { Paper } from '../../../ui/sheet/sheet.tsx';
import { useRegisterText } from '../text.ts';

/** Labels to a page of A4, and the room (mm) for a bar code on one. */
export const LABELS_PER_PAGE = 24;
const BAR_ROOM = 61;

/** A number as a scanner types it: in half width, so that a bar code can hold it. A stocktake reads either. */
function typed(number: string): string {
  return number.normalize('NFKC');
}

function Label({ medium }: { readonly medium: Medium }) {
  const t = useRegisterText();
  const { site } = useSession().me;
  const number = typed(medium.number);
  return (
    <div className="sheet-label">
      <div className="sheet-label-top">
        <QrCode text={number} label={t('labels.code', { number: medium.number })} size={19} />
        <div className="sheet-label-words">
          <div className="sheet-label-number">{medium.number}</div>
          <div className="sheet-label-name">{medium.name}</div>
          <div>{t('labels.keep', { office: `${site.name} ${site.room}` })}</div>
        </div>
      </div>
      {fitsCode128(number, BAR_ROOM) ? (
        <Code128 text={number} height={8} maxWidth={BAR_ROOM} captioned={false} />
      ) : null}
    </div>
  );
}

/** Labels on label paper, from label `first` (1 is the top left) of the first page on. */
export function LabelsSheet({
  media,
  first,
  onClose,
}: {
  readonly media: readonly Medium[];
  readonly first: number;
  readonly onClose: () => void;
}) {
  const t = useRegisterText();
  const places: readonly (Medium | undefined)[] = [
    ...Array.from({ length: first - 1 }, () => undefined),
    ...media,
  ];
  const pages = Array.from({ length: Math.ceil(places.length / LABELS_PER_PAGE) }, (_, page) =>
    places.slice(page * LABELS_PER_PAGE, (page + 1) * LABELS_PER_PAGE),
  );
  return (
    <Paper title={t('labels.title')} pages={pages.length} onClose={onClose}>
      <div className="sheet-pages">
        {pages.map((labels, page) => (
          // Pages have nothing but their place, and empty labels neither.
          <section key={page + 1} className="sheet-page sheet-labels">
            {labels.map((medium, place) =>
              medium === undefined ? <div key={place} /> : <Label key={medium.id} medium={medium} />,
            )}
          </section>
        ))}
      </div>
    </Paper>
  );
}
