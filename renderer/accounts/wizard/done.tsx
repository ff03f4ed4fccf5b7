import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Person } from './people.ts';
import { useWizardText } from './text.ts';

/** The site stands. The passwords to be handed over are shown here, once. */
export function Done({
  people,
  onFinish,
}: {
  readonly people: readonly Person[];
  readonly onFinish: () => void;
}) {
  const t = useWizardText();
  const [noted, setNoted] = useState(false);
  const handed = people.filter((person) => person.handed);
  return (
    <div className="flex flex-col gap-4">
      <h1 className="flex items-center gap-2 text-2xl font-bold text-good">
        <CircleCheck aria-hidden size={28} />
        {t('done.title')}
      </h1>
      {handed.length === 0 ? (
        <p>{t('done.none')}</p>
      ) : (
        <>
          <p className="font-bold">{t('done.handed')}</p>
          <table className="w-full text-left">
            <thead>
              <tr className="border-b-2 border-line-strong text-sm">
                <th className="py-1 pr-4">{t('done.name')}</th>
                <th className="py-1 pr-4">{t('done.identifier')}</th>
                <th className="py-1">{t('done.password')}</th>
              </tr>
            </thead>
            <tbody>
              {handed.map((person) => (
                <tr key={person.key} className="border-b border-line">
                  <td className="py-2 pr-4">{person.name}</td>
                  <td className="py-2 pr-4">{person.identifier}</td>
                  <td className="py-2 font-mono text-lg select-all">{person.password}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox isSelected={noted} onChange={setNoted}>
            {t('done.ack')}
          </Checkbox>
        </>
      )}
      <div>
        <Button variant="solid" isDisabled={handed.length > 0 && !noted} onPress={onFinish} autoFocus>
          {t('done.finish')}
        </Button>
      </div>
    </div>
  );
}
