import { z } from 'zod';

// zod probes `new Function` unless told not to; the renderer's policy forbids it.
z.config({ jitless: true });

export { z };
