import { start } from './app/start.tsx';
import { allowEmptyMarkup } from './trusted-types.ts';

allowEmptyMarkup();
start();
