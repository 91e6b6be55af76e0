/**
 * Each property on some texts, the same ones on every run: `NIANBAO_SEED=7 npm run properties` takes others.
 * Many more: `npm run nightly`.
 */
import { expect, it } from 'vitest';
import { FOUND } from './found';
import { PROPERTIES, tryOut } from './properties';

const SEED = Number(process.env.NIANBAO_SEED ?? 20230131);
const CASES = Number(process.env.NIANBAO_CASES ?? 2500);
/** Milliseconds; thousands of drafts are read, on machines that do other things beside. */
const PATIENCE = 300_000;

const shares = PROPERTIES.reduce((sum, { share }) => sum + share, 0);

it.each(FOUND)(
  'all of them on %j',
  (text) => {
    const step = Math.ceil((text.length + 1) / 12);
    const places = Array.from({ length: 12 }, (_, i) => Math.min(text.length, i * step));
    for (const { holds } of PROPERTIES) holds(text, places);
  },
  PATIENCE,
);

it.each(PROPERTIES)(
  '$name',
  (property) => {
    const { failure } = tryOut(property, SEED, Math.ceil((CASES * property.share) / shares));
    expect(failure && { ...failure, error: String(failure.error) }).toBeNull();
  },
  PATIENCE,
);
