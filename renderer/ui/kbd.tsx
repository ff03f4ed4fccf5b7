/** A key or keys, as written on them. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded-4 border border-current/40 px-1 font-sans text-xs leading-5 whitespace-nowrap opacity-90">
      {children}
    </kbd>
  );
}
