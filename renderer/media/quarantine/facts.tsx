import type { Quarantine, QuarantineEnding } from '../../../shared/media/quarantine/model.ts';
import { FactList, type Fact } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { SignatureMark } from '../inspection/parts.tsx';
import { useRegisterText } from '../register/text.ts';
import { useQuarantineText } from './text.ts';

/** How a quarantine ended, as facts. */
export function useEnding(): (ending: QuarantineEnding) => readonly Fact[] {
  const t = useQuarantineText();
  const words = useRegisterText();
  return (ending) => {
    const how: Fact = { label: t('ending'), value: t(`end.${ending.how}`) };
    switch (ending.how) {
      case 'released':
        return [how];
      case 'cleaned':
        return [
          how,
          { label: t('end.by'), value: ending.by },
          { label: t('end.method'), value: ending.method, wide: true },
        ];
      case 'handed':
        return [
          how,
          { label: t('end.to'), value: ending.to },
          { label: t('end.receipt'), value: ending.receipt },
        ];
      case 'destroyed':
        return [
          how,
          { label: t('end.destroyMethod'), value: words(`method.${ending.method}`) },
          { label: t('end.by'), value: ending.by },
          { label: t('end.witness'), value: ending.witness },
          { label: t('end.proof'), value: ending.proof },
        ];
    }
  };
}

/** Where a medium in quarantine is, under which seal, from whom and with whom; and how it ended, if it did. */
export function QuarantineFacts({ quarantine }: { readonly quarantine: Quarantine }) {
  const t = useQuarantineText();
  const { dateTime } = useFormat();
  const endingFacts = useEnding();
  const { place, seal, from, keeper, putBy: name, at, seq, ended } = quarantine;
  const recorded = (who: string, when: number, entry: number): string =>
    t('recorded', { name: who, at: dateTime(when), seq: entry });
  return (
    <FactList
      facts={[
        { label: t('place'), value: place },
        { label: t('seal'), value: seal },
        { label: t('from'), value: from },
        { label: t('keeper'), value: keeper },
        { label: t('since'), value: recorded(name, at, seq), wide: true },
        ...(ended === null
          ? []
          : [
              ...endingFacts(ended.ending),
              { label: t('reason'), value: ended.reason, wide: true },
              {
                label: t('endedBy'),
                value: (
                  <span className="flex flex-wrap items-center gap-2">
                    {recorded(ended.officerName, ended.at, ended.seq)}
                    <SignatureMark holds={ended.signatureHolds} />
                  </span>
                ),
                wide: true,
              },
            ]),
      ]}
    />
  );
}
