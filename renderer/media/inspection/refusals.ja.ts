import type { INSPECTION_REFUSALS } from '../../../shared/media/inspection/refusals.ts';

export const inspectionRefusalsJa = {
  'refusal.inspection-over':
    'この申請は終わっているか取りやめになっています。検査や一覧を加えることはできません。',
  'refusal.entry-over': 'この媒体はもう動いています。入るときの検査や一覧を、後から加えることはできません。',
  'refusal.exit-not-yet':
    'この媒体はまだ動いていません。出るときの検査や一覧は、動いてから記録してください。',
  'refusal.check-in-future': '検査日時が今より先になっています。検査した日時を入力してください。',
  'refusal.definitions-in-future': '定義ファイルの日付が検査日時より先です。日付を確かめてください。',
  'refusal.definitions-outdated':
    '定義ファイルが{{days}}日前のものです（決まりは{{max}}日以内）。新しくして検査し直すか、例外とする理由を入力してください。何も記録していません。',
  'refusal.definitions-unknown':
    'この製品から定義ファイルの日付が分かりませんでした。定義ファイルが入っているか確かめてください。何も記録していません。',
  'refusal.findings-missing': '「検出あり」のときは、検出されたファイルと名称を1件以上入力してください。',
  'refusal.findings-contradict': '「検出なし」なのに検出の内容が入力されています。どちらかを直してください。',
  'refusal.findings-none': '判断する検出がありません。',
  'refusal.findings-changed':
    'ご覧になった後に、別の検出が記録されました。新しい検出を確かめてから判断してください。',
  'refusal.inspection-own-request':
    '自分が申請した媒体については判断できません。ほかの責任者に依頼してください。',
  'refusal.difference-none': '判断する違いがありません。',
  'refusal.difference-changed':
    'ご覧になった後に、別の一覧が作られました。新しい違いを確かめてから判断してください。',
  'refusal.difference-settled': 'この違いについては、もう判断が記録されています。',
  'refusal.listing-not-wanted': 'この種類の機器には、収録内容一覧を作りません。',
  'refusal.listing-erased':
    'この収録内容一覧のファイルは、保存期間が終わったため消去されています。一覧を作成した記録と要約値は残っています。',
  'refusal.listing-unknown': 'この収録内容一覧は見つかりません。申請を開き直してください。',
  'refusal.listing-too-many':
    'ファイルが多すぎて一覧にできません（50万件まで）。何も記録していません。フォルダを分けるか、責任者に相談してください。',
  'refusal.folder-forgotten': '選んだドライブの情報が残っていません。もう一度選んでください。',
  'refusal.folder-own':
    '「{{path}}」には、このプログラムの台帳があります。検査する媒体のドライブを選んでください。',
  'refusal.folder-gone':
    '「{{path}}」が見つかりません。媒体がつながっているか確かめ、もう一度選んでください。',
  'refusal.drive-gone':
    '途中で「{{path}}」が読めなくなりました（媒体が抜かれた可能性があります）。何も記録していません。つなぎ直して、もう一度選んでください。',
  'refusal.inspection-running': '別の検査か一覧の作成が進んでいます。終わるのを待つか、中止してください。',
  'refusal.scanner-missing':
    'この検査製品が、この端末で見つかりません。別の製品を選ぶか、ほかの端末で検査して手で記録してください。',
  'refusal.scan-failed': '{{product}}が検査を終えられませんでした。何も記録していません。製品の表示: {{why}}',
  'refusal.scan-incomplete':
    '読めないファイルが{{n}}件あり、検出なしとは言えません（例: {{path}}）。何も記録していません。読めるようにして、検査し直してください。',
} as const satisfies Readonly<Record<`refusal.${(typeof INSPECTION_REFUSALS)[number]}`, string>>;
