import { accessibleScreens } from './accessible-screens.ts';

accessibleScreens('light');
