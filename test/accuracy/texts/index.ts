import { TEXTS as BUREAUS } from './bureaus';
import type { WebText } from './write';

export const TEXTS: readonly WebText[] = [...BUREAUS];
