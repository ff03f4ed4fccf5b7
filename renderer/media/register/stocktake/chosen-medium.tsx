import { CircleCheck, Undo2 } from 'lucide-react';
import type { Dispatch, SetStateAction } from 'react';
import type { StocktakeRow } from '../../../../shared/media/register/model.ts';
import { Button } from '../../../ui/button.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { Form } from '../../../ui/form.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useText } from '../../text.ts';
import { useRegisterText } from '../text.ts';
import type { StocktakeDraft } from './draft.ts';

const SEALS = ['ok', 'bad', 'unseen'] as const;
type Seal = (typeof SEALS)[number];
const sealWords = {
  ok: 'stocktake.sealOk',
  bad: 'stocktake.sealBad',
  unseen: 'stocktake.sealUnseen',
} as const satisfies Record<Seal, string>;

function sealOf(intact: boolean | undefined): Seal {
  if (intact === undefined) return 'unseen';
  return intact ? 'ok' : 'bad';
}

/** The medium chosen at a stocktake: ticked by hand, its seal, a note. Enter in the note goes back to the scanner's field. */
export function ChosenMedium({
  row,
  draft,
  setDraft,
  onTick,
  onDone,
}: {
  readonly row: StocktakeRow;
  readonly draft: StocktakeDraft;
  readonly setDraft: Dispatch<SetStateAction<StocktakeDraft>>;
  readonly onTick: (row: StocktakeRow) => void;
  readonly onDone: () => void;
}) {
  const t = useRegisterText();
  const words = useText();
  const format = useFormat();
  const { id, number, name, kind, keeper, place, seal, stocktakenAt } = row;
  const seen = draft.reads[id] !== undefined;
  const setSeal = (to: Seal): void =>
    setDraft((now) => {
      const { [id]: _, ...others } = now.seals;
      return { ...now, seals: to === 'unseen' ? others : { ...others, [id]: to === 'ok' } };
    });
  const setNote = (note: string): void =>
    setDraft((now) => {
      const { [id]: _, ...others } = now.notes;
      return { ...now, notes: note === '' ? others : { ...others, [id]: note } };
    });
  return (
    <Form onSubmit={onDone} label={t('stocktake.chosen')} className="flex flex-col gap-4 p-4">
      <h2 className="text-xl font-bold break-words">
        <span className="tabular-nums">{number}</span>
        <span className="ml-3">{name}</span>
      </h2>
      <div>
        <Button
          variant={seen ? 'outline' : 'solid'}
          icon={seen ? Undo2 : CircleCheck}
          onPress={() => onTick(row)}
        >
          {t(seen ? 'stocktake.untick' : 'stocktake.tick')}
        </Button>
      </div>
      <FactList
        facts={[
          { label: t('field.kind'), value: words(`kind.${kind}`) },
          { label: t('field.keeper'), value: keeper },
          { label: t('field.place'), value: place },
          {
            label: t('fact.stocktaken'),
            value: stocktakenAt === null ? t('fact.never') : format.dateTime(stocktakenAt),
          },
        ]}
      />
      {seal === '' || !seen ? null : (
        <RadioGroup<Seal>
          label={t('stocktake.seal', { seal })}
          value={sealOf(draft.seals[id])}
          onChange={setSeal}
          options={SEALS.map((one) => ({ id: one, label: t(sealWords[one]) }))}
        />
      )}
      <TextField
        label={t('stocktake.note')}
        required={false}
        maxLength={200}
        value={draft.notes[id] ?? ''}
        onChange={setNote}
      />
    </Form>
  );
}
