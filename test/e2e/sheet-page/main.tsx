import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../../../renderer/api/queries.ts';
import { allowEmptyMarkup } from '../../../renderer/trusted-types.ts';
import { Code128, QrCode } from '../../../renderer/ui/sheet/codes.tsx';
import type { SheetPart } from '../../../renderer/ui/sheet/content.ts';
import { SheetFacts } from '../../../renderer/ui/sheet/page.tsx';
import { Sheet } from '../../../renderer/ui/sheet/sheet.tsx';

/** A sheet of several pages with a secret on it, as later forms are, before anybody has signed in. */
const ROWS = 130;

const parts: readonly SheetPart[] = [
  { kind: 'block', content: <p>次の権限を点検し、不要なものに印を付けてください。</p> },
  {
    kind: 'table',
    title: '権限の一覧',
    columns: [
      { title: '番号', width: '14mm', align: 'end' },
      { title: '氏名', width: '40mm' },
      { title: '権限と理由' },
      { title: '確認', width: '16mm', align: 'center' },
    ],
    rows: Array.from({ length: ROWS }, (_, n) => [
      String(n + 1),
      `氏名${n + 1}番`,
      n % 7 === 3
        ? `理由${n + 1}は、${'前任者から引き継いだ権限が残っているため。'.repeat(3)}`
        : '制御室職員',
      '□',
    ]),
  },
  {
    kind: 'block',
    content: (
      <div className="flex items-end gap-[10mm]">
        <QrCode text="SHARE-1 himitsu-kagi-7788" label="合言葉" size={30} />
        <Code128 text="TEST-000123" />
        <SheetFacts facts={[{ label: '合言葉', value: 'himitsu-kagi-7788' }]} />
      </div>
    ),
  },
];

function Page() {
  const [open, setOpen] = useState(true);
  return (
    <main>
      <h1>紙の見本</h1>
      {open ? (
        <Sheet
          title="権限の点検表 <1/2>"
          office="試験浄水場 中央監視室"
          number="R8-15"
          issued="令和8年11月24日"
          stamps={['担当', '係長', '課長', '所長']}
          checkpoint="証跡 1,234 件目 a585103acc237d6e…"
          parts={parts}
          secret={<p>封筒に入れて封をし、本人に手渡してください。</p>}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </main>
  );
}

allowEmptyMarkup();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <Page />
  </QueryClientProvider>,
);
