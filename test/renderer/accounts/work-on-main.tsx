import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import Handover from '../../../renderer/accounts/proposals/handover.tsx';
import AccountsRoutes from '../../../renderer/accounts/routes.tsx';
import { people } from '../../main/vault/fixture.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

/** Deriving a key takes a second of processor time by design. */
export const LONG = { timeout: 30_000 };

/** Main with its clock where the window's stands: the two are one machine's. */
export async function accountWork(who: keyof typeof people = 'admin1'): Promise<WindowOnMain> {
  const main = await windowOnMain();
  main.now = Date.now();
  await main.signIn(who);
  return main;
}

/** Shows a page of account work at its address, as the shell does, and waits until it has been loaded. */
export async function showWork(at: string): Promise<void> {
  await showPage(
    <>
      <Routes>
        <Route path="/accounts/*" element={<AccountsRoutes />} />
      </Routes>
      <Handover />
    </>,
    at,
  );
  await screen.findByRole('heading', { level: 1 }, LONG);
}

/** Fills fields of a form by the beginning of their labels, and submits it. */
export function fillAndSubmit(form: HTMLElement, fields: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(fields))
    fireEvent.change(within(form).getByLabelText(new RegExp(`^${label}`, 'u')), { target: { value } });
  fireEvent.submit(form);
}

/** The second person decides on the page of the first. */
export async function decide(who: keyof typeof people): Promise<void> {
  fillAndSubmit(await screen.findByRole('form', { name: '判断' }, LONG), {
    '判断する人の利用者 ID': people[who].identifier,
    判断する人のパスワード: people[who].password,
  });
}
