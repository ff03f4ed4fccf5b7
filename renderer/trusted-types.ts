interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown;
}

/**
 * Makes the one Trusted Types policy of the window: react-aria empties an element through `innerHTML = ''`, so the empty text
 * is let through and nothing else. The page's CSP allows no second policy of this name. Called before anything is shown.
 */
export function allowEmptyMarkup(): void {
  const { trustedTypes } = window as unknown as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text !== '') throw new TypeError('markup from text is not allowed here');
      return '';
    },
  });
}
