import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { useListingParts } from '../../../renderer/media/paper/course-parts.tsx';
import RequestSheet from '../../../renderer/media/paper/request-sheet.tsx';
import { useErasedLines } from '../../../renderer/media/report/erased.ts';
import { ReportPage } from '../../../renderer/media/report/report-page.tsx';
import PrintedPanel from '../../../renderer/trail/printed/printed-panel.tsx';
import { qrSymbol } from '../../../renderer/ui/sheet/symbol.ts';
import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import type { MediaReport } from '../../../shared/media/report/model.ts';
import { asking, classified } from '../../main/media/requests-desk.ts';
import { opensslSays } from '../../main/trail/printed/openssl.ts';
import { people } from '../../main/vault/fixture.ts';
import { covers } from '../ui/sheet/matrix.ts';
import { readQr } from '../ui/sheet/qr-reader.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

const OPERATOR = 'quiet-harbour-71-lamp';
let main: WindowOnMain;
let permitted: string;

beforeAll(async () => {
  main = await windowOnMain();
  await main.signIn('officer');
  const { id: areaId } = await call('entries', 'defineArea', {
    name: '事務室',
    reading: '',
    level: 1,
    escort: 'nobody',
    badge: false,
    identity: false,
    guidance: '',
  });
  await main.desk.end('locked');
  await main.signIn('operator');
  await main.desk.changePassword(people.operator.password, OPERATOR);
  const details = asking(areaId, {
    classification: classified(2),
    from: main.now,
    until: main.now + 86_400_000,
  });
  permitted = (await call('media', 'submit', { details })).id;
  await call('media', 'submit', { details: { ...details, classification: classified(1) } });
  await main.desk.end('locked');
  await main.signIn('officer');
  const { request } = await call('media', 'request', { id: permitted });
  await call('media', 'decide', {
    requestId: permitted,
    digest: request.digest,
    decision: 'approve',
    conditions: '立会い',
    reason: '',
    password: people.officer.password,
  });
});

const cells = (row: HTMLElement | undefined): readonly (string | null)[] =>
  within(row ?? document.body)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('the report tells the month’s requests by kind, rule and outcome; a number opens what it counts, and the year has it too', async () => {
  await showPage(<ReportPage />, '/media/report?kind=month&year=2026&month=4');
  const requests = await screen.findByRole('region', { name: '申請の種類・決まり・結果' });
  const [, first, second] = within(requests).getAllByRole('row');
  expect(cells(first)).toEqual(['届出', '1', '0', '0', '0', '0', '0', '1']);
  expect(cells(second)).toEqual(['許可(1名)', '1', '1', '0', '0', '0', '0', '0']);
  const areas = screen.getByRole('region', { name: '区域別' });
  expect(cells(within(areas).getAllByRole('row')[1])).toEqual(['2', '0', '0', '0', '0', '0', '0', '0']);
  fireEvent.click(screen.getByRole('button', { name: '持込・許可(1名)・許可・確認済 1 件の一覧を開く' }));
  const dialog = await screen.findByRole('dialog', { name: '持込・許可(1名)・許可・確認済 1 件' });
  const links = await within(dialog).findAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([`/media/requests/${permitted}`]);
  fireEvent.keyDown(dialog, { key: 'Escape' });
  const now = screen.getByRole('region', { name: '今、残っているもの(期間によらない)' });
  expect(within(now).getByRole('link').getAttribute('href')).toBe('/media?tab=all&state=notified');

  fireEvent.click(screen.getByRole('button', { name: '前の期間' }));
  await screen.findByText('この期間に数えるものはありません');
  expect(screen.getByText('2026-03')).toBeDefined();
  expect(screen.queryByRole('region', { name: '申請の種類・決まり・結果' })).toBeNull();
});

