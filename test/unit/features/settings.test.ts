import { expect, test } from 'vitest';
import { readSettings, SettingsStore, settingsSection } from '../../../server/src/settings';

test('what is not understood counts as not said', () => {
  const severity = { 'table/blank': 'off', 'table/unit': 'loud', 'table/form': 3 };
  expect(
    readSettings({ severity, recognise: 'yes', inlayHints: 'loud', codeLens: 0, format: { ambiguousWidth: 2 } }, 1),
  ).toEqual({
    id: 1,
    recognise: true,
    check: { severity: { 'table/blank': 'off' } },
    ignored: false,
    inlayHints: 'faults',
    codeLens: true,
    ambiguousWide: false,
  });
  for (const nonsense of [null, undefined, 5, 'text', [], { severity: [] }, { severity: null }]) {
    expect(readSettings(nonsense, 1)).toMatchObject({ id: 1, recognise: true, check: { severity: {} } });
  }
});

test('what the user has set comes before what the team has agreed on, rule by rule', () => {
  const config = { severity: { 'table/blank': 'off', 'table/unit': 'hint' }, ignore: [] } as const;
  const { check, ignored } = readSettings({ severity: { 'table/unit': 'error' } }, 1, { config, ignored: true });
  expect(check.severity).toEqual({ 'table/blank': 'off', 'table/unit': 'error' });
  expect(ignored).toBe(true);
});

test('payloads with the section around them and without', () => {
  expect(settingsSection({ nianbao: { recognise: false } })).toEqual({ recognise: false });
  expect(settingsSection({ recognise: false })).toEqual({ recognise: false });
  expect(settingsSection(null)).toBeNull();
});

test('a client is asked once a document until something changes', async () => {
  const asked: string[] = [];
  const store = new SettingsStore(async (uri) => {
    asked.push(uri);
    return { recognise: uri === 'a' };
  }, undefined);
  const [first, again] = await Promise.all([store.of('a'), store.of('a')]);
  expect(first).toBe(again);
  expect((await store.of('b')).recognise).toBe(false);
  store.invalidate();
  expect((await store.of('a')).id).not.toBe(first.id);
  store.forget('a');
  await store.of('a');
  expect(asked).toEqual(['a', 'b', 'a', 'a']);
});

test('a client that refuses to answer, and one that cannot be asked', async () => {
  const refusing = new SettingsStore(() => Promise.reject(new Error('no')), { recognise: false });
  expect((await refusing.of('a')).recognise).toBe(false);
  const silent = new SettingsStore(null, { recognise: false });
  expect((await silent.of('a')).recognise).toBe(false);
  silent.invalidate({ recognise: true });
  expect((await silent.of('a')).recognise).toBe(true);
});
