import { Fragment } from 'react';

/** A hash in groups of eight, to be read aloud and compared by eye. Copies as one word. */
export function Hash({ value }: { readonly value: string }) {
  const groups = value.match(/.{1,8}/gu) ?? [];
  return (
    <code className="font-mono text-sm break-words">
      {groups.map((group, place) => (
        // The same group can stand twice in a hash: its place is what tells it apart.
        <Fragment key={`${place} ${group}`}>
          <span className={place % 2 === 0 ? 'mr-1.5 inline-block' : 'mr-1.5 inline-block text-accent'}>
            {group}
          </span>
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
