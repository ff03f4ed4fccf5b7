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

const TABLES: ReadonlyMap<string, () => string> = new Map([
  ['[[申請の状態]]', states],
  ['[[媒体の動き]]', movements],
]);

/** A chapter's Markdown with the program's own tables where it names them on a line of their own. */
export function drawn(text: string): string {
  return text
    .split('\n')
    .map((line) => TABLES.get(line)?.() ?? line)
    .join('\n');
}
