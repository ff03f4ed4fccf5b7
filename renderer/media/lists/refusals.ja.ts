import type { LIST_REFUSALS } from '../../../shared/media/lists/refusals.ts';

/** What happened, what was kept, what to do: for every code with which taking a list in, or writing one out, is refused. */
export const listRefusalsJa = {
  'refusal.file-unreadable':
    'ファイルを開けません。移動や削除、ほかのソフトでの使用がないか確かめて、選び直してください。',
  'refusal.file-empty': 'ファイルに何も書かれていません。',
  'refusal.file-too-large': 'ファイルが大きすぎます。一覧だけのファイルに分けてください。',
  'refusal.file-not-text':
    'Excel でも CSV でもないファイルです。Excel ブック(.xlsx)か CSV として保存し直してください。',
  'refusal.file-changed': '確かめた後でファイルが変わりました。何も取り込んでいません。選び直してください。',
  'refusal.file-forgotten': 'このファイルは選ばれていません。選び直してください。',
  'refusal.encoding-unknown':
    '文字コードがわかりません({{row}} 行目、{{offset}} バイト目)。「CSV UTF-8」か Excel ブックとして保存し直してください。',
  'refusal.encoding-sjis-2004':
    '文字コードが Shift_JIS-2004 です({{row}} 行目の文字は CP932 にありません)。UTF-8 で保存し直してください。',
  'refusal.nul-character':
    '{{row}} 行目に NUL 文字があります。ファイルが壊れているか、文字だけのファイルではありません。',
  'refusal.cell-too-long':
    '{{row}} 行目の {{column}} 列目が {{limit}} 文字より長くなっています。短くして保存し直してください。',
  'refusal.quote-unterminated': '{{row}} 行目の {{column}} 列目で始まる " が閉じていません。',
  'refusal.quote-stray': '{{row}} 行目の {{column}} 列目で、閉じた " の後に文字があります。',
  'refusal.too-many-columns':
    '{{row}} 行目の列が {{limit}} より多くなっています。要らない列を消してください。',
  'refusal.too-many-rows': '行が {{limit}} より多くあります。ファイルを分けて保存し直してください。',
  'refusal.workbook-old':
    '古い形式の Excel ブック(.xls)です。Excel で「Excel ブック(.xlsx)」として保存し直してください。',
  'refusal.workbook-encrypted':
    'パスワードで暗号化された Excel ブックです。Excel で開き、暗号化を外した写しを保存して選び直してください。取り込んだら写しは消してください。',
  'refusal.workbook-binary':
    'Excel バイナリブック(.xlsb)です。「Excel ブック(.xlsx)」として保存し直してください。',
  'refusal.workbook-open-document':
    'OpenDocument(.ods)です。「Excel ブック(.xlsx)」か CSV として保存し直してください。',
  'refusal.workbook-unknown': 'Excel ブックではありません。ファイルを確かめて、選び直してください。',
  'refusal.workbook-broken':
    'Excel ブックが壊れています。何も取り込んでいません。元のファイルを Excel で開き、保存し直してください。',
  'refusal.workbook-too-large':
    'Excel ブックの中身が大きすぎます。画像などを除いた、一覧だけのブックにしてください。',
  'refusal.sheet-missing': 'そのシートはありません。シートを選び直してください。',
  'refusal.mapping-incomplete': '列の対応が足りません。何も取り込んでいません。',
  'refusal.import-running': 'ほかの取り込みが進んでいます。終わるまで待ってください。',
  'refusal.import-nothing': '新しい行も変わる行もありません。台帳は変わっていません。',
  'refusal.import-reason': '記載が変わる媒体があります。変更の理由を書いてください。何も取り込んでいません。',
  'refusal.rows-refused':
    '{{row}} 行目({{column}})に問題があります。何も取り込んでいません。ファイルを直して選び直してください。',
  'refusal.export-too-many':
    '一覧が {{limit}} 行より長いため、書き出していません。絞り込んでから書き出してください。',
  'refusal.export-nothing': '一覧に何もありません。絞り込みを解いてから書き出してください。',
  'refusal.export-busy': 'ほかの書き出しが進んでいます。終わるまで待ってください。',
  'refusal.export-file-exists': '「{{file}}」はもうあります。書き出していません。別の名前にしてください。',
  'refusal.export-disk-full':
    '保存先に空きがないため、「{{file}}」を書き出していません。別の場所を選んでください。',
  'refusal.export-failed':
    '「{{file}}」を書き込めません({{error}})。元のファイルはそのままです。開いているソフトを閉じるか、別の場所を選んでください。',
} as const satisfies Readonly<Record<`refusal.${(typeof LIST_REFUSALS)[number]}`, string>>;
