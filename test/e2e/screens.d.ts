import type { ElectronApplication, Page } from 'playwright';
/** The program's window as it is to be looked at, and where a picture of a screen goes. */
export interface Look {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly language: 'ja' | 'en';
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
  readonly shot: (screen: string) => string;
}
/** Every screen of a session by its address, and who is to see it. */
export declare const SCREENS: {
  readonly home: {
    readonly at: '/';
    readonly who: 'hayase';
  };
  readonly door: {
    readonly at: '/entries';
    readonly who: 'hayase';
  };
  readonly expect: {
    readonly at: '/entries?form=expect';
    readonly who: 'hayase';
  };
  readonly expected: {
    readonly at: '/entries?tab=expected';
    readonly who: 'hayase';
  };
  readonly history: {
    readonly at: '/entries?tab=history';
    readonly who: 'hayase';
  };
  readonly unknown: {
    readonly at: '/entries?tab=unknown';
    readonly who: 'hayase';
  };
  readonly board: {
    readonly at: '/entries/board';
    readonly who: 'hayase';
  };
  readonly areas: {
    readonly at: '/entries/areas';
    readonly who: 'hayase';
  };
  readonly import: {
    readonly at: '/entries/import';
    readonly who: 'hayase';
  };
  readonly trail: {
    readonly at: '/trail';
    readonly who: 'hayase';
  };
  readonly accounts: {
    readonly at: '/accounts';
    readonly who: 'hayase';
  };
  readonly password: {
    readonly at: '/password';
    readonly who: 'hayase';
  };
};
/** Sets size, language and theme, as the program keeps them, and loads the page anew. */
export declare function setLook({
  electron,
  page,
  language,
  dark,
  width,
  height,
}: Omit<Look, 'shot'>): Promise<void>;
/** Goes to an address of a session and waits until nothing is being loaded any more. */
export declare function goTo(page: Page, address: string): Promise<void>;
/** Waits until the page stands: a heading, nothing being loaded, fonts there, two frames painted. */
export declare function settled(page: Page): Promise<void>;
/** Signs in whatever the language. */
export declare function enter(page: Page, identifier: string, password: string): Promise<void>;
/** Pictures of the first screen, of every screen of a session, of a visit, of its dialogs and of Ctrl+K. */
export declare function fullScreens(look: Look): Promise<void>;
/** Pictures of what a fresh machine shows: the wizard's first screen. */
export declare function emptyScreens(look: Look): Promise<void>;
