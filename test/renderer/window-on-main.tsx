import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, expect } from 'vitest';
import { createImportHandlers } from '../../main/entries/import/handlers.ts';
import { announce, features } from '../../main/features.ts';
import { dispatcher } from '../../main/ipc/dispatch.ts';
import type { PushTo } from '../../main/context.ts';
import { createInspectionHandlers } from '../../main/media/inspection/handlers.ts';
import type { FindScanners } from '../../main/media/inspection/scanners/find.ts';
import { sheetsHandlers } from '../../main/sheets/handlers.ts';
import { type Paper, systemPaper } from '../../main/sheets/paper.ts';
import { call } from '../../renderer/api/client.ts';
import { queryClient, useChanges } from '../../renderer/api/queries.ts';
import { SessionContext } from '../../renderer/app/session.ts';
import { ToastArea } from '../../renderer/ui/toast.tsx';
import { contracts } from '../../shared/contracts.ts';
import { type TestDesk, testDesk } from '../main/accounts/desk-fixture.ts';
import type { FoundedFolder } from '../main/vault/fixture.ts';

/** The desk behind the window, and what the window has asked of it. */
export interface WindowOnMain extends TestDesk {
  /** What a channel (`<feature>.<channel>`) was called with, in order, since the last `forget`. */
  asked(channel: string): readonly unknown[];
  forget(): void;
}

interface Given {
  readonly folder?: FoundedFolder;
  /** The path of the file that somebody chooses. */
  readonly chooses?: () => string;
  /** The path of the drive that somebody chooses, and the products against malware of this machine. */
  readonly drive?: () => string | undefined;
  readonly scanners?: FindScanners;
  /** The system's dialogs and printers, as somebody answers them. */
  readonly paper?: Paper;
}

const desks: TestDesk[] = [];

afterEach(() => {
  // What was said outlives the page; the next test would hear it.
  for (const close of document.querySelectorAll('[aria-label="お知らせ"] button')) fireEvent.click(close);
  cleanup();
  queryClient.clear();
});

afterAll(async () => {
  for (const { desk } of desks) await desk.end('quit');
  expect(desks.splice(0).flatMap(({ reported }) => reported)).toEqual([]);
});

/**
 * Puts on the window what the preload script puts there, leading to the real main within this process: the dispatcher on a desk
 * at a fresh copy of the founded site, or at the folder given. All that crosses is copied as IPC copies it, and comes later.
 * IPC itself is tested in the real window, as are the system's dialogs in the place of which stand
 * `chooses` and `paper`.
 */
export async function windowOnMain({
  folder,
  chooses,
  paper,
  drive,
  scanners = () => Promise.resolve([]),
}: Given = {}): Promise<WindowOnMain> {
  const listeners = new Map<string, Set<(message: unknown) => void>>();
  const push: PushTo = (feature, name, message) => {
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => {
      for (const heard of listeners.get(`${feature}.${name}`) ?? []) act(() => heard(copy));
    });
  };
  const test = await testDesk(folder, { push, committed: announce(push) });
  desks.push(test);
  const all = features(test.desk);
  const importing = createImportHandlers(() => Promise.resolve(chooses?.()));
  const inspecting = createInspectionHandlers(() => Promise.resolve(drive?.()), scanners);
  const dispatch = dispatcher(test.desk, (channel) => test.reported.push(channel), {
    ...all,
    entries: { ...all.entries, session: { ...all.entries.session, ...importing } },
    media: { ...all.media, session: { ...all.media.session, ...inspecting } },
    sheets: { open: sheetsHandlers(test.desk, paper ?? systemPaper), session: {} },
  });
  const calls: (readonly [channel: string, input: unknown])[] = [];

  const feature = ({ name, channels }: { readonly name: string; readonly channels: object }) =>
    Object.fromEntries(
      Object.keys(channels).map((channel) => [
        channel,
        async (input: unknown): Promise<unknown> => {
          const copy: unknown = structuredClone(input);
          calls.push([`${name}.${channel}`, copy]);
          await Promise.resolve();
          return structuredClone(await dispatch(`${name}.${channel}`, [copy]));
        },
      ]),
    );
  const on = (name: string, pushed: string, heard: (message: unknown) => void) => {
    const those = listeners.get(`${name}.${pushed}`) ?? new Set();
    listeners.set(`${name}.${pushed}`, those.add(heard));
    return () => those.delete(heard);
  };
  const bridge = {
    ...Object.fromEntries(Object.values(contracts).map((contract) => [contract.name, feature(contract)])),
    on,
  };
  Object.defineProperty(window, 'suimon', { value: bridge, configurable: true });
  return Object.assign(test, {
    asked: (channel: string) => calls.filter(([name]) => name === channel).map(([, input]) => input),
    forget: () => {
      calls.length = 0;
    },
  });
}

function Changes() {
  useChanges();
  return null;
}

/** Renders a page as the shell does, in the session that is open, at an address. */
export async function showPage(page: ReactNode, at = '/'): Promise<void> {
  const me = await call('accounts', 'me', {});
  render(
    <QueryClientProvider client={queryClient}>
      <SessionContext value={{ me }}>
        <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
        <Changes />
        <ToastArea />
      </SessionContext>
    </QueryClientProvider>,
  );
}