test('what is pasted into the signature page is refused by name, or told with what was signed', async () => {
  await showPage(<PrintedPanel />);
  const field = screen.getByLabelText(/署名欄の文字列/u);
  const check = (text: string): void => {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.submit(screen.getByRole('form', { name: '印刷した用紙の署名欄を確かめる' }));
  };
  check('許可証');
  await screen.findByText(/署名欄が見つかりません。/u);
  const { signatures } = await call('media', 'requestPaper', { requestId: permitted });
  const text = signatures[0]?.state === 'holds' ? signatures[0].text : '';
  check(text.slice(0, 200));
  await screen.findByText(/署名欄の「[^」]+」が欠けている/u);
  // Whole: nothing has to be pressed.
  fireEvent.change(field, { target: { value: text } });
  await screen.findByText(/成り立ちます。この台帳の証跡 \d+ 件目の署名です。/u);
  expect(screen.getByText(people.officer.name)).toBeDefined();
  expect(screen.getByText('立会い')).toBeDefined();
  expect(screen.getByText('許可')).toBeDefined();
  expect(screen.getByRole('link', { name: '申請を開く' }).getAttribute('href')).toBe(
    `/media/requests/${permitted}`,
  );
  fireEvent.change(field, { target: { value: text.replace('entry: ', 'entry: 1') } });
  await screen.findByText(/書き換えられています。署名は本物ですが、番号が、/u);
});

test('the form on paper says what was decided; the text in its QR code is the printed block, and openssl verifies it', async () => {
  await showPage(<RequestSheet requestId={permitted} onClose={() => undefined} />);
  const dialog = await screen.findByRole('dialog', { name: '媒体持込申請書 兼 許可証' });
  await within(dialog).findByText('A4 1 ページ');
  const paper = within(dialog).getByRole('region', { name: '1 / 1 ページ' });
  expect(within(paper).getAllByText('許可')).toHaveLength(2);
  expect(paper.textContent).toContain('条件: 立会い');
  expect(paper.textContent).toContain('申請者責任者受付');
  const code = within(paper).getByRole('img', { name: '署名欄 1の二次元コード' });
  const printed = paper.querySelector('[data-signature] pre')?.textContent ?? '';
  const { width, modules } = qrSymbol(printed);
  const inside = covers(code.querySelector('path')?.getAttribute('d') ?? '');
  const module = width / modules;
  const read = readQr((column, row) => inside((column + 0.5) * module, (row + 0.5) * module), modules);
  expect(read.toString('utf8')).toBe(printed);
  expect(opensslSays(read.toString('utf8')).verified).toBe(true);
});

/** What the hooks make of a report and a form that were read from main. */
function Words({ report, paper }: { readonly report: MediaReport; readonly paper: RequestPaper }) {
  const erased = useErasedLines()(report);
  const parts = useListingParts(paper);
  const printed = parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : []));
  return (
    <>
      <p>{erased.join('\n')}</p>
      {printed.map((cell, at) => (
        <div key={at}>{cell}</div>
      ))}
    </>
  );
}

test('what was erased is told as erased: in a report with kind, year, number and day, on a form instead of “no difference”', async () => {
  const report = await call('media', 'report', { period: { kind: 'fiscal-year', year: 2026 } });
  const paper = await call('media', 'requestPaper', { requestId: permitted });
  const { inspection } = paper;
  const list = {
    id: 'a',
    seq: 1,
    at: main.now,
    way: 'exit',
    source: 'E:/',
    listedBy: '操田',
    files: 3,
  } as const;
  const listing = { ...list, bytes: 1, problems: 0, digest: 'a'.repeat(64), erased: true };
  const none = { added: 0, removed: 0, changed: 0, settled: null };
  const compared = { before: null, after: listing, ...none, erased: true };
  const erasure = { kind: 'media-requests', fiscalYear: 2025, records: 12, at: main.now } as const;
  const gone = { ...paper, inspection: { ...inspection, listings: [listing], compared } };
  await showPage(<Words report={{ ...report, erased: [erasure] }} paper={gone} />);
  await screen.findByText(/保存期間を過ぎて消去した記録は、数に入っていません。/u);
  expect(screen.getByText(/媒体\(申請・許可・検査\) 2025年度 12 件\(2026-04-\d\d 消去\)/u)).toBeDefined();
  expect(screen.getByText(/\(ファイルの一覧は消去済\)/u)).toBeDefined();
  expect(screen.getByText(/消去され、違いは分からない/u)).toBeDefined();
  expect(screen.queryByText(/違いなし/u)).toBeNull();
});
