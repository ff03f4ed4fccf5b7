import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { CHAPTERS, chapterFor } from '../../../renderer/manual/chapters.ts';
import Manual from '../../../renderer/manual/manual.tsx';
import { showMarkdown } from '../../../renderer/manual/markup.ts';
import { drawn } from '../../../renderer/manual/tables.ts';
import { TEXTS, titleOf } from '../../../renderer/manual/texts.ts';
import { REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import { REQUEST_ACTIONS, REQUEST_MOVES } from '../../../shared/media/requests/rules.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/manual/ja');

afterEach(cleanup);

/** Shown below a first line, which happy-dom loses when it is sanitised; the real window keeps it (trail.e2e.ts). */
function shown(text: string): Element {
  const element = document.createElement('div');
  showMarkdown(element, `始め\n\n${text}`);
  return element;
}

test('every chapter of the folder is in the list, is built in as it stands, and has a title', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.md$/u, ''));
  expect(CHAPTERS.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  for (const file of files) {
    expect(TEXTS.get(file)).toBe(readFileSync(join(FOLDER, `${file}.md`), 'utf8'));
    expect(titleOf(file)).not.toBe(file);
  }
});

test('every link between chapters leads to one that is there', () => {
  for (const [file, text] of TEXTS) {
    const links = [...shown(text).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => !TEXTS.has(href.replace('#manual/', '')))).toEqual([]);
    const written = [...text.matchAll(/\]\(([^)]*)\)/gu)].map(([, href]) => href);
    expect(links.length, file).toBe(written.length);
  }
});

describe('F1', () => {
  test.each([
    ['/', '01-hajimeni'],
    ['/accounts', '05-riyousha'],
    ['/entries', '02-nyutaishitsu'],
    ['/entries/visits/0199', '02-nyutaishitsu'],
    ['/trail', '03-shouseki'],
    ['/trail?tab=review', '03-shouseki'],
    ['/trail?tab=export', '04-shouseki-kensa'],
    ['/media/requests/0199', '09-baitai'],
    ['/media/register/stocktake', '10-kanri-daichou'],
    ['/media/policy', '10-kanri-daichou'],
  ])('at %s opens the chapter %s', (address, file) => {
    expect(chapterFor(address)).toBe(file);
  });
});

test('a chapter is shown, another is opened from the list and by a link', () => {
  render(<Manual chapter="03-shouseki" onClose={() => undefined} />);
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('heading', { level: 2, name: '点検' })).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: '入退室' }));
  expect(within(dialog).getByRole('heading', { level: 2, name: '受付の順序' })).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: '証跡' }));
  fireEvent.click(within(dialog).getByRole('link', { name: '証跡の書き出しと検査' }));
  expect(within(dialog).getByRole('heading', { level: 2, name: '検査スクリプト' })).toBeTruthy();
});

