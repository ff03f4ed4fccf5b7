import './fonts.css';
import './theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { whenSessionEnded } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import { Boot } from './boot.tsx';
import { endSession } from './end-session.ts';
import { Guard } from './guard.tsx';

/** Shows the window. */
export function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  whenSessionEnded(() => endSession());
  createRoot(root).render(
    <Guard>
      <QueryClientProvider client={queryClient}>
        <Boot />
      </QueryClientProvider>
    </Guard>,
  );
}
