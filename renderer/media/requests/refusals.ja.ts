import type { RequestRefusal } from '../../../shared/media/requests/refusals.ts';

/** What happened, what was kept, what to do: for every code with which requests refuse. */
export const requestRefusalsJa = {
  'refusal.medium-missing':
    'この媒体は管理台帳にありません。台帳から選び直すか、媒体の内容を記入してください。',
  'refusal.medium-not-kept':
    '媒体 {{medium}} は保管場所にありません(持出中・紛失・廃棄済)。管理台帳で状態を確かめ、別の媒体を選んでください。',
  'refusal.medium-not-for':
    '媒体 {{medium}} に入れられるのは機密性{{upTo}}までです。機密性{{confidentiality}}の情報には、別の媒体を選んでください。',
  'refusal.area-missing': 'この区域は登録されていません。区域を選び直してください。',
  'refusal.area-retired': '区域 {{area}} は廃止されています。別の区域を選んでください。',
  'refusal.classification-below-quoted':
    '格付けが、引用元「{{title}}」の機密性{{confidentiality}}より低くなっています。引用元以上の格付けにしてください。',
  'refusal.restriction-missing':
    '引用元「{{title}}」の取扱制限が引き継がれていません。引用元の取扱制限をすべて付けてください。',
  'refusal.encryption-required':
    '取扱制限が「暗号化必須」なのに、媒体が暗号化されていません。暗号化した媒体を選んでください。',
  'refusal.until-before-from': '期間の終わりが始まりより前です。期間を直してください。',
  'refusal.period-over': '期間が過ぎています。期間を直して、改めて申請してください。',
  'refusal.return-due-required': '持出には返却期限が必要です。返却期限を記入してください。',
  'refusal.due-outside-period':
    '返却期限が期間の外です。期間の始まりより後、終わりまでの日時にしてください。',
  'refusal.destination-required': '持出・移送には行き先が必要です。行き先を記入してください。',
  'refusal.means-required': '移送には移送手段が必要です。送信か運搬か、その方法を記入してください。',
  'refusal.protection-required':
    '機密性2以上の情報の移送には保護対策が必要です。暗号化や封印などの対策を記入してください。',
  'refusal.connection-required':
    '保守用パソコンの持込には、接続の確認が必要です。接続先と確認結果を記入してください。',
  'refusal.connection-unexplained':
    '接続の確認に「いいえ」があります。その理由と代わりの対策を備考に記入してください。',
  'refusal.emergency-kind': '緊急の手続きは持込だけです。持出・移送は、通常の申請をしてください。',
  'refusal.allowed-by-self':
    '口頭で許可した人が、記録する本人になっています。許可した責任者の氏名を記入してください。',
  'refusal.allowed-by-bearer':
    '口頭で許可した人が、運搬者 {{bearer}} さん本人になっています。許可した責任者の氏名を記入してください。',

  'refusal.request-missing':
    'この申請はありません。保存期間が終わり、消去された可能性があります。一覧から選び直してください。',
  'refusal.request-undecided':
    '申請 No.{{no}}({{medium}})は、まだ決裁されていません。責任者の決裁を待ってください。',
  'refusal.request-endorsed':
    '申請 No.{{no}}({{medium}})は、1人目の責任者が同意済みです。2人目の責任者が許可してください。',
  'refusal.request-returned':
    '申請 No.{{no}}({{medium}})は差戻し中です。申請者が直して出し直すのを待ってください。',
  'refusal.request-approved': '申請 No.{{no}}({{medium}})は許可済みです。何も変わっていません。',
  'refusal.request-notified':
    '申請 No.{{no}}({{medium}})は届出で、許可・不許可の対象ではありません。確認、差戻し、取消しのどれかを選んでください。',
  'refusal.request-acknowledged': '届出 No.{{no}}({{medium}})は確認済みです。何も変わっていません。',
  'refusal.request-emergency':
    '申請 No.{{no}}({{medium}})は緊急持込で、決裁を待っています。出し直しや取下げはできません。',
  'refusal.request-refused': '申請 No.{{no}}({{medium}})は不許可です。持込中なら持ち帰ってもらってください。',
  'refusal.request-withdrawn':
    '申請 No.{{no}}({{medium}})は許可を取り消されています。持込中なら持ち帰り、持出中なら返却してください。',
  'refusal.request-retracted': '申請 No.{{no}}({{medium}})は取り下げられています。新しく申請してください。',
  'refusal.permission-needed':
    '申請 No.{{no}}({{medium}})には許可が必要です。確認だけでは済みません。許可か不許可を決めてください。',
  'refusal.emergency-not-returned':
    '緊急持込 No.{{no}}({{medium}})は差し戻せません。許可か不許可を決めてください。',

  'refusal.own-request': '申請 No.{{no}}({{medium}})は自分の申請です。ほかの責任者が決裁してください。',
  'refusal.same-officer':
    '申請 No.{{no}}({{medium}})には、すでに同意しています。もう1人は別の責任者が許可してください。',
  'refusal.not-requester':
    '申請 No.{{no}}({{medium}})を直したり取り下げたりできるのは、申請した本人だけです。',
  'refusal.request-changed':
    '申請 No.{{no}}({{medium}})は、表示した後に変わりました。決裁は記録していません。もう一度開いて内容を確かめてください。',
  'refusal.nothing-changed': '内容が前と同じです。何も変わっていません。',
  'refusal.reason-required': '理由を記入してください。申請者に伝わります。',

  'refusal.wrong-kind': '申請 No.{{no}}({{medium}})の種類(持込・持出・移送)では、この記録はできません。',
  'refusal.already-carried': '申請 No.{{no}}({{medium}})の媒体は、もう持込みまたは持出しをしています。',
  'refusal.already-over': '申請 No.{{no}}({{medium}})は、持ち帰り・返却・到着まで終わっています。',
  'refusal.not-inside': '申請 No.{{no}}の媒体({{medium}})は、持込中ではありません。',
  'refusal.not-outside': '申請 No.{{no}}の媒体({{medium}})は、持出中ではありません。',
  'refusal.too-early': '申請した期間の前です。期間が始まってから行うか、期間を直して申請してください。',
  'refusal.too-late': '申請した期間を過ぎています。新しく申請してください。',
  'refusal.visit-missing': 'この来訪の記録はありません。選び直してください。',
  'refusal.visit-not-inside': '{{visitor}} さんは入室中ではありません。先に入室を受け付けてください。',
  'refusal.visit-required':
    '{{bearer}} さんの来訪と結び付ける必要があります。入室を受け付け、その来訪を選んでください。',
  'refusal.bearer-differs':
    '申請した運搬者は {{bearer}} さんですが、来訪は {{visitor}} さんです。運搬者の来訪を選ぶか、申請を出し直してください。',
  'refusal.handed-to-bearer':
    '預かる人が、持ち込んだ {{bearer}} さん本人になっています。施設の職員の氏名を記入してください。',
  'refusal.before-visit': '入室より前の時刻です。入室後の時刻にしてください。',
  'refusal.before-carried': '持込み・持出しより前の時刻です。その後の時刻にしてください。',
  'refusal.in-future': '先の時刻は記録できません。今より前の時刻にしてください。',
  'refusal.late-reason-required':
    '5分より前のことを記録するには、遅れた理由が必要です。理由を記入してください。',

  'refusal.quarantined': '媒体 {{medium}} は隔離中です。責任者が隔離を終えるまで動かせません。',
  'refusal.check-missing': '媒体 {{medium}} のマルウェア検査の記録がありません。検査して記録してください。',
  'refusal.second-check-missing':
    '媒体 {{medium}} には、別の製品による2つ目のマルウェア検査が必要です。検査して記録してください。',
  'refusal.check-outdated':
    '媒体 {{medium}} の検査は、古い定義ファイルで行われています。新しい定義ファイルで検査し直してください。',
  'refusal.check-before-leaving':
    '媒体 {{medium}} は、検査の後に施設の外に出ています。外で書き込まれたものが分からないため、検査し直して記録してください。',
  'refusal.check-after-move':
    '媒体 {{medium}} の検査は、動かした日時より後のものです。動かす前の検査があれば、その検査日時で記録してください。なければ、責任者に知らせてください。何も記録していません。',
  'refusal.check-too-old':
    '媒体 {{medium}} の検査は、「媒体の決まり」の有効時間を過ぎています。検査し直して記録してください。',
  'refusal.findings-open':
    '媒体 {{medium}} の検査で見つかったものの扱いが決まっていません。責任者が決めるまで動かせません。',
  'refusal.findings-refused':
    '媒体 {{medium}} は、検査で見つかったものを理由に、責任者が動かさないと決めています。決め直されるまで動かせません。',
  'refusal.listing-missing': '媒体 {{medium}} の収録内容一覧がありません。一覧を取ってください。',
  'refusal.difference-open': '媒体 {{medium}} の収録内容が前と違います。責任者が確かめるまで動かせません。',

  'refusal.draft-too-many': '下書きは50件までです。不要な下書きを消してから保存してください。',
} as const satisfies Readonly<Record<`refusal.${RequestRefusal}`, string>>;
