import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Kbd } from './kbd.tsx';
import { ariaKeys } from './keys.ts';

export type ButtonVariant = 'solid' | 'outline' | 'text' | 'danger';
export type ButtonSize = 'md' | 'sm';

const shape =
  'focus-ring inline-flex items-center justify-center gap-2 rounded-8 font-bold whitespace-nowrap disabled:cursor-not-allowed data-[disabled]:opacity-50';
const sizes: Readonly<Record<ButtonSize, string>> = {
  md: 'min-h-10 px-4 text-base',
  sm: 'min-h-8 px-3 text-sm',
};
const variants: Readonly<Record<ButtonVariant, string>> = {
  solid: 'bg-accent text-on-accent hover:bg-accent-hover data-[pressed]:bg-accent-pressed',
  outline: 'border border-accent bg-surface text-accent hover:bg-hover',
  text: 'text-accent underline-offset-4 hover:bg-hover hover:underline',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize): string {
  return `${shape} ${sizes[size]} ${variants[variant]}`;
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** What it began is still going on: it cannot be pressed again. */
  readonly pending?: boolean;
  /** The key that does the same, shown beside the words. The page itself listens for it. */
  readonly shortcut?: string;
  readonly icon?: LucideIcon;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** A button with words; the shortcut, if any, is shown in it. */
export function Button({
  children,
  variant = 'outline',
  size = 'md',
  pending = false,
  isDisabled = false,
  shortcut,
  icon: Icon,
  className = '',
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(shortcut) })}
      isDisabled={isDisabled || pending}
      className={`${buttonClass(variant, size)} ${className}`}
    >
      {Icon === undefined ? null : <Icon aria-hidden size={size === 'sm' ? 16 : 18} className="shrink-0" />}
      <span>{children}</span>
      {shortcut === undefined ? null : (
        <span aria-hidden>
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </AriaButton>
  );
}

/** A button of an icon alone; `label` is what it is called and its tooltip. */
export function IconButton({
  icon: Icon,
  label,
  onPress,
  className = '',
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: () => void;
  readonly className?: string;
}) {
  return (
    <AriaButton
      aria-label={label}
      onPress={() => onPress()}
      className={`focus-ring inline-flex size-9 items-center justify-center rounded-6 hover:bg-hover ${className}`}
    >
      <Icon aria-hidden size={18} />
    </AriaButton>
  );
}
