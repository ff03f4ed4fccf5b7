import { OctagonAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a comparison came to, in a box that nobody overlooks: a sentence, and what follows from it. */
export function Verdict({
  good,
  title,
  children,
}: {
  readonly good: boolean;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const Icon = good ? ShieldCheck : OctagonAlert;
  return (
    <div
      className={`rounded-8 border-2 p-3 ${good ? 'border-good bg-good-soft' : 'border-danger bg-danger-soft'}`}
    >
      <p className={`flex items-start gap-2 font-bold ${good ? 'text-good' : 'text-danger'}`}>
        <Icon aria-hidden size={22} className="shrink-0" />
        {title}
      </p>
      <div className="mt-2 flex flex-col gap-1 text-sm">{children}</div>
    </div>
  );
}
