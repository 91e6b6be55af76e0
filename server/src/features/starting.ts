import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { insertables, newDraft, openingAt, parseReport, REPORT_LEVELS, type Report, rollForward } from '../core';
import type { Draft } from '../drafts';
import type { NewDraft, NewDraftParams, RolledDraft, Templates } from '../protocol';
import type { Language } from '../words';

/** Longer texts are no drafts. */
const LONGEST = 1_000_000;

/**
 * Answers `nianbao/newDraft`.
 * @throws ResponseError for parameters of another form, an office that cannot stand in a title, a year without a form
 */
export function startDraft(params: unknown): NewDraft {
  const { organisation, year, level } = (params ?? {}) as Partial<Record<keyof NewDraftParams, unknown>>;
  const known = REPORT_LEVELS.find((l) => l === level);
  if (typeof organisation !== 'string' || typeof year !== 'number' || known === undefined) {
    throw invalid('organisation, year and level (government, department, township) are asked for');
  }
  try {
    return newDraft({ organisation, year, level: known });
  } catch (error) {
    throw error instanceof RangeError ? invalid(error.message) : error;
  }
}

/** The text that `nianbao/rollForward` brings with it, or null where it names a document. @throws ResponseError for neither */
export function textToRoll(params: unknown): string | null {
  const { text, textDocument } = (params ?? {}) as {
    readonly text?: unknown;
    readonly textDocument?: { uri?: unknown };
  };
  if (typeof text === 'string') {
    if (text.length > LONGEST) throw invalid('the text is too long to be a draft');
    return text;
  }
  if (typeof textDocument?.uri === 'string') return null;
  throw invalid('textDocument or text is asked for');
}

/** Answers `nianbao/rollForward`; null where the draft has no year to go on from. */
export function rollDraft(from: Report | string, language: Language): RolledDraft | null {
  const rolled = rollForward(typeof from === 'string' ? parseReport(from) : from);
  return rolled && { ...rolled, notes: rolled.notes.map((note) => note[language]) };
}

/** Answers `nianbao/templates`. @param offset where the template is asked for */
export function templates({ report, lines }: Draft, offset: number, language: Language): Templates {
  const { range, before, after } = openingAt(report, offset);
  return {
    range: lines.rangeAt(range),
    items: insertables(report).map(({ id, name, missing, template }) => {
      const { text, snippet } = template();
      return { id, title: name[language], missing, text: before + text + after, snippet: before + snippet + after };
    }),
  };
}

function invalid(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
