import type { ElectronApplication, Page } from 'playwright';
import { expect } from './patience.ts';
import { ja } from '../../renderer/entries/messages.ja.ts';
import { demoPassword, demoPeople } from '../../resources/tooling/demo/site.ts';
import type { Role } from '../../shared/accounts/model.ts';
import * as steps from './steps.ts';

/** One step of the demo: what is done, and how; it answers what was seen, and throws if it did not come about. */
export interface DemoStep {
  readonly name: string;
  readonly run: () => Promise<string>;
}

const VISITOR: steps.WalkIn = {
  name: '髙瀬 みなと',
  reading: 'たかせ みなと',
  organisation: '株式会社あおば計装',
  purpose: '計装設備 臨時点検',
  host: '神崎 悠斗',
  escort: '峯岸 彩花',
  identity: ja['identity.employee-card'],
  area: '中央監視室',
};

function credentials(role: Role): steps.Credentials {
  const person = demoPeople.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`the demo has no ${role}`);
  return { identifier: person.identifier, password: demoPassword };
}

/** The main job of the program, done by itself in its own window with the keyboard alone. */
export function demoSteps(electron: ElectronApplication, page: Page): readonly DemoStep[] {
  const main = page.getByRole('main');
  const operator = credentials('operator');
  const auditor = credentials('auditor');
  return [
    {
      name: `sign in as operator (制御室職員) ${operator.identifier}`,
      run: async () => {
        await steps.signIn(page, operator);
        return (await page.getByRole('banner').getByRole('link').first().innerText()).replaceAll(
          /\s+/gu,
          ' ',
        );
      },
    },
    {
      name: `visitor in (入室) with escort and badge, by keyboard`,
      run: () => steps.walkIn(page, VISITOR),
    },
    {
      name: 'board (在室一覧, F2) shows the visitor',
      run: async () => {
        await steps.openBoard(page);
        await expect(main).toContainText(VISITOR.name);
        await expect(main).toContainText(VISITOR.escort);
        return page.getByRole('heading', { level: 1 }).innerText();
      },
    },
    {
      name: 'exit (退室) is stopped while the badge is out',
      run: async () => {
        await steps.openVisit(page, VISITOR.name);
        await steps.openLeave(page, VISITOR.name);
        await page.keyboard.press('Enter');
        const reason = page.getByRole('dialog').getByRole('alert');
        await expect(reason).toContainText('入館証');
        const said = (await reason.innerText()).split('。')[0] ?? '';
        await page.keyboard.press('Escape');
        return said;
      },
    },
    { name: 'visitor out (退室), badge returned', run: () => steps.letOut(page, VISITOR.name) },
    {
      name: 'board does not show the visitor any more',
      run: async () => {
        await steps.openBoard(page);
        await expect(main).not.toContainText(VISITOR.name);
        return page.getByRole('heading', { level: 1 }).innerText();
      },
    },
    {
      name: `lock (Ctrl+L) and sign in as auditor (監査) ${auditor.identifier}`,
      run: async () => {
        await steps.lock(page);
        await steps.signIn(page, auditor);
        return page.getByRole('banner').getByRole('paragraph').first().innerText();
      },
    },
    { name: 'verify the chain (証跡 検証)', run: () => steps.verifyChain(page) },
    {
      name: "Chromium's sandbox",
      run: async () => {
        const off = await electron.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'));
        if (off) throw new Error('the window ran without it');
        return 'on';
      },
    },
  ];
}
