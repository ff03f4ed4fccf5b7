import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import { armoured, QR_LONGEST } from '../../../shared/trail/printed/block.ts';
import type { PrintedSignature } from '../../../shared/trail/printed/model.ts';
import { QrCode } from '../../ui/sheet/codes.tsx';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { usePaperText } from './text.ts';

/** Lines of a text that is cut over pages, to a row. */
const ROW = 10;

/** Exactly these lines: whoever copies them has the text. */
function Block({ text }: { readonly text: string }) {
  return <pre className="font-mono text-[6.5pt] leading-[1.25] whitespace-pre">{text}</pre>;
}

function rowsOf(text: string): readonly (readonly React.ReactNode[])[] {
  const lines = text.split('\n');
  return Array.from({ length: Math.ceil(lines.length / ROW) }, (_, row) => [
    <Block key="block" text={lines.slice(row * ROW, (row + 1) * ROW).join('\n')} />,
  ]);
}

function Facts({ signature, what }: { readonly signature: PrintedSignature; readonly what: string }) {
  const t = usePaperText();
  const format = useFormat();
  const holds = signature.state === 'holds';
  return (
    <SheetFacts
      facts={[
        { label: t('signature.of'), value: what },
        { label: t('signature.signer'), value: `${signature.signerName}　${format.dateTime(signature.at)}` },
        { label: t('signature.signerId'), value: signature.signerId },
        {
          label: t('signature.entry'),
          value: holds ? `${signature.seq}　${signature.hash}` : String(signature.seq),
        },
        ...(holds ? [{ label: t('signature.algorithm'), value: signature.algorithm }] : []),
      ]}
    />
  );
}

function One({
  signature,
  n,
  what,
}: {
  readonly signature: PrintedSignature;
  readonly n: number;
  readonly what: string;
}) {
  const t = usePaperText();
  return (
    <div className="flex flex-col gap-[2mm]">
      {n === 1 ? <p className="text-[9pt]">{t('signature.about')}</p> : null}
      <p className="sheet-table-title">{t('part.signature', { n })}</p>
      <Facts signature={signature} what={what} />
      {signature.state === 'holds' ? (
        signature.text.length <= QR_LONGEST ? (
          <div className="flex items-start gap-[3mm]" data-signature={n}>
            <div className="shrink-0">
              <QrCode text={signature.text} label={t('signature.code', { n })} size={62} />
            </div>
            <div className="min-w-0 flex-1 border border-black p-[1.5mm]">
              <Block text={signature.text} />
            </div>
          </div>
        ) : null
      ) : (
        <p className="border-[0.6mm] border-black p-[2mm] font-bold">
          {t(signature.state === 'fails' ? 'signature.falls' : 'signature.gone')}
        </p>
      )}
    </div>
  );
}

/** The signature blocks of a form, and what the digest in them is of. A signature that does not stand says so in its place. */
export function useSignatureParts({ request, signatures, asked }: RequestPaper): readonly SheetPart[] {
  const t = usePaperText();
  const words = useRequestsText();
  const whatOf = ({ seq }: PrintedSignature): string => {
    const decided = request.decisions.find((one) => one.seq === seq);
    const other = request.putOffs.some((one) => one.seq === seq) ? 'putOff' : 'withdrawn';
    const what = decided === undefined ? t(other) : words(`decision.${decided.decision}`);
    return `${words('detail.no', { no: request.no })}　${what}`;
  };
  if (signatures.length === 0) return [{ kind: 'block', content: <p>{t('signature.none')}</p> }];
  const parts = signatures.flatMap((signature, at): SheetPart[] => {
    const n = at + 1;
    const one = <One signature={signature} n={n} what={whatOf(signature)} />;
    const block: SheetPart = { kind: 'block', content: one };
    if (signature.state !== 'holds' || signature.text.length <= QR_LONGEST) return [block];
    return [
      block,
      { kind: 'table', columns: [{ title: t('part.signature', { n }) }], rows: rowsOf(signature.text) },
    ];
  });
  return [
    ...parts,
    {
      kind: 'table',
      title: t('asked64.about'),
      columns: [{ title: t('part.asked64') }],
      rows: rowsOf(armoured('REQUEST DATA', asked)),
    },
  ];
}
