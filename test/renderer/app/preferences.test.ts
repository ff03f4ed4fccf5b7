import { expect, test } from 'vitest';
import { readPreferences, usePreferences } from '../../../renderer/app/preferences.ts';

const usual = { language: 'ja', theme: 'light', era: false };

test.each([null, '', '{', '[]', 'null', '{"language":"fr","theme":7,"era":"yes"}'])(
  '%j falls back to the usual',
  (text) => {
    expect(readPreferences(text)).toEqual(usual);
  },
);

test('what is set is kept and shown on the page', () => {
  usePreferences.getState().set({ language: 'en', theme: 'dark', era: true });
  expect(readPreferences(localStorage.getItem('suimon.preferences'))).toEqual({
    language: 'en',
    theme: 'dark',
    era: true,
  });
  expect([document.documentElement.lang, document.documentElement.dataset['theme']]).toEqual(['en', 'dark']);
  usePreferences.getState().set({ language: 'ja', theme: 'light', era: false });
});
