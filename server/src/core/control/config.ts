import type { CheckSettings, Localised, Range, Severity } from '../model';
import { RULES } from '../rules/registry';
import { distance } from '../text/distance';
import { fitsGlob } from '../text/glob';
import { type JsonNode, type JsonProblem, readJson } from '../text/json';

/** The name of the file; the nearest one upwards from a draft holds for it, and no other. */
export const CONFIG_NAME = 'nianbao.config.json';

/** What a team has agreed on for the drafts in a folder and below. */
export interface Config {
  readonly severity: NonNullable<CheckSettings['severity']>;
  /** Patterns for paths from the folder of the file; what they fit is not checked. */
  readonly ignore: readonly string[];
}

/** Something in the file that is not understood and left out; the rest holds. */
export interface ConfigProblem {
  /** UTF-16 offsets into the file. */
  readonly range: Range;
  readonly message: Localised;
}

export const LEVELS = ['error', 'warning', 'information', 'hint', 'off', 'default'] as const;

const EMPTY: Config = { severity: {}, ignore: [] };

/** Reads the text of a `nianbao.config.json`. Never throws; of a text that is no JSON nothing is taken. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const json = readJson(text);
  if ('problem' in json) return { config: EMPTY, problems: [{ range: json.range, message: NO_JSON[json.problem] }] };
  const problems: ConfigProblem[] = [];
  const note = (range: Range, zh: string, en: string): void => {
    problems.push({ range, message: { zh, en } });
  };
  const severity: Record<string, Severity | 'off' | 'default'> = {};
  const ignore: string[] = [];
  if (json.root.kind !== 'object') {
    note(json.root.range, '文件内容应为一个 { } 对象', 'the file should hold one object in { }');
    return { config: EMPTY, problems };
  }
  for (const { name, nameRange, value } of json.root.members) {
    if (name === 'severity') readSeverity(value);
    else if (name === 'ignore') readIgnore(value);
    else if (name !== '$schema') note(nameRange, `没有这个配置项：${name}`, `there is no option ${name}`);
  }
  return { config: { severity, ignore }, problems };

  function readSeverity(node: JsonNode): void {
    if (node.kind !== 'object') {
      note(node.range, 'severity 应为 { "规则": "级别" }', 'severity should be { "rule": "level" }');
      return;
    }
    for (const { name, nameRange, value } of node.members) {
      const level = LEVELS.find((l) => value.kind === 'plain' && l === value.value);
      if (!RULES.some((rule) => rule.name === name)) {
        const meant = RULES.find((rule) => distance(rule.name, name, 3) <= 3)?.name;
        note(
          nameRange,
          `没有这条规则：${name}${meant ? `，是否应为 ${meant}` : ''}`,
          `there is no rule ${name}${meant ? `; did you mean ${meant}?` : ''}`,
        );
      } else if (!level) {
        note(
          value.range,
          `${name} 的级别只能是 ${LEVELS.join('、')}`,
          `the level of ${name} is one of ${LEVELS.join(', ')}`,
        );
      } else severity[name] = level;
    }
  }

  function readIgnore(node: JsonNode): void {
    if (node.kind !== 'array') {
      note(node.range, 'ignore 应为 [ "路径", … ]', 'ignore should be [ "path", … ]');
      return;
    }
    for (const item of node.items) {
      if (item.kind === 'plain' && typeof item.value === 'string' && item.value !== '') ignore.push(item.value);
      else note(item.range, 'ignore 中的每一项应为一个路径', 'each item of ignore should be a path');
    }
  }
}

/**
 * Whether a draft is left out.
 * @param path from the folder of the file, parts apart by `/`
 */
export function isIgnored(config: Config, path: string): boolean {
  return config.ignore.some((pattern) => fitsGlob(pattern, path));
}

/** The levels of a team's file and those that somebody set on his own, which come first, rule by rule. */
export function withConfig(settings: CheckSettings, config: Config | null): CheckSettings {
  return config ? { ...settings, severity: { ...config.severity, ...settings.severity } } : settings;
}

const NO_JSON: Readonly<Record<JsonProblem, Localised>> = {
  value: { zh: '不是 JSON：这里应为一个值', en: 'not JSON: a value should stand here' },
  name: { zh: '不是 JSON：这里应为双引号括起的名称', en: 'not JSON: a name in double quotes should stand here' },
  colon: { zh: '不是 JSON：这里缺少冒号', en: 'not JSON: a colon is missing here' },
  comma: { zh: '不是 JSON：这里缺少逗号或右括号', en: 'not JSON: a comma or a closing bracket is missing here' },
  more: { zh: '不是 JSON：这里应当结束', en: 'not JSON: it should end here' },
  deep: { zh: '不是配置：嵌套过深', en: 'no configuration: nested too deep' },
};
