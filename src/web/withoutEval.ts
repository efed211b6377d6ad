import { z } from 'zod';

// The service's Content-Security-Policy allows no code made from text. Zod tries to make some with the first schema,
// so this has to be imported before any module that has one.
z.config({ jitless: true });
