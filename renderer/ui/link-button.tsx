import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import { Kbd } from './kbd.tsx';
import { ariaKeys } from './keys.ts';

/** A link to another page that looks like a button. */
export function LinkButton({
  to,
  children,
  variant = 'outline',
  size = 'md',
  icon: Icon,
  shortcut,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: LucideIcon;
  /** The key that leads there too. The page or the shell listens for it. */
  readonly shortcut?: string;
}) {
  return (
    <Link
      to={to}
      className={buttonClass(variant, size)}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(shortcut) })}
    >
      {Icon === undefined ? null : <Icon aria-hidden size={size === 'sm' ? 16 : 18} className="shrink-0" />}
      <span>{children}</span>
      {shortcut === undefined ? null : (
        <span aria-hidden>
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Link>
  );
}
