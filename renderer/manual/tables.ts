import { MEDIUM_STATES, type MediumState } from '../../shared/media/register/model.ts';
import { MEDIUM_ACTIONS, MEDIUM_MOVES, type MediumAction } from '../../shared/media/register/rules.ts';
import {
  REQUEST_KINDS,
  REQUEST_STATES,
  type RequestKind,
  type RequestState,
  type Whereabouts,
} from '../../shared/media/requests/model.ts';
import {
  KINDS_MOVED,
  type Movement,
  MOVEMENT_MOVES,
  MOVEMENT_STATES,
  MOVEMENTS,
  REQUEST_ACTIONS,
  REQUEST_MOVES,
  type RequestAction,
} from '../../shared/media/requests/rules.ts';
import { TEMPLATE_STATES, type TemplateState } from '../../shared/media/templates/model.ts';
import { TEMPLATE_ACTIONS, TEMPLATE_MOVES, type TemplateAction } from '../../shared/media/templates/rules.ts';

/** The manual is in Japanese alone: so are these words. */
const STATE: Readonly<Record<RequestState, string>> = {
  submitted: '決裁待ち',
  endorsed: '2人目の決裁待ち',
  returned: '差戻し',
  approved: '許可',
  notified: '届出(未確認)',
  acknowledged: '届出(確認済)',
  emergency: '緊急持込・未決裁',
  refused: '不許可',
  withdrawn: '許可取消',
  retracted: '取下げ',
};
const ACTION: Readonly<Record<RequestAction, string>> = {
  approve: '許可する(機密性3は2人目)',
  endorse: '同意する(機密性3の1人目)',
  refuse: '不許可にする',
  return: '差し戻す',
  acknowledge: '届出を確認する',
  resubmit: '直して出し直す(許可が要る)',
  renotify: '直して出し直す(届出で足りる)',
  retract: '取り下げる',
  withdraw: '許可・届出を取り消す',
};
const MOVEMENT: Readonly<Record<Movement, string>> = {
  carryIn: '持込み',
  takeOut: '持ち帰り',
  handOver: '引渡し',
  carryOut: '持出し',
  giveBack: '返却',
  deliver: '到着',
};
const WHERE: Readonly<Record<Whereabouts, string>> = {
  'not-yet': 'まだ動いていない',
  inside: '持込中',
  outside: '持出中',
  done: '終わり',
};
const KIND: Readonly<Record<RequestKind, string>> = {
  'carry-in': '持込',
  'carry-out': '持出',
  transfer: '移送',
};

const MEDIUM: Readonly<Record<MediumState, string>> = {
  kept: '保管中',
  out: '持出中',
  lost: '紛失',
  destroyed: '廃棄済',
};
const MEDIUM_ACTION: Readonly<Record<MediumAction, string>> = {
  change: '記載を変える',
  stocktake: '棚卸',
  lose: '紛失を記録',
  find: '発見を記録',
  erase: '消去を記録',
  destroy: '廃棄を記録',
  carryOut: '持出し(申請による)',
  giveBack: '返却(申請による)',
  deliver: '移送先へ到着(申請による)',
};

const TEMPLATE: Readonly<Record<TemplateState, string>> = {
  draft: '適用待ち',
  'in-force': '適用中',
  changing: '適用中・改訂待ち',
  retired: '廃止',
  discarded: '取下げ',
};
const TEMPLATE_ACTION: Readonly<Record<TemplateAction, string>> = {
  change: '改訂の案を出す',
  enforce: '適用する(署名)',
  discard: '案を取り下げる',
  retire: '廃止する(署名)',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The state machine of requests, from the table by which main refuses: what can be done in each state, and what it leads to. */
function states(): string {
  return table(
    ['状態', 'できること', 'その後の状態'],
    REQUEST_STATES.flatMap((state) => {
      const can = REQUEST_ACTIONS.flatMap((action) => {
        const move = REQUEST_MOVES[action][state];
        return 'to' in move ? [[ACTION[action], STATE[move.to]] as const] : [];
      });
      if (can.length === 0) return [[STATE[state], 'ありません', '変わりません']];
      return can.map(([action, to], index) => [index === 0 ? `**${STATE[state]}**` : '', action, to]);
    }),
  );
}

/** What happens to a medium, from the tables by which main refuses. */
function movements(): string {
  return table(
    ['記録', '申請の種類', '前', '後', 'できない状態'],
    MOVEMENTS.flatMap((movement) =>
      (Object.keys(WHERE) as Whereabouts[]).flatMap((from) => {
        const move = MOVEMENT_MOVES[movement][from];
        if ('refused' in move) return [];
        const kinds = REQUEST_KINDS.filter((kind) => KINDS_MOVED[movement].includes(kind));
        const barred = REQUEST_STATES.filter((state) => MOVEMENT_STATES[movement][state] !== undefined);
        return [
          [
            MOVEMENT[movement],
            kinds.map((kind) => KIND[kind]).join('、'),
            WHERE[from],
            WHERE[move.to],
            barred.length === 0 ? 'ありません' : barred.map((state) => STATE[state]).join('、'),
          ],
        ];
      }),
    ),
  );
}

/** The state machine of a medium of the register, from the table by which main refuses. */
function media(): string {
  return table(
    ['できること', ...MEDIUM_STATES.map((state) => MEDIUM[state])],
    MEDIUM_ACTIONS.map((action) => [
      MEDIUM_ACTION[action],
      ...MEDIUM_STATES.map((state) => {
        const move = MEDIUM_MOVES[action][state];
        return 'to' in move ? `→ ${MEDIUM[move.to]}` : '－';
      }),
    ]),
  );
}

/** The state machine of a template, from the table by which main refuses. */
function templates(): string {
  return table(
    ['できること', ...TEMPLATE_STATES.map((state) => TEMPLATE[state])],
    TEMPLATE_ACTIONS.map((action) => [
      TEMPLATE_ACTION[action],
      ...TEMPLATE_STATES.map((state) => {
        const move = TEMPLATE_MOVES[action][state];
        return 'to' in move ? `→ ${TEMPLATE[move.to]}` : '－';
      }),
    ]),
  );
}

const TABLES: ReadonlyMap<string, () => string> = new Map([
  ['[[申請の状態]]', states],
  ['[[媒体の動き]]', movements],
  ['[[媒体の状態]]', media],
  ['[[定型の状態]]', templates],
]);

/** A chapter's Markdown with the program's own tables where it names them on a line of their own. */
export function drawn(text: string): string {
  return text
    .split('\n')
    .map((line) => TABLES.get(line)?.() ?? line)
    .join('\n');
}