describe('the chapter on media', () => {
  /** The rows of what stands in the chapter at a mark. */
  const table = (mark: string): (string | null)[][] => {
    expect(TEXTS.get('09-baitai')).toContain(`\n${mark}\n`);
    return [...shown(drawn(mark)).querySelectorAll('tbody tr')].map((line) =>
      [...line.querySelectorAll('td')].map((cell) => cell.textContent),
    );
  };

  test('draws every move of a request that the program allows, and no other', () => {
    const moves = table('[[申請の状態]]');
    const allowed = REQUEST_STATES.flatMap((state) => {
      const can = REQUEST_ACTIONS.filter((action) => 'to' in REQUEST_MOVES[action][state]);
      return can.length === 0 ? [undefined] : can;
    });
    expect(moves).toHaveLength(allowed.length);
    expect(moves.slice(0, 2)).toEqual([
      ['決裁待ち', '許可する(機密性3は2人目)', '許可'],
      ['', '同意する(機密性3の1人目)', '2人目の決裁待ち'],
    ]);
    expect(moves.filter(([state]) => state !== '').map(([state]) => state)).toEqual([
      '決裁待ち',
      '2人目の決裁待ち',
      '差戻し',
      '許可',
      '届出(未確認)',
      '届出(確認済)',
      '緊急持込・未決裁',
      '不許可',
      '許可取消',
      '取下げ',
    ]);
    expect(moves.at(-1)).toEqual(['取下げ', 'ありません', '変わりません']);
  });

  test('draws every move of a template that the program allows, and no other', () => {
    expect(table('[[定型の状態]]')).toEqual([
      ['改訂の案を出す', '→ 適用待ち', '→ 適用中・改訂待ち', '→ 適用中・改訂待ち', '－', '－'],
      ['適用する(署名)', '→ 適用中', '－', '→ 適用中', '－', '－'],
      ['案を取り下げる', '→ 取下げ', '－', '→ 適用中', '－', '－'],
      ['廃止する(署名)', '－', '→ 廃止', '→ 廃止', '－', '－'],
    ]);
  });

  test('draws every movement', () => {
    expect(table('[[媒体の動き]]')).toEqual([
      [
        '持込み',
        '持込',
        'まだ動いていない',
        '持込中',
        '決裁待ち、2人目の決裁待ち、差戻し、緊急持込・未決裁、不許可、許可取消、取下げ',
      ],
      ['持ち帰り', '持込', '持込中', '終わり', 'ありません'],
      ['引渡し', '持込', '持込中', '持込中', '不許可、許可取消'],
      [
        '持出し',
        '持出、移送',
        'まだ動いていない',
        '持出中',
        '決裁待ち、2人目の決裁待ち、差戻し、緊急持込・未決裁、不許可、許可取消、取下げ',
      ],
      ['返却', '持出、移送', '持出中', '終わり', 'ありません'],
      ['到着', '移送', '持出中', '終わり', '不許可、許可取消'],
    ]);
  });

  test('names no table that is not drawn', () => {
    for (const [file, text] of TEXTS) expect(drawn(text), file).not.toContain('[[');
  });
});

test('the chapter on the register draws what can be done with a medium in each state', () => {
  const [drawnTable] = shown(drawn(TEXTS.get('10-kanri-daichou') ?? '')).querySelectorAll('table');
  const lines = [...(drawnTable?.querySelectorAll('tr') ?? [])].map((line) =>
    [...line.querySelectorAll('th, td')].map((cell) => cell.textContent),
  );
  expect(lines).toEqual([
    ['できること', '保管中', '持出中', '紛失', '廃棄済'],
    ['記載を変える', '→ 保管中', '→ 持出中', '→ 紛失', '－'],
    ['棚卸', '→ 保管中', '－', '－', '－'],
    ['紛失を記録', '→ 紛失', '→ 紛失', '－', '－'],
    ['発見を記録', '－', '－', '→ 保管中', '－'],
    ['消去を記録', '→ 保管中', '－', '－', '－'],
    ['廃棄を記録', '→ 廃棄済', '－', '－', '－'],
    ['持出し(申請による)', '→ 持出中', '－', '－', '－'],
    ['返却(申請による)', '－', '→ 保管中', '→ 紛失', '－'],
    ['移送先へ到着(申請による)', '－', '→ 保管中', '→ 紛失', '－'],
  ]);
});

describe('P4 hostile Markdown in the manual', () => {
  test('markup stays text', () => {
    const element = shown(
      '# 題\n\n<script>x</script><img src=x onerror="x"> <b>太</b> &lt;svg onload=x&gt;\n\n<iframe src="x"></iframe>',
    );
    expect([...element.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['H1', 'P', 'P']);
    expect(element.textContent).toContain('<script>x</script><img src=x onerror="x">');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://example.org/',
    '//example.org',
    '../03-shouseki.md',
    '#x',
    'vbscript:x',
  ])('a link to %s is none', (href) => {
    const element = shown(`[ここ](${href}) ![絵](${href}) <${href}>`);
    expect(element.querySelectorAll('a, img')).toHaveLength(0);
  });

  test('a link to a chapter is the only kind there is', () => {
    const [link] = shown('[証跡](03-shouseki.md)').querySelectorAll('a');
    expect(link?.getAttributeNames()).toEqual(['href']);
    expect(link?.getAttribute('href')).toBe('#manual/03-shouseki');
  });
});
