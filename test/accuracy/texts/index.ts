import { TEXTS as AREAS } from './areas';
import { TEXTS as BUREAUS } from './bureaus';
import { TEXTS as OFFICES } from './offices';
import type { WebText } from './write';

export const TEXTS: readonly WebText[] = [...BUREAUS, ...OFFICES, ...AREAS];
