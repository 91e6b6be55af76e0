import type { Language } from '../words';
import type { Format } from './format';
import { githubFormat } from './githubFormat';
import { jsonFormat } from './jsonFormat';
import { sarifFormat } from './sarifFormat';
import type { Paint } from './terminal';
import { textFormat } from './textFormat';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github';

export function formatOf(name: CheckFormat, language: Language, paint: Paint): Format {
  switch (name) {
    case 'json':
      return jsonFormat(language);
    case 'sarif':
      return sarifFormat(language);
    case 'github':
      return githubFormat(language);
    case 'text':
      return textFormat(language, paint);
  }
}
