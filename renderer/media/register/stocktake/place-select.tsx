import { useQueryOf } from '../../../api/queries.ts';
import { Select } from '../../../ui/select.tsx';
import { useRegisterText } from '../text.ts';

/** Places by their position: a place may be called anything. */
const ALL = 'all';

/** Chooses the place that stock is taken of; null: all places. */
export function PlaceSelect({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (place: string | null) => void;
}) {
  const t = useRegisterText();
  const summary = useQueryOf('media', 'registerSummary', {});
  const places = summary.data?.places ?? [];
  const at = value === null ? -1 : places.indexOf(value);
  return (
    <Select
      label={t('stocktake.place')}
      value={at < 0 ? ALL : String(at)}
      onChange={(id) => onChange(id === ALL ? null : (places[Number(id)] ?? null))}
      options={[
        { id: ALL, label: t('stocktake.everywhere') },
        ...places.map((place, index) => ({ id: String(index), label: place })),
      ]}
      className="w-64 text-left"
    />
  );
}
