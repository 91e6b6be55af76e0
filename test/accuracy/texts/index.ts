import { TEXTS as AREAS } from './areas';
import { TEXTS as BUREAUS } from './bureaus';
import { TEXTS as MIXED } from './mixed';
import { TEXTS as OFFICES } from './offices';
import { TEXTS as PROVINCES } from './provinces';
import { TEXTS as VARIOUS } from './various';
import type { WebText } from './write';

export const TEXTS: readonly WebText[] = [...BUREAUS, ...OFFICES, ...AREAS, ...MIXED, ...PROVINCES, ...VARIOUS];
